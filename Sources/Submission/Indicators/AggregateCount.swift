import PupilSupport

extension PackageAggregates {
    /// Counts everything that a package says in figures from its records.
    public init(counting package: PackageCase) {
        if let set = package.reference.indicatorSet {
            let count = CommonIndicatorCount(package, indicators: .named(set))
            output = count.output()
            result = count.result()
        }
        project = Self.project(package)
        reconciliation =
            package.reference.calendarYear.map { year in
                YearReconciliationCount(package, year: year).rows()
            } ?? ReconciliationCount(package).rows()
        sort()
    }

    private static func project(_ package: PackageCase) -> [ProjectIndicatorRow] {
        let records = SchoolRecords(package)
        var rows: [ProjectIndicatorRow] = []
        for window in CountingWindow.all(of: package) {
            for school in package.reference.schools.map(\.code) + [CommonIndicatorCount.everySchool]
            {
                let count = ProjectIndicatorCount(
                    package, of: records, window: window, school: school)
                for indicator in ProjectIndicator.all
                where !indicator.isOfSemester || window.type == .semester {
                    for breakdown in indicator.breakdowns
                    where breakdown != .role || window.type == .semester {
                        for (category, counted) in count.values(of: indicator, by: breakdown) {
                            var row = ProjectIndicatorRow()
                            row.value = counted
                            row.value.indicatorSet = "project"
                            row.value.code = indicator.code(breakdown, category)
                            row.value.label = package.label(of: indicator, breakdown, category)
                            row.value.unit = indicator.unit
                            row.value.periodType = window.type
                            row.value.period = window.period
                            row.value.school = school
                            row.value.countingUnit = indicator.countingUnit
                            rows.append(row)
                        }
                    }
                }
            }
        }
        return rows
    }
}

extension PackageCase {
    /// Returns the name of an indicator, or of one category of it.
    func label(
        of indicator: ProjectIndicator, _ breakdown: ProjectBreakdown, _ category: String
    ) -> String {
        guard breakdown != .none else { return indicator.label }
        let name = breakdown.vocabulary.flatMap { term($0, category)?.name } ?? category
        return "\(indicator.label): \(name)"
    }
}

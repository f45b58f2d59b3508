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
        var count = ProjectIndicatorCount(package)
        let schools = package.reference.schools.map(\.code) + [CommonIndicatorCount.everySchool]
        return CountingWindow.all(of: package).flatMap { window in
            schools.flatMap { count.rows(in: window, school: $0) }
        }
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

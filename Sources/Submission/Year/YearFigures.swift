/// Everything that a yearly report counts.
public struct YearFigures: Hashable, Sendable {
    /// The indicators of the year and since the beginning.
    public var indicators: [YearIndicatorRow] = []
    /// How the numbers of people add up.
    public var reconciliation: [YearReconciliationRow] = []
    /// The units delivered.
    public var units: [YearUnitRow] = []

    /// Creates figures without rows.
    public init() {}

    /// Counts a year from the records of a package, by the rules of every package.
    ///
    /// - Parameters:
    ///   - content: The records of all semesters up to the end of the year.
    ///   - reference: What they are checked against; it names the year.
    ///   - state: What the report may be taken for.
    public init(
        counting content: PackageContent, _ reference: PackageReference, as state: YearState
    ) {
        let package = PackageCase(content: content, reference: reference)
        let counted = PackageAggregates(counting: package)
        indicators =
            (counted.output.map(\.value) + counted.result.map(\.value)
            + counted.project.map(\.value))
            .map { value in
                var row = YearIndicatorRow()
                row.state = state
                row.value = value
                return row
            }
        reconciliation = counted.reconciliation.map { counted in
            var row = YearReconciliationRow()
            row.state = state
            row.periodType = counted.periodType
            row.period = counted.period
            row.school = counted.school
            row.item = counted.item
            row.value = counted.value
            return row
        }
        units = YearUnitCount(package).rows(as: state)
        TableText.sort(&indicators)
        TableText.sort(&reconciliation)
        TableText.sort(&units)
    }

    /// Returns a figure of the municipality.
    func total(_ code: String, _ type: PeriodType) -> IndicatorValue? {
        indicators.first {
            $0.value.code == code && $0.value.periodType == type
                && $0.value.school == CommonIndicatorCount.everySchool
        }?.value
    }

    /// Returns what an item of the municipality adds up to.
    func item(_ item: String, _ type: PeriodType) -> Int? {
        reconciliation.first {
            $0.item == item && $0.periodType == type
                && $0.school == CommonIndicatorCount.everySchool
        }?.value
    }

    /// The figures as those of a package, for the rules that look at figures alone.
    var asAggregates: PackageAggregates {
        var aggregates = PackageAggregates()
        for row in indicators where row.value.indicatorSet != "project" {
            let isResult =
                row.value.code.hasPrefix("CR") || row.value.code.hasPrefix("EECR")
                || row.value.code == "LEAVERS"
            if isResult {
                var result = ResultIndicatorRow()
                result.value = row.value
                aggregates.result.append(result)
            } else {
                var output = OutputIndicatorRow()
                output.value = row.value
                aggregates.output.append(output)
            }
        }
        return aggregates
    }
}

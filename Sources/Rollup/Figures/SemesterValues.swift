import PupilSupport
import SupportStore

/// The exact values of all indicators in one semester, before they are compared and rounded.
struct SemesterValues {
    /// What is known of the semester before.
    let comparison: Comparison
    /// The indicators of which nothing is known in this semester.
    let unknown: UnknownIndicators
    /// How long the values took to make.
    private(set) var times = RollupTimes()
    private var values: [String: [[DimensionName]: [Ratio?]]] = [:]
    private var contributors: [String: [[DimensionName]: [Int]]] = [:]

    subscript(indicator: String, dimensions: [DimensionName]) -> [Ratio?]? {
        values[indicator]?[dimensions]
    }

    /// Returns how many people stand behind each value, where that was asked for and is known.
    func contributors(_ indicator: String, _ dimensions: [DimensionName]) -> [Int]? {
        contributors[indicator]?[dimensions]
    }

    /// Reads the evidence of a semester, each query once, and makes the values.
    init(
        of semester: Semester, indicators: IndicatorSet, dimensions: Dimensions,
        municipality: Municipality, countingContributors: Bool, in snapshot: StoreSnapshot
    ) throws {
        comparison = try Comparison(
            before: semester, municipality: municipality, in: snapshot)
        unknown = try UnknownIndicators(
            in: semester, indicators: indicators, municipality: municipality, snapshot: snapshot)
        try readEvidence(
            indicators, dimensions, countingContributors: countingContributors, in: snapshot,
            arguments: SemesterRollup.arguments(for: semester, municipality),
            limits: QueryLimits(
                seconds: municipality.indicatorLimits.querySeconds,
                rows: municipality.indicatorLimits.queryRows))
        let families = indicators.familyCodes
        var combining = RollupTimes()
        for indicator in indicators.indicators where !indicator.aggregate.operands.isEmpty {
            for breakdown in indicator.breakdowns {
                let cells = combining.measure(.summing(family: families[indicator.code] ?? "")) {
                    combined(
                        indicator, breakdown, semester: semester, targets: municipality.targets)
                }
                values[indicator.code, default: [:]][breakdown.dimensions] = cells
            }
        }
        times += combining
        for indicator in indicators.indicators where unknown.contains(indicator.code) {
            for (dimensions, cells) in values[indicator.code] ?? [:] {
                values[indicator.code]?[dimensions] = cells.map { _ in nil }
            }
        }
        for indicator in indicators.indicators where indicators.comparing.contains(indicator.code) {
            for breakdown in indicator.breakdowns {
                forgetIncomparable(indicator.code, breakdown.dimensions, dimensions)
            }
        }
    }

    /// Takes away what was counted where nothing is known of the semester before.
    private mutating func forgetIncomparable(
        _ indicator: String, _ names: [DimensionName], _ dimensions: Dimensions
    ) {
        guard var cells = values[indicator]?[names] else { return }
        let grid = CellGrid(names, in: dimensions)
        for cell in cells.indices
        where !comparison.canCompare(school: grid.school(of: cell, in: dimensions)) {
            cells[cell] = nil
        }
        values[indicator]?[names] = cells
    }

    private mutating func readEvidence(
        _ indicators: IndicatorSet, _ dimensions: Dimensions, countingContributors: Bool,
        in snapshot: StoreSnapshot, arguments: [String: Int], limits: QueryLimits
    ) throws {
        let families = indicators.familyCodes
        for (query, sql) in indicators.queries.sorted(by: { $0.key < $1.key }) {
            var table: EvidenceTable?
            for indicator in indicators.indicators {
                for breakdown in indicator.breakdowns
                where (breakdown.evidence ?? indicator.evidence) == query {
                    let evidence =
                        try table
                        ?? times.measure(.reading(query: query)) {
                            try EvidenceTable(
                                reading: query, sql: sql,
                                layout: EvidenceLayout(
                                    query: query, indicators: indicators.indicators),
                                arguments: arguments, limits: limits,
                                countingContributors: countingContributors, in: snapshot)
                        }
                    table = evidence
                    let summing = RollupTimes.Part.summing(family: families[indicator.code] ?? "")
                    values[indicator.code, default: [:]][breakdown.dimensions] =
                        try times.measure(summing) {
                            try evidence.values(
                                of: indicator, by: breakdown, dimensions: dimensions)
                        }.map { Ratio($0) }
                    guard countingContributors else { continue }
                    contributors[indicator.code, default: [:]][breakdown.dimensions] =
                        try times.measure(summing) {
                            try evidence.contributors(
                                of: indicator, by: breakdown, dimensions: dimensions)
                        }
                }
            }
        }
    }

    private func combined(
        _ indicator: IndicatorDefinition, _ breakdown: Breakdown, semester: Semester,
        targets: [Target]
    ) -> [Ratio?] {
        func cells(_ code: String) -> [Ratio?] { self[code, breakdown.dimensions] ?? [] }
        switch indicator.aggregate {
        case .share(let part, let whole):
            return zip(cells(part), cells(whole)).map { part, whole in
                guard let part, let whole else { return nil }
                return Ratio(100 * part.numerator, over: whole.numerator)
            }
        case .mean(let total, let number):
            return zip(cells(total), cells(number)).map { total, number in
                guard let total, let number else { return nil }
                return Ratio(total.numerator, over: number.numerator)
            }
        case .difference(let first, let second):
            return zip(cells(first), cells(second)).map { first, second in
                guard let first, let second else { return nil }
                return Ratio(first.numerator - second.numerator)
            }
        case .sumOfSchools(let code):
            return [
                Ratio((self[code, [.school]] ?? []).compactMap { $0?.numerator }.reduce(0, +))
            ]
        case .target(let code):
            let target = targets.first { $0.indicator == code && $0.semester == semester }
            return [target.map { Ratio($0.moreThan) }]
        case .count, .countDistinct, .sum: return []
        }
    }
}

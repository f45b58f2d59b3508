import DisclosureControl
import PupilSupport
import Rollup

/// What the words of the definitions say between figures, though no condition or breakdown does: who reads that low
/// marks are those of pupils supported knows that there are no more such pupils than pupils supported.
///
/// They are of the indicators that the repository ships; one that is not there says nothing.
struct SpokenRelations {
    /// Every thing of the first is one of the second.
    private static let within = [
        ("pupils_with_low_marks_before", "low_marks_before"), ("participants", "plans"),
        ("plans_completed", "plan_results"),
    ]
    private let figures: (String, [DimensionName]) -> [FigureAddress]
    /// The relations.
    private(set) var relations: [Relation] = []

    /// Builds the relations.
    ///
    /// - Parameters:
    ///   - indicators: The definitions.
    ///   - figures: The figures of an indicator by a breakdown.
    init(
        of indicators: [IndicatorDefinition],
        figures: @escaping (String, [DimensionName]) -> [FigureAddress]
    ) {
        self.figures = figures
        let supported = indicators.filter(\.countsSupportedPupils)
        for (part, whole) in Self.within + supported.map({ ($0.code, "participants") }) {
            for dimensions in [[], [DimensionName.school]] {
                add([part], within: whole, dimensions)
            }
        }
        for (place, one) in supported.enumerated() {
            for other in supported[(place + 1)...] where one.excludes(other) {
                for dimensions in [[], [DimensionName.school]] {
                    add([one.code, other.code], within: "participants", dimensions)
                }
            }
        }
        for indicator in supported { addPupilsOfSeveralSchools(indicator.code) }
        let interrupted = figures("plans_interrupted", []).first
        let status = figures("plans", [.status]).first { $0[.status] == "interrupted" }
        if let interrupted, let status {
            relations.append(.sum(of: [interrupted.cell], is: status.cell))
        }
    }

    private mutating func add(
        _ parts: [String], within whole: String, _ dimensions: [DimensionName]
    ) {
        let known = parts.map { Set(figures($0, dimensions)) }
        for address in figures(whole, dimensions) {
            let own = parts.map(address.of)
            guard zip(own, known).allSatisfy({ $1.contains($0) }) else { continue }
            relations.append(
                Relation(
                    own.map { .init($0.cell) } + [.init(address.cell, times: -1)], lower: nil,
                    upper: 0))
        }
    }

    /// Of pupils supported as few are at several schools as of all pupils supported, which is shown.
    private mutating func addPupilsOfSeveralSchools(_ code: String) {
        let schools = figures(code, [.school])
        guard let city = figures(code, []).first, !schools.isEmpty,
            let sum = figures("participants_sum_of_schools", []).first,
            let all = figures("participants", []).first
        else { return }
        relations.append(
            Relation(
                schools.map { .init($0.cell) }
                    + [
                        .init(city.cell, times: -1), .init(sum.cell, times: -1), .init(all.cell),
                    ], lower: nil, upper: 0))
    }
}

extension IndicatorDefinition {
    /// Whether the indicator counts pupils of whom all are supported, as those with outcomes are.
    var countsSupportedPupils: Bool {
        guard aggregate == .countDistinct(columns: ["pupil"]) else { return false }
        return ["outcomes-marks.sql", "outcomes-absences.sql"].contains(evidence)
    }

    /// Whether nobody can be counted by both, as a column of theirs has two values.
    fileprivate func excludes(_ other: IndicatorDefinition) -> Bool {
        guard evidence == other.evidence else { return false }
        return conditions.contains { own in
            guard case .equals(let value) = own.test else { return false }
            return other.conditions.contains {
                guard case .equals(let another) = $0.test else { return false }
                return $0.column == own.column && another != value
            }
        }
    }
}

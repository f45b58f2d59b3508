import PupilSupport
import Rollup

/// An indicator whose values are counts or sums of evidence, so that parts and wholes hang together.
struct CountedIndicator {
    let definition: IndicatorDefinition
    private let columns: [String]?

    /// Takes an indicator, or returns `nil` when its values are made from others.
    init?(_ definition: IndicatorDefinition) {
        switch definition.aggregate {
        case .count, .sum(_, oncePer: _): columns = nil
        case .countDistinct(let columns): self.columns = columns
        case .share, .mean, .sumOfSchools, .difference, .target: return nil
        }
        self.definition = definition
    }

    var code: String { definition.code }

    /// The query that gives the evidence of a breakdown, or `nil` when there is no such breakdown.
    private func evidence(by dimensions: [DimensionName]) -> String? {
        definition.breakdowns.first { $0.dimensions == dimensions }
            .flatMap { $0.evidence ?? definition.evidence }
    }

    /// Whether each counted thing has just one category of a dimension, so that the categories add up.
    ///
    /// A row has one of everything; a plan too. A person may get several measures and have several
    /// risks, and be at several schools, but has one sex and, at one time, one class.
    func addsUp(over dimension: DimensionName) -> Bool {
        if case .sum(_, let oncePer) = definition.aggregate, !oncePer.isEmpty {
            return !oncePer.contains("pupil") || dimension == .sex
        }
        guard let columns else { return true }
        if columns.contains("plan") || columns.contains(dimension.column) { return true }
        return dimension == .sex || dimension == .classBand || dimension == .level
    }

    /// Whether every thing that this indicator counts is counted by another one too.
    func isPart(of whole: CountedIndicator, in breakdown: Breakdown) -> Bool {
        guard let evidence = evidence(by: breakdown.dimensions),
            evidence == whole.evidence(by: breakdown.dimensions), code != whole.code
        else { return false }
        return countsWithin(whole)
    }

    /// Whether every thing that this indicator counts is one that another counts, given the same evidence.
    func countsWithin(_ whole: CountedIndicator) -> Bool {
        guard definition.evidence == whole.definition.evidence,
            Set(definition.conditions).isSuperset(of: whole.definition.conditions)
        else { return false }
        switch (definition.aggregate, whole.definition.aggregate) {
        case (.count, .count): return true
        case (.sum(let own, let once), .sum(let other, let otherOnce)):
            return own == other && once == otherOnce
        case (.countDistinct(let own), .countDistinct(let other)):
            return Set(own).isSubset(of: other)
        case (.countDistinct, .count): return true
        default: return false
        }
    }

    /// The condition that this indicator has and a whole has not, when it is only one.
    func condition(beyond whole: CountedIndicator) -> EvidenceCondition? {
        guard definition.aggregate == whole.definition.aggregate else { return nil }
        let more = definition.conditions.filter { !whole.definition.conditions.contains($0) }
        return more.count == 1
            && definition.conditions.count == whole.definition.conditions.count + 1
            ? more.first : nil
    }

    /// Whether a percentage says how much of a whole this indicator is.
    func isCompared(with whole: CountedIndicator, by indicators: [IndicatorDefinition]) -> Bool {
        indicators.contains { $0.aggregate == .share(of: code, in: whole.code) }
    }

    /// Whether another indicator counts the same things of the same evidence, under whatever conditions.
    func isLike(_ other: CountedIndicator, in breakdown: Breakdown) -> Bool {
        definition.aggregate == other.definition.aggregate && code != other.code
            && evidence(by: breakdown.dimensions) != nil
            && evidence(by: breakdown.dimensions) == other.evidence(by: breakdown.dimensions)
    }
}

import DisclosureControl
import PupilSupport
import Rollup

/// The figures of a release that hang together by addition, in groups that are measured alike.
///
/// Amounts – minutes, lessons – are a system of their own: a range of five pupils is wide, one of five minutes is not.
struct ReleaseSystem {
    /// The addresses of the figures.
    let addresses: [FigureAddress]
    /// What everybody knows between them.
    let relations: [Relation]
    /// What is left of wholes beyond their parts, which nobody may place among a few people either.
    let remainders: [Remainder]
    /// How wide the range of a hidden figure must be.
    let threshold: Int

    /// Returns the systems of a release, numbers of things first.
    ///
    /// - Parameters:
    ///   - addresses: The counts and sums of the release, hidden ones included.
    ///   - cube: The definitions and categories.
    ///   - threshold: The threshold for numbers of people.
    ///   - agrees: Whether an equation holds for what is known.
    static func systems(
        of addresses: [FigureAddress], in cube: Cube, threshold: Int,
        agrees: @escaping (Relation) -> Bool
    ) -> [ReleaseSystem] {
        let indicators = cube.families.flatMap(\.indicators)
        let units = Dictionary(
            indicators.map { ($0.code, $0.unit.amountOfOne) }, uniquingKeysWith: { $1 })
        let groups = Dictionary(grouping: addresses) { units[$0.indicator] ?? 1 }
        return groups.sorted { $0.key < $1.key }.map { amount, addresses in
            let alike = indicators.filter { $0.unit.amountOfOne == amount }
            return ReleaseSystem(
                addresses: addresses,
                relations: ReleaseRelations(
                    of: addresses, indicators: alike, dimensions: cube.dimensions, agrees: agrees
                ).relations, remainders: Remainder.all(of: addresses, indicators: alike),
                threshold: threshold * amount)
        }
    }

    /// Whether the values of an indicator are counted or added up, and so hang together.
    static func holds(_ indicator: IndicatorDefinition) -> Bool {
        switch indicator.aggregate {
        case .count, .sum(_, oncePer: _), .countDistinct, .sumOfSchools: true
        case .share, .mean, .difference, .target: false
        }
    }
}

extension Relation {
    /// Whether the relation holds for the values of all its cells; `nil` when one of them is not known.
    func holds(for value: (String) -> Int?) -> Bool? {
        var sum = 0
        for term in terms {
            guard let value = value(term.cell) else { return nil }
            sum += term.coefficient * value
        }
        return (lower ?? .min) <= sum && sum <= (upper ?? .max)
    }
}

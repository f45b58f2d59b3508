import DisclosureControl
import PupilSupport
import Rollup

/// What is left of a whole beyond one of its parts, which no table shows and everybody can work out where both are
/// shown: of 12 answers 11 are positive, so one is not.
struct Remainder: Hashable {
    /// The address of the whole.
    let whole: FigureAddress
    /// The address of the part.
    let part: FigureAddress

    /// The name of the remainder among the cells of a system; no figure has it.
    var cell: String { "\(whole.cell) − \(part.cell)" }

    /// What everybody knows of it.
    var relation: Relation { .sum(of: [part.cell, cell], is: whole.cell) }

    /// Returns the remainders between figures that are measured alike.
    ///
    /// They are those of parts by one condition, and of the roles of a person who may have several: where categories
    /// add up, what is left is itself made of figures that tables show.
    static func all(
        of addresses: [FigureAddress], indicators: [IndicatorDefinition]
    ) -> [Remainder] {
        let known = Set(addresses)
        let pairs = Self.pairs(of: indicators)
        let counted = Dictionary(
            indicators.compactMap(CountedIndicator.init).map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first })
        var remainders: [Remainder] = []
        for address in addresses {
            for pair in pairs where pair.part.code == address.indicator {
                let whole = address.of(pair.whole.code)
                guard known.contains(whole), pair.holds(by: address.dimensions) else { continue }
                remainders.append(Remainder(whole: whole, part: address))
            }
            guard address[.role] != nil, let indicator = counted[address.indicator],
                !indicator.addsUp(over: .role)
            else { continue }
            let whole = address.without(.role)
            if known.contains(whole) { remainders.append(Remainder(whole: whole, part: address)) }
        }
        return remainders
    }

    private static func pairs(of indicators: [IndicatorDefinition]) -> [Pair] {
        let counted = indicators.compactMap(CountedIndicator.init)
        return counted.flatMap { part in
            counted.compactMap { whole in
                part.condition(beyond: whole) == nil ? nil : Pair(part: part, whole: whole)
            }
        }
    }

    /// Two indicators of which one counts some of what the other counts.
    private struct Pair {
        let part: CountedIndicator
        let whole: CountedIndicator

        func holds(by dimensions: [DimensionName]) -> Bool {
            part.definition.breakdowns.contains {
                $0.dimensions == dimensions && part.isPart(of: whole, in: $0)
            }
        }
    }
}

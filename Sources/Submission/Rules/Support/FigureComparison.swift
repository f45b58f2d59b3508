import PupilSupport

/// Compares sums of indicators with one another, women, men and all apart.
///
/// A figure that is missing is not compared; that it is missing is told by VAL-28 alone.
struct FigureComparison {
    let grid: IndicatorGrid

    /// How two sums must stand to each other.
    enum Relation {
        case atMost
        case equal

        func holds(_ first: Int, _ second: Int) -> Bool {
            switch self {
            case .atMost: first <= second
            case .equal: first == second
            }
        }
    }

    /// Returns a hit for each period and school whose sums do not stand so.
    ///
    /// - Parameters:
    ///   - codes: The indicators on the left; the hit stands at the last of them.
    ///   - others: The indicators on the right.
    ///   - types: The kinds of period that are compared, all by default.
    func hits(
        _ codes: [String], _ relation: Relation, _ others: [String],
        in types: Set<PeriodType> = Set(PeriodType.allCases)
    ) -> [RuleHit] {
        grid.spans.compactMap { span in
            guard types.contains(span.type) else { return nil }
            let left = codes.compactMap { grid[$0, span] }
            let right = others.compactMap { grid[$0, span] }
            guard left.count == codes.count, right.count == others.count, let last = left.last
            else { return nil }
            for part in Self.parts {
                guard let first = sum(left, part.field), let second = sum(right, part.field),
                    !relation.holds(first, second)
                else { continue }
                return RuleHit(
                    at: last.place,
                    lv: "\(part.lv): \(text(codes)) ir \(first), bet \(text(others)) ir \(second)",
                    en: "\(part.en): \(text(codes)) is \(first) but \(text(others)) is \(second)")
            }
            return nil
        }
    }

    /// The parts that a figure of people has, all of them first.
    static let parts:
        [(lv: String, en: String, field: any KeyPath<IndicatorValue, Int?> & Sendable)] = [
            ("kopā", "in total", \.total), ("sievietes", "women", \.women),
            ("vīrieši", "men", \.men),
        ]

    private func text(_ codes: [String]) -> String { codes.joined(separator: " + ") }

    private func sum(
        _ figures: [IndicatorGrid.Figure], _ field: KeyPath<IndicatorValue, Int?>
    ) -> Int? {
        var sum = 0
        for figure in figures {
            guard let value = figure.value[keyPath: field] else { return nil }
            sum &+= value
        }
        return sum
    }
}

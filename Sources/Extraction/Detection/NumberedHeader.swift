/// A row whose cells may name columns by years or by numbers that count on, `Novads;2015;2016` or
/// `Klase;1;2;3`.
struct NumberedHeader {
    /// What the numbers are, or `nil` when the row is no such header.
    let kind: Kind?

    /// What the numbers of a header are.
    enum Kind { case years, numbers }

    /// Whether the row may be such a header.
    var isHeader: Bool { kind != nil }

    init(_ row: SampleRows.Row, width: Int, in sample: SampleRows) {
        var numbers: [Int] = []
        var names = 0
        for column in 0..<width {
            switch sample.shape(row, column) {
            case .integer:
                guard column > 0, let number = Int(sample.text(row, column)) else {
                    kind = nil
                    return
                }
                numbers.append(number)
            case .words, .code: names += 1
            case .empty: if column == 0 { names += 1 }
            default:
                kind = nil
                return
            }
        }
        guard names > 0 else {
            kind = nil
            return
        }
        kind = Self.areYears(numbers) ? .years : Self.countOn(numbers) ? .numbers : nil
    }

    /// Returns the year that a text is.
    static func year(_ text: String) -> Int? {
        guard text.count == 4, let year = Int(text), isYear(year) else { return nil }
        return year
    }

    private static func isYear(_ number: Int) -> Bool { (1900...2100).contains(number) }

    /// Whether numbers are years in their order, or in the opposite one.
    private static func areYears(_ numbers: [Int]) -> Bool {
        guard Set(numbers).count >= 2, numbers.allSatisfy(isYear) else { return false }
        let steps = zip(numbers, numbers.dropFirst())
        return steps.allSatisfy { $0 <= $1 } || steps.allSatisfy { $0 >= $1 }
    }

    private static func countOn(_ numbers: [Int]) -> Bool {
        numbers.count >= 3 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 &+ 1 }
    }
}

/// What everybody knows about some cells together: a sum of multiples of them lies between two bounds.
public struct Relation: Hashable, Sendable {
    /// A multiple of a cell.
    public struct Term: Hashable, Sendable {
        /// The name of the cell.
        public var cell: String
        /// How often it counts.
        public var coefficient: Int

        /// Takes a cell so many times.
        public init(_ cell: String, times coefficient: Int = 1) {
            self.cell = cell
            self.coefficient = coefficient
        }
    }

    /// The multiples that are added up.
    public var terms: [Term]
    /// The least the sum can be; nil when it has no lower bound.
    public var lower: Int?
    /// The greatest the sum can be; nil when it has no upper bound.
    public var upper: Int?

    /// States that the sum of the terms lies between two bounds.
    public init(_ terms: [Term], lower: Int?, upper: Int?) {
        self.terms = terms
        self.lower = lower
        self.upper = upper
    }

    /// States that a whole is the sum of its parts.
    public static func sum(of parts: [String], is whole: String) -> Relation {
        let terms = parts.map { Term($0) } + [Term(whole, times: -1)]
        return Relation(terms, lower: 0, upper: 0)
    }

    /// States that a sum is a number that everybody knows.
    public static func sum(of parts: [String], is number: Int) -> Relation {
        Relation(parts.map { Term($0) }, lower: number, upper: number)
    }

    /// States that a part is at most its whole.
    public static func part(_ part: String, isWithin whole: String) -> Relation {
        Relation([Term(part), Term(whole, times: -1)], lower: nil, upper: 0)
    }

    /// States that parts, of which one person may be in several, cover the whole.
    public static func parts(_ parts: [String], cover whole: String) -> Relation {
        let terms = parts.map { Term($0) } + [Term(whole, times: -1)]
        return Relation(terms, lower: 0, upper: nil)
    }

    /// States that one cell less another is a number that everybody knows.
    public static func difference(of cell: String, and other: String, is number: Int) -> Relation {
        Relation([Term(cell), Term(other, times: -1)], lower: number, upper: number)
    }

    /// States that a cell is a published share of a base, which was rounded to one in so many.
    ///
    /// A share of 33.3 % is 333 of 1000: the base times 332.5 is at most the cell times 1000, and so on.
    public static func share(
        of cell: String, in base: String, is numerator: Int, outOf denominator: Int
    ) -> [Relation] {
        [
            Relation(
                [Term(cell, times: 2 * denominator), Term(base, times: 1 - 2 * numerator)],
                lower: 0, upper: nil),
            Relation(
                [Term(cell, times: 2 * denominator), Term(base, times: -1 - 2 * numerator)],
                lower: nil, upper: 0),
        ]
    }
}

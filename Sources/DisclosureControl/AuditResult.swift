/// What an attacker who has everything published can find out about a hidden cell.
public struct CellBounds: Hashable, Sendable {
    /// An end of the range.
    public struct End: Hashable, Sendable {
        /// The value; nil when the range has no end.
        public var value: Int?
        /// Whether this is where the range ends; if not, it reaches at least to here.
        public var isExact: Bool

        /// Describes an end.
        public init(value: Int?, isExact: Bool) {
            self.value = value
            self.isExact = isExact
        }
    }

    /// The name of the cell.
    public var name: String
    /// The least value that fits everything published.
    public var least: End
    /// The greatest value that fits everything published.
    public var greatest: End
    /// Whether the range is as wide and reaches as high as the rule demands.
    public var isWideEnough: Bool
    /// The cells whose only contributor, knowing their own value, can work this one out.
    public var workedOutFrom: [String]

    /// Describes what was found out about a cell.
    public init(
        name: String, least: End, greatest: End, isWideEnough: Bool, workedOutFrom: [String]
    ) {
        self.name = name
        self.least = least
        self.greatest = greatest
        self.isWideEnough = isWideEnough
        self.workedOutFrom = workedOutFrom
    }

    /// Whether the cell is protected.
    public var isSafe: Bool { isWideEnough && workedOutFrom.isEmpty }

    /// Whether everybody can work the value out.
    public var isDisclosed: Bool {
        least.isExact && greatest.isExact && least.value != nil && least.value == greatest.value
    }
}

/// What an audit found.
public struct AuditResult: Hashable, Sendable {
    /// The threshold that the ranges were held against.
    public var threshold: Int
    /// Every hidden cell, in the order of the names.
    public var cells: [CellBounds]

    /// Whether every hidden cell is protected.
    public var passes: Bool { cells.allSatisfy(\.isSafe) }
    /// The hidden cells that are not protected.
    public var unsafe: [CellBounds] { cells.filter { !$0.isSafe } }
}

/// Why there is nothing to audit.
public enum AuditFault: Error, Hashable, Sendable {
    /// A relation names a cell that does not exist, or two cells have one name.
    case unclearCell(name: String)
    /// A number is greater than exact arithmetic has room for.
    case numberTooLarge(cells: [String])
    /// No values of the hidden cells fit what is published, near these cells.
    case contradictory(cells: [String])
    /// No values of the hidden cells that fit what is published were found, near these cells.
    case noCompletionFound(cells: [String])
}

/// A table of an extract with its figures, in the order of the definition.
public struct ExtractedTable: Sendable {
    /// What stands in a cell of a key.
    public enum Cell: Hashable, Sendable {
        /// A word or words.
        case words(String)
        /// A number.
        case number(Int)
        /// The evidence has no value.
        case nothing
    }

    /// A key of the rows.
    public struct Key: Sendable {
        /// The name of the column.
        public let name: String
        /// The cells that occur, each once, in their order.
        public let cells: [Cell]
        /// The place among the cells, row by row.
        public let places: [Int32]
    }

    /// A counted or summed column.
    public struct Amount: Sendable {
        /// The name of the column.
        public let name: String
        /// By what the values are divided to be shown.
        public let divisor: Int
        /// How many decimals are shown.
        public let decimals: Int
        /// The values, row by row.
        public let values: [Int]
    }

    /// The name of the file without its ending.
    public let file: String
    /// The number of rows.
    public let rowCount: Int
    /// The keys, in the order of the file.
    public let keys: [Key]
    /// The amounts, in the order of the file behind the keys.
    public let amounts: [Amount]
}

extension ExtractedTable.Cell: Comparable {
    /// Nothing comes first, then numbers by size, then words by their bytes.
    public static func < (first: ExtractedTable.Cell, second: ExtractedTable.Cell) -> Bool {
        switch (first, second) {
        case (.number(let a), .number(let b)): a < b
        case (.words(let a), .words(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
        case (.nothing, .number), (.nothing, .words), (.number, .words): true
        default: false
        }
    }
}

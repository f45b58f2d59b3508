/// What a line of a file was taken for.
public enum LineRole: String, Sendable, CaseIterable {
    /// A title or a note above the table.
    case preamble
    /// A row that names columns.
    case header
    /// A record.
    case record
    /// A row whose number of cells is not that of the header.
    case ragged
    /// A row without a value.
    case blank
    /// The header once more.
    case repeatedHeader = "repeated header"
    /// The title of a group of rows.
    case group
    /// A control sum.
    case total
    /// A note below the table.
    case note
}

/// Consecutive lines that were taken for the same.
public struct LineRun: Hashable, Sendable {
    /// The physical lines, from 1.
    public let lines: ClosedRange<Int>
    /// What they were taken for.
    public let role: LineRole
}

/// A table that was found in a file.
public struct TableFinding: Sendable {
    /// A column of the table.
    public struct Column: Sendable {
        /// Its name; empty when the header has none.
        public let name: String
        /// What most of its cells look like.
        public let shape: CellShape
        /// The share of the filled cells that look like that.
        public let share: Double
        /// Whether most of its cells are written like a personal code.
        public let isPersonalCode: Bool
        /// What its numbers have in common; `nil` when it has none.
        public let numbers: NumberSpan?
    }

    /// A row that sums up those above it.
    public struct Total: Sendable {
        /// The column of the word by which it is known.
        public let column: Int
        /// The word.
        public let text: String
        /// The columns of its sums.
        public let sums: [Int]
    }

    /// The physical lines of the table from its header to its last row.
    public let lines: ClosedRange<Int>
    /// The number of rows of the header, 0 when there is none.
    public let headerRows: Int
    /// The columns.
    public let columns: [Column]
    /// The number of rows that are records.
    public let recordCount: Int
    /// The lines of rows with fewer and with more cells than the table has columns.
    public let shortRows: [Int]
    /// The lines of rows with more cells than the table has columns.
    public let longRows: [Int]
    /// The lines of total rows.
    public let totalLines: Set<Int>
    /// The last of them, as a definition names it; `nil` when there is none.
    public let total: Total?
    /// The lines among the records that are none, though the reader takes them for such: lines drawn with
    /// signs, units, lines of text.
    public let leftOutLines: Set<Int>
    /// The columns, from 0, that have neither a name nor a value and stand before others that have.
    public let emptyColumns: Set<Int>
    /// How the reader has to be set to read this table and nothing else.
    public let options: DelimitedOptions

    /// The words by which a total row is known, in small letters.
    public static var wordsOfTotals: Set<String> { TotalRows.words }
}

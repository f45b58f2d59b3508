/// How a delimited file is written, as the definition of its source pins it.
public struct DelimitedOptions: Hashable, Sendable {
    /// The byte between cells.
    public var delimiter: UInt8
    /// The byte around cells that hold delimiters or line ends, or `nil` for none.
    ///
    public var quote: UInt8?
    /// How a quote stands within a quoted cell.
    public var escape: QuoteEscape
    /// What becomes of a quote within a quoted cell that is not escaped.
    public var strayQuotes: StrayQuotePolicy
    /// The number of rows that name the columns; with two or more, the upper cells are filled to the
    /// right and joined to the lower ones as `upper / lower`. With 0 the columns are named
    /// `column_1`, `column_2` …
    public var headerRows: Int
    /// The number of physical lines above the header that are not part of the table.
    public var linesBeforeHeader: Int
    /// What happens to a row that has fewer or more cells than the header.
    public var raggedRows: RaggedRowPolicy
    /// Rows below the header that are no records and are left out, each with a note.
    public var leftOut: Set<LeftOutRow>
    /// Where the table ends.
    public var end: TableEnd
    /// The number of columns, where the header names fewer or has empty cells beyond them; `nil` for as
    /// many as the header has cells.
    public var columnCount: Int?
    /// Whether the table is only shown, as it is, and not imported.
    ///
    /// Two columns may then have one name, and a letter of the header without meaning stands as U+FFFD.
    public var isOnlyShown: Bool
    /// Whether the header has no cell for the first column, as where a program writes the names of rows.
    public var hasRowNames: Bool
    /// What a file may ask of the reader.
    public var limits: ReadingLimits

    /// Creates options; the defaults are those of RFC 4180.
    public init(
        delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""),
        escape: QuoteEscape = .doubled, strayQuotes: StrayQuotePolicy = .reject,
        headerRows: Int = 1, linesBeforeHeader: Int = 0, raggedRows: RaggedRowPolicy = .reject,
        leftOut: Set<LeftOutRow> = [], end: TableEnd = .endOfFile, columnCount: Int? = nil,
        isOnlyShown: Bool = false, hasRowNames: Bool = false,
        limits: ReadingLimits = ReadingLimits()
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.strayQuotes = strayQuotes
        self.headerRows = headerRows
        self.linesBeforeHeader = linesBeforeHeader
        self.raggedRows = raggedRows
        self.leftOut = leftOut
        self.end = end
        self.columnCount = columnCount
        self.isOnlyShown = isOnlyShown
        self.hasRowNames = hasRowNames
        self.limits = limits
    }
}

/// How a quote stands within a quoted cell.
public enum QuoteEscape: String, Sendable, CaseIterable {
    /// It is doubled (RFC 4180).
    case doubled
    /// A backslash stands before it, and before a backslash; outside quotes it makes a delimiter text.
    case backslash
}

/// What becomes of a quote within a quoted cell that is not escaped.
public enum StrayQuotePolicy: String, Sendable, CaseIterable {
    /// The row is held back.
    case reject
    /// It is part of the text where the cell still ends on the same line, else the row is held back.
    case keep
}

/// A row below the header that is no record.
public enum LeftOutRow: String, Sendable, CaseIterable {
    /// The header once more.
    case repeatedHeader = "repeated-header"
    /// A row of which only one cell is filled: the title of a group of rows, or a note.
    case textRow = "text-row"
}

/// Where the table of a file ends.
public enum TableEnd: Sendable, Hashable {
    /// With the file.
    case endOfFile
    /// At the first row without a value below the header.
    case blankRow
    /// Before a physical line, from 1.
    case line(Int)
}

/// What a file may ask of the reader; beyond it a row or the file is refused with a finding.
public struct ReadingLimits: Hashable, Sendable {
    /// The largest number of bytes of one record.
    public var recordBytes: Int
    /// The largest number of cells of one row.
    public var cells: Int
    /// The largest number of records.
    public var records: Int
    /// The largest number of seconds that reading may take.
    public var seconds: Int

    /// Creates limits; the defaults are far above any export of a school.
    public init(
        recordBytes: Int = 16 << 20, cells: Int = 16_384, records: Int = 200_000_000,
        seconds: Int = 3600
    ) {
        self.recordBytes = recordBytes
        self.cells = cells
        self.records = records
        self.seconds = seconds
    }
}

/// What happens to a row whose number of cells is not that of the header.
public enum RaggedRowPolicy: String, Sendable, CaseIterable {
    /// The row is held back.
    case reject
    /// A short row gets empty cells; a long row is held back.
    case pad
    /// Empty cells beyond the header are dropped and a short row gets empty cells; a row with more
    /// filled cells is held back.
    case trimEmpty = "trim-empty"
}

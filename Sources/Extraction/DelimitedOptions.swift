/// How a delimited file is written, as the definition of its source pins it.
public struct DelimitedOptions: Hashable, Sendable {
    /// The byte between cells.
    public var delimiter: UInt8
    /// The byte around cells that hold delimiters or line ends, or `nil` for none.
    ///
    /// Within a quoted cell it is doubled (RFC 4180).
    public var quote: UInt8?
    /// The number of rows that name the columns, 1 or more; with two, the upper cells are filled to
    /// the right and joined to the lower ones as `upper / lower`.
    public var headerRows: Int
    /// The number of physical lines above the header that are not part of the table.
    public var linesBeforeHeader: Int
    /// What happens to a row that has fewer or more cells than the header.
    public var raggedRows: RaggedRowPolicy

    /// Creates options; the defaults are those of RFC 4180.
    public init(
        delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""),
        headerRows: Int = 1, linesBeforeHeader: Int = 0, raggedRows: RaggedRowPolicy = .reject
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.headerRows = headerRows
        self.linesBeforeHeader = linesBeforeHeader
        self.raggedRows = raggedRows
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

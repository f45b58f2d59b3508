/// Which sheet of a workbook is read and how, as the definition of its source pins it.
public struct SpreadsheetOptions: Hashable, Sendable {
    /// The name of the sheet, or `nil` for the first that is not hidden.
    public var sheet: String?
    /// How the rows of the sheet are read; delimiter and quote are those of ``SpreadsheetText``.
    public var table: DelimitedOptions

    /// Creates options.
    public init(sheet: String? = nil, table: DelimitedOptions = DelimitedOptions()) {
        self.sheet = sheet
        self.table = table
    }
}

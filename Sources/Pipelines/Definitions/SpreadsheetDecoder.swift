import Extraction
import Normalization

/// Decodes which sheet of a workbook is read and how.
struct SpreadsheetDecoder {
    /// Returns the options, or `nil` when they could not be read.
    ///
    /// All rows of a sheet are as wide as the sheet, so there is no key for ragged ones.
    func decode(_ value: DefinitionValue?) -> FileFormat? {
        guard let value else { return .workbook(SpreadsheetOptions()) }
        guard let mapping = value.mapping(keys: ["sheet"] + TableDecoder.keys) else { return nil }
        let sheet = mapping["sheet"]?.text()
        return .workbook(SpreadsheetOptions(sheet: sheet, table: TableDecoder().decode(mapping)))
    }
}

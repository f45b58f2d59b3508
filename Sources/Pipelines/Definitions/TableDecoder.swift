import Extraction

/// Decodes what rows of cells have in common, whether they stand between delimiters or on a sheet.
struct TableDecoder {
    /// The keys that it reads.
    static let keys = ["header_rows", "lines_before_header", "leave_out", "ends_at", "limits"]

    /// Returns the options that the keys say, and the defaults of the others.
    func decode(_ mapping: DefinitionMapping) -> DelimitedOptions {
        var options = DelimitedOptions()
        if let rows = mapping["header_rows"]?.integer(0...9) { options.headerRows = rows }
        if let lines = mapping["lines_before_header"]?.integer(0...1000) {
            options.linesBeforeHeader = lines
        }
        let leftOut = mapping["leave_out"]?.list()?.compactMap { $0.choice(LeftOutRow.self) }
        options.leftOut = Set(leftOut ?? [])
        if mapping["ends_at"]?.choice(NamedTableEnd.self) != nil { options.end = .blankRow }
        if let limits = mapping["limits"].map(self.limits) { options.limits = limits }
        return options
    }

    /// Where a table may end, as definitions say it.
    private enum NamedTableEnd: String, CaseIterable {
        case blankRow = "blank-row"
    }

    private func limits(_ value: DefinitionValue) -> ReadingLimits {
        var limits = ReadingLimits()
        guard
            let mapping = value.mapping(keys: ["record_bytes", "cells", "records", "seconds"])
        else { return limits }
        if let bytes = mapping["record_bytes"]?.integer(64...(1 << 30)) {
            limits.recordBytes = bytes
        }
        if let cells = mapping["cells"]?.integer(1...1_000_000) { limits.cells = cells }
        if let records = mapping["records"]?.integer(1...2_000_000_000) {
            limits.records = records
        }
        if let seconds = mapping["seconds"]?.integer(1...86_400) { limits.seconds = seconds }
        return limits
    }
}

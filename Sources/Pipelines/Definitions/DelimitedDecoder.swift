import Diagnostics
import Extraction
import Normalization

/// Decodes how a delimited file is written.
struct DelimitedDecoder {
    /// Returns the options, or `nil` when one could not be read.
    func decode(_ value: DefinitionValue) -> FileFormat? {
        let keys = [
            "delimiter", "quote", "escape", "stray_quotes", "header_rows", "lines_before_header",
            "ragged_rows", "leave_out", "ends_at", "limits",
        ]
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let delimiterSign = mapping.required("delimiter")
        let delimiter = delimiterSign.flatMap { sign($0, word: "tab") }
        let quote = mapping["quote"].map { sign($0, word: "none") }
        let headerRows = mapping["header_rows"]?.integer(0...9)
        let linesBefore = mapping["lines_before_header"]?.integer(0...1000)
        let raggedRows = mapping["ragged_rows"]?.choice(RaggedRowPolicy.self)
        let escape = mapping["escape"]?.choice(QuoteEscape.self)
        let strayQuotes = mapping["stray_quotes"]?.choice(StrayQuotePolicy.self)
        let leftOut = mapping["leave_out"]?.list()?.compactMap { $0.choice(LeftOutRow.self) }
        let end = mapping["ends_at"]?.choice(NamedTableEnd.self)
        let limits = mapping["limits"].map(self.limits)
        guard let delimiter, let delimiterByte = delimiter else { return nil }
        var quoteByte: UInt8? = UInt8(ascii: "\"")
        if let quote {
            guard let readable = quote else { return nil }
            quoteByte = readable
        }
        if quoteByte == delimiterByte {
            (mapping["quote"] ?? delimiterSign)?.report(
                DefinitionRules.delimiterIsQuote,
                ["sign": String(Unicode.Scalar(delimiterByte))])
        }
        return .delimited(
            DelimitedOptions(
                delimiter: delimiterByte, quote: quoteByte, escape: escape ?? .doubled,
                strayQuotes: strayQuotes ?? .reject, headerRows: headerRows ?? 1,
                linesBeforeHeader: linesBefore ?? 0, raggedRows: raggedRows ?? .reject,
                leftOut: Set(leftOut ?? []), end: end == nil ? .endOfFile : .blankRow,
                limits: limits ?? ReadingLimits()))
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

    /// Reads a character; the outer `nil` stands for what could not be read, the inner for `none`.
    private func sign(_ value: DefinitionValue, word: String) -> UInt8?? {
        guard let text = value.text() else { return nil }
        switch text {
        case let name where word == "tab" && DialectWords.named.contains { $0.name == name }:
            return .some(DialectWords.named.first { $0.name == name }?.byte)
        case "none" where word == "none": return .some(nil)
        default: break
        }
        guard text.utf8.count == 1, let byte = text.utf8.first, (0x21...0x7E).contains(byte),
            let character = text.first, !character.isLetter, !character.isNumber
        else {
            value.report(
                DefinitionRules.notOneCharacter,
                ["value": text, "key": value.key, "word": word])
            return nil
        }
        return .some(byte)
    }
}

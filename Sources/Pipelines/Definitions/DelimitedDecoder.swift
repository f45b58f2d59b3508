import Diagnostics
import Extraction
import Normalization

/// Decodes how a delimited file is written.
struct DelimitedDecoder {
    /// Returns the options, or `nil` when one could not be read.
    func decode(_ value: DefinitionValue) -> FileFormat? {
        let keys =
            ["delimiter", "quote", "escape", "stray_quotes", "ragged_rows"] + TableDecoder.keys
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let delimiterSign = mapping.required("delimiter")
        let delimiter = delimiterSign.flatMap { sign($0, word: "tab") }
        let quote = mapping["quote"].map { sign($0, word: "none") }
        let raggedRows = mapping["ragged_rows"]?.choice(RaggedRowPolicy.self)
        let escape = mapping["escape"]?.choice(QuoteEscape.self)
        let strayQuotes = mapping["stray_quotes"]?.choice(StrayQuotePolicy.self)
        var options = TableDecoder().decode(mapping)
        guard let delimiter, let delimiterByte = delimiter else { return nil }
        options.delimiter = delimiterByte
        if let quote {
            guard let readable = quote else { return nil }
            options.quote = readable
        }
        if options.quote == delimiterByte {
            (mapping["quote"] ?? delimiterSign)?.report(
                DefinitionRules.delimiterIsQuote,
                ["sign": String(Unicode.Scalar(delimiterByte))])
        }
        options.escape = escape ?? .doubled
        options.strayQuotes = strayQuotes ?? .reject
        options.raggedRows = raggedRows ?? .reject
        return .delimited(options)
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

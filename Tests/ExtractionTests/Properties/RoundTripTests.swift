import Testing

@testable import Extraction

/// What is written in a dialect is read again, with every place.
struct RoundTripTests {
    /// Every delimiter that the detector knows.
    static let delimiters = DialectCandidate.delimiters.map { Character(.init($0.byte)) }

    private static let header = ["numurs", "vārds", "piezīme"]

    @Test(arguments: delimiters, SavedForm.allCases)
    func `what is written is read again in every dialect`(
        delimiter: Character, form: SavedForm
    ) throws {
        var number = 0
        for dialect in Self.dialects(delimiter: delimiter, form: form) {
            number += 1
            let key = number + 1000 * (Int(delimiter.asciiValue ?? 0) + 256 * form.number)
            var random = PropertySeed.generator(for: key)
            let table = try Self.table(in: dialect, by: &random)
            let file = try TemporaryFile(table.bytes)
            var options = dialect.options
            options.strayQuotes = random.one(of: StrayQuotePolicy.allCases)
            let size = random.one(of: [1, 2, 3, 5, 7, 16, 61, 1 << 19])
            let read = try readDelimited(
                file.path, encoding: form.encoding, options: options, blockSize: size)
            #expect(
                read == table.expected,
                "\(dialect.testDescription), \(options.strayQuotes), blocks of \(size)")
        }
    }

    /// Every way to write with a delimiter in an encoding.
    private static func dialects(delimiter: Character, form: SavedForm) -> [WrittenDialect] {
        let quotes: [(Character?, QuoteEscape)] = [
            ("\"", .doubled), ("\"", .backslash), ("'", .doubled), ("'", .backslash),
            (nil, .doubled),
        ]
        return quotes.flatMap { quote, escape in
            ["\n", "\r\n", "\r"].flatMap { lineEnd in
                [true, false].map { hasFinalLineEnd in
                    WrittenDialect(
                        delimiter: delimiter, quote: quote, escape: escape, lineEnd: lineEnd,
                        form: form, hasFinalLineEnd: hasFinalLineEnd)
                }
            }
        }
    }

    private static func table(
        in dialect: WrittenDialect, by random: inout SeededGenerator
    ) throws -> WrittenTable {
        let rows = (0..<Int.random(in: 1...6, using: &random)).map { row in
            let cells = (1..<header.count).map { _ in cell(for: dialect, by: &random) }
            // A row without any value is no record, so the first cell has one.
            return ["\(row + 1)x"] + cells
        }
        var generator = random
        let table = try WrittenTable(dialect, header: header, rows: rows) {
            generator.once(in: 3)
        }
        random = generator
        return table
    }

    /// Signs of which some hold a reader up.
    private static let signs: [String] =
        ["a", "B", "ā", "Š", "ķ", "7", "0", " ", "  ", "\"", "\"\"", "'", "\\", "\\\\", "\n", "\r"]
        + ["\r\n", ",", ";", "\t", "|", ".", "=", "-", "#", "<", "&", "\u{0B}", "\u{7F}", "\0"]

    private static func cell(
        for dialect: WrittenDialect, by random: inout SeededGenerator
    ) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...7, using: &random) {
            let sign =
                random.once(in: 8) ? String(dialect.delimiter) : random.one(of: signs)
            // Without a quote there is no way to write a delimiter or a line end.
            if dialect.quote == nil, dialect.needsQuotes(sign) { continue }
            text += sign
        }
        return text
    }
}

extension SavedForm {
    /// The place among all forms.
    var number: Int { SavedForm.allCases.firstIndex(of: self) ?? 0 }
}

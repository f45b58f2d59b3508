import Diagnostics
import Testing

@testable import Extraction

/// Reading never depends on how many bytes are read at a time, whatever the bytes are.
struct BlockSizeTests {
    private static let cases = 400

    @Test(arguments: 0..<8)
    func `a faulty table is read alike in blocks of every size`(part: Int) throws {
        for number in 0..<Self.cases / 8 {
            var random = PropertySeed.generator(for: 1 << 32 + part * Self.cases + number)
            let text = Self.text(by: &random)
            let options = Self.options(by: &random)
            let encoding: TextEncoding = random.one(
                of: [.utf8, .utf8, .windows1257, .utf16LittleEndian, .utf16BigEndian])
            // Half a character at the end of UTF-16 refuses the file, so some tables end with one.
            let tail: [UInt8] = encoding.isUTF16 && random.once(in: 10) ? [0x41] : []
            let sent = encoding == .windows1257 ? text.replacing("\u{FEFF}", with: "") : text
            let file = try TemporaryFile(try #require(encoding.encoded(sent)) + tail)
            let whole = try Outcome(file.path, encoding, options, blockSize: 1 << 19)
            for size in 1...64 {
                let inBlocks = try Outcome(file.path, encoding, options, blockSize: size)
                let isAlike = inBlocks.agrees(with: whole)
                #expect(isAlike, "\(text.debugDescription) \(encoding) \(options)")
                guard isAlike else {
                    #expect(inBlocks.file == whole.file, "blocks of \(size)")
                    #expect(inBlocks.refusal == whole.refusal, "blocks of \(size)")
                    return
                }
            }
        }
    }

    /// What reading a file comes to.
    private struct Outcome {
        var file = ReadFile()
        var refusal: FileRefusal?

        init(
            _ path: String, _ encoding: TextEncoding, _ options: DelimitedOptions, blockSize: Int
        ) throws {
            do {
                var reader = try DelimitedReader(
                    path: FilePath(path), encoding: encoding, options: options, blockSize: blockSize
                )
                file.columns = reader.columns
                let decoder = TextDecoder(encoding.isUTF16 ? .utf8 : encoding)
                while let batch = try reader.nextBatch() {
                    try file.append(batch, decoder: decoder, escapes: CellEscapes(options))
                }
            } catch let refusal as FileRefusal {
                self.refusal = refusal
            }
        }

        /// Whether the outcome is that of the whole file; where a file is refused in its midst, larger
        /// blocks hand out fewer of the records before.
        func agrees(with whole: Outcome) -> Bool {
            guard refusal == whole.refusal else { return false }
            guard refusal != nil else { return file == whole.file }
            return file.records.starts(with: whole.file.records)
                && file.ignored.starts(with: whole.file.ignored)
        }
    }

    private static let signs: [String] =
        ["\n", "\n", "\n", "\r\n", "\r", ",", ",", ",", ",", "\"", "\"", "\"\"", "\\", " ", "\t"]
        + ["a", "b", "ā", "7", "12", "x,y\n", "\"1\",2\n", "\n\n", "\0", "id,b,c\n", "a,b,c"]

    private static func text(by random: inout SeededGenerator) -> String {
        var text = random.once(in: 4) ? "\u{FEFF}" : ""
        if random.once(in: 2) { text += random.one(of: ["id,b,c\n", "\"id\",b\r\n", "id\tb\r"]) }
        for _ in 0..<Int.random(in: 0...40, using: &random) { text += random.one(of: signs) }
        return text
    }

    private static func options(by random: inout SeededGenerator) -> DelimitedOptions {
        var options = DelimitedOptions(
            delimiter: random.one(of: [0x2C, 0x2C, 0x2C, 0x09, 0x20]),
            quote: random.one(of: [0x22, 0x22, 0x22, 0x27, nil]),
            escape: random.one(of: [.doubled, .doubled, .backslash]),
            strayQuotes: random.one(of: StrayQuotePolicy.allCases),
            headerRows: random.one(of: [0, 1, 1, 1, 2, 3]),
            linesBeforeHeader: random.one(of: [0, 0, 0, 1, 2]),
            raggedRows: random.one(of: RaggedRowPolicy.allCases),
            leftOut: random.one(of: [[], [], [.repeatedHeader], [.textRow]]),
            end: random.one(of: [.endOfFile, .endOfFile, .blankRow, .line(4)]),
            columnCount: random.one(of: [nil, nil, 2, 3]),
            isOnlyShown: true)
        if random.once(in: 4) {
            options.limits.recordBytes = Int.random(in: 1...40, using: &random)
        }
        if random.once(in: 8) {
            options.limits.records = Int.random(in: 1...9, using: &random)
        }
        if random.once(in: 8) { options.limits.cells = Int.random(in: 1...4, using: &random) }
        return options
    }
}

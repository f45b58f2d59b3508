import Diagnostics

/// The first line of a file, which is no header when it is longer than one may be.
enum FirstLine {
    /// Whether the first line that is not blank is longer than a header may be.
    static func isTooLong(_ text: [UInt8]) -> Bool {
        let start = text.firstIndex { $0 != 0x0A && $0 != 0x0D } ?? 0
        return text.count - start > DelimitedHeader.longest
            && !text[start...].prefix(DelimitedHeader.longest).contains { isEnd($0) }
    }

    /// Returns why a file with such a line is refused: for its number of cells, when that is the reason.
    ///
    /// - Throws: ``FileError`` when the file cannot be read.
    static func refusal(
        path: FilePath, encoding: TextEncoding, dialect: DialectFinding
    ) throws -> FileRefusal {
        let options = dialect.options
        let allowed = options.limits.cells
        let found =
            dialect.hasDelimiter
            ? try cellCount(path: path, encoding: encoding, options: options) : 1
        guard found > allowed else { return FileRefusal(ExtractionRules.noHeader, line: 1) }
        return FileRefusal(
            ExtractionRules.tooManyCells, line: 1,
            details: ["found": "\(found)", "allowed": "\(allowed)"])
    }

    private static func cellCount(
        path: FilePath, encoding: TextEncoding, options: DelimitedOptions
    ) throws -> Int {
        let blocks = try FileBlocks(path: path)
        var decoder = ShapeDecoder(encoding)
        var count = 1
        var isQuoted = false
        var hasBegun = false
        while true {
            var block: [UInt8] = []
            guard try blocks.read(upTo: 1 << 18, into: &block) > 0 else { return count }
            var text: [UInt8] = []
            decoder.append(block, to: &text)
            for byte in text {
                if byte == options.quote {
                    isQuoted.toggle()
                } else if !isQuoted {
                    if byte == options.delimiter { count += 1 }
                    if isEnd(byte), hasBegun { return count }
                }
                if !isEnd(byte) { hasBegun = true }
            }
        }
    }

    private static func isEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

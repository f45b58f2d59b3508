import Extraction

/// How the first bytes of an input say that the others are read.
struct DelimitedChoice {
    /// The number of bytes that say it.
    static let length = 8

    let options: DelimitedOptions
    let encoding: TextEncoding
    let blockSize: Int

    init(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes) + [UInt8](repeating: 0, count: Self.length)
        func pick<Value>(_ place: Int, _ values: [Value]) -> Value {
            values[Int(bytes[place]) % values.count]
        }
        var options = DelimitedOptions(
            delimiter: pick(0, Self.delimiters), quote: pick(1, [0x22, 0x27, nil]),
            escape: pick(1, [.doubled, .doubled, .doubled, .backslash, .backslash]),
            strayQuotes: pick(2, StrayQuotePolicy.allCases),
            headerRows: pick(3, [1, 0, 2, 3]), linesBeforeHeader: pick(4, [0, 1, 2, 5]),
            raggedRows: pick(2, [.reject, .pad, .trimEmpty, .trimEmpty, .reject]),
            leftOut: pick(
                4, [[], [.repeatedHeader], [.textRow], [.repeatedHeader, .textRow], []]),
            end: pick(3, [.endOfFile, .endOfFile, .blankRow, .line(3), .line(9)]),
            columnCount: pick(5, [nil, nil, 1, 3, 12]), isOnlyShown: pick(5, [true, false]))
        if bytes[7] & 0x80 != 0 {
            options.limits.recordBytes = pick(7, [1, 7, 64, 200])
            options.limits.cells = pick(5, [16_384, 3, 9])
            options.limits.records = pick(6, [1_000_000, 1, 4, 20])
        }
        self.options = options
        encoding = pick(6, TextEncoding.allCases)
        blockSize = 1 + Int(bytes[7] & 0x7F)
    }

    static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C, 0x20, 0x7E, 0x3A, 0x1F, 0x61]
}

/// A way in which a text might be cut into cells.
struct DialectCandidate: Hashable, Sendable {
    let delimiter: UInt8
    let quote: UInt8?
    let escape: QuoteEscape

    var options: DelimitedOptions {
        DelimitedOptions(
            delimiter: delimiter, quote: quote, escape: escape, strayQuotes: .keep, headerRows: 1)
    }

    /// What a delimiter is worth before anything is known of the text: a rare one needs a text that
    /// speaks for it more clearly.
    static let delimiters: [(byte: UInt8, worth: Double)] = [
        (0x2C, 1), (0x3B, 1), (0x09, 1), (0x7C, 0.98), (0x1F, 0.95), (0x01, 0.95), (0x7E, 0.9),
        (0x5E, 0.9), (0x23, 0.8), (0x2A, 0.8), (0x26, 0.75), (0x21, 0.75), (0x24, 0.75),
        (0x40, 0.7), (0x3A, 0.7), (0x20, 0.7), (0x2F, 0.6), (0x25, 0.6), (0x3D, 0.6), (0x5F, 0.5),
        (0x2D, 0.45),
    ]

    /// The worth of a delimiter.
    var worth: Double { Self.delimiters.first { $0.byte == delimiter }?.worth ?? 1 }

    /// The candidates that a text allows: every delimiter that it has, with every quote that stands
    /// where a cell may begin.
    static func all(for bytes: UnsafeBufferPointer<UInt8>) -> [DialectCandidate] {
        var counts = [Int](repeating: 0, count: 256)
        var hasEscapedQuote: [UInt8: Bool] = [:]
        var previous: UInt8 = 0x0A
        for byte in bytes {
            counts[Int(byte)] += 1
            if previous == 0x5C, byte == 0x22 || byte == 0x27 { hasEscapedQuote[byte] = true }
            previous = byte
        }
        var result: [DialectCandidate] = []
        for (delimiter, _) in delimiters where counts[Int(delimiter)] > 0 {
            result.append(.init(delimiter: delimiter, quote: nil, escape: .doubled))
            for quote: UInt8 in [0x22, 0x27] where opensCells(quote, delimiter, bytes) {
                // Of two dialects that cut alike the one that explains the backslashes comes first.
                if hasEscapedQuote[quote] == true {
                    result.append(.init(delimiter: delimiter, quote: quote, escape: .backslash))
                }
                result.append(.init(delimiter: delimiter, quote: quote, escape: .doubled))
            }
        }
        return result
    }

    /// Whether a quote stands at the start of a cell anywhere.
    private static func opensCells(
        _ quote: UInt8, _ delimiter: UInt8, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var previous: UInt8 = 0x0A
        for byte in bytes {
            if byte == quote, previous == delimiter || previous == 0x0A || previous == 0x0D {
                return true
            }
            // Blanks may stand before an opening quote.
            if byte != 0x20 || delimiter == 0x20 { previous = byte }
        }
        return false
    }
}

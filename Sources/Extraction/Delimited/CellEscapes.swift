/// How quotes are escaped within a quoted cell.
public struct CellEscapes: Hashable, Sendable {
    let quote: UInt8
    let escape: QuoteEscape
    let delimiter: UInt8

    /// The escapes of a dialect, or `nil` when it has no quote.
    public init?(_ options: DelimitedOptions) {
        guard let quote = options.quote else { return nil }
        self.init(quote: quote, escape: options.escape, delimiter: options.delimiter)
    }

    init(quote: UInt8, escape: QuoteEscape, delimiter: UInt8 = 0x2C) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
    }

    /// Returns the bytes of a cell without its escapes, and the place of each among the cell's bytes.
    func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], places: [Int]) {
        var plain: [UInt8] = []
        var places: [Int] = []
        plain.reserveCapacity(bytes.count)
        places.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            var place = index
            if index + 1 < bytes.count {
                let next = bytes[index + 1]
                switch escape {
                case .doubled where bytes[index] == quote && next == quote: place += 1
                case .backslash
                where bytes[index] == 0x5C
                    && (next == quote || next == 0x5C || next == delimiter):
                    place += 1
                default: break
                }
            }
            plain.append(bytes[place])
            places.append(place)
            index = place + 1
        }
        return (plain, places)
    }
}

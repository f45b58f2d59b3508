/// The two ways in which texts of cells are escaped: `_x000D_` in workbooks, quotes in delimited text.
enum EscapedText {
    /// Turns `_x000D_` and its like into the characters they stand for.
    ///
    /// What stands for no character of a text – half a pair, zero – is left as it is written.
    static func decode(_ text: inout [UInt8]) {
        guard mayHoldEscapes(text) else { return }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "_"), let unit = unit(in: text, at: index) else {
                result.append(text[index])
                index += 1
                continue
            }
            if let scalar = Unicode.Scalar(unit), isText(scalar) {
                result.append(contentsOf: String(scalar).utf8)
                index += 7
            } else if UTF16.isLeadSurrogate(UInt16(unit)),
                let second = self.unit(in: text, at: index + 7),
                UTF16.isTrailSurrogate(UInt16(second)),
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
            {
                result.append(contentsOf: String(scalar).utf8)
                index += 14
            } else {
                result.append(text[index])
                index += 1
            }
        }
        text = result
    }

    /// Appends a cell, in quotes where RFC 4180 wants them.
    @inline(__always)
    static func appendCell(
        _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) {
        var needsQuotes = false
        for byte in text where byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D {
            needsQuotes = true
            break
        }
        guard needsQuotes else { return output.append(contentsOf: text) }
        output.append(0x22)
        for byte in text {
            if byte == 0x22 { output.append(0x22) }
            output.append(byte)
        }
        output.append(0x22)
    }

    private static func mayHoldEscapes(_ text: [UInt8]) -> Bool {
        guard text.count >= 7 else { return false }
        for index in 0..<(text.count - 6) where text[index] == UInt8(ascii: "_") {
            if text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_") {
                return true
            }
        }
        return false
    }

    /// Returns the number of an escape that begins at an index.
    private static func unit(in text: [UInt8], at index: Int) -> UInt32? {
        guard index + 6 < text.count, text[index] == UInt8(ascii: "_"),
            text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_"),
            text[(index + 2)..<(index + 6)].allSatisfy({ isHexadecimal($0) })
        else { return nil }
        return UInt32(String(decoding: text[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "a")...UInt8(ascii: "f"):
            true
        default: false
        }
    }

    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value != 0 && scalar.value & 0xFFFE != 0xFFFE
    }
}

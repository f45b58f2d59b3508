/// The number of a cell as its file writes it, without the noise of binary fractions.
///
/// Excel keeps 15 significant digits of what a person types and writes up to 17 of what it holds, so
/// `0.30000000000000004` was 0.3. Nothing is computed in floating point.
enum CellNumber {
    /// The significant digits that Excel keeps.
    private static let keptDigits = 15
    /// The length beyond which an exponent is not written out.
    private static let longestPlain = 40

    /// Returns a number in plain decimal digits, or `nil` when the text is no number.
    static func plain(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        if isPlain(text) { return Array(text) }
        guard let parsed = Parsed(text) else { return nil }
        // A whole number that is written out was not a binary fraction; all its digits stay.
        let isWritten = !parsed.hasPoint && !parsed.hasExponent
        let number = isWritten ? parsed : parsed.rounded(to: keptDigits)
        return number.written(limit: longestPlain) ?? Array(text)
    }

    /// Whether a text is short and plain enough to be taken as it stands.
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = 0
        var points = 0
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "."):
                guard digits > 0 else { return false }
                points += 1
            case UInt8(ascii: "-") where index == 0: break
            default: return false
            }
        }
        return digits > 0 && digits <= keptDigits && points <= 1
            && text[text.count - 1] != UInt8(ascii: ".")
    }

    private struct Parsed {
        var isNegative = false
        /// The significant digits, without zeros before the first.
        var digits: [UInt8] = []
        /// How many of the digits stand before the point; may be negative or beyond the digits.
        var point = 0
        var hasPoint = false
        var hasExponent = false

        init?(_ text: UnsafeBufferPointer<UInt8>) {
            var index = 0
            var hasDigit = false
            if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
                isNegative = first == UInt8(ascii: "-")
                index = 1
            }
            while index < text.count {
                let byte = text[index]
                if (0x30...0x39).contains(byte) {
                    hasDigit = true
                    if byte != 0x30 || !digits.isEmpty {
                        digits.append(byte)
                        if !hasPoint { point += 1 }
                    } else if hasPoint {
                        point -= 1
                    }
                } else if byte == UInt8(ascii: "."), !hasPoint {
                    hasPoint = true
                } else if byte | 0x20 == UInt8(ascii: "e"), hasDigit {
                    guard let exponent = Self.exponent(text[(index + 1)...]) else { return nil }
                    hasExponent = true
                    point += exponent
                    break
                } else {
                    return nil
                }
                index += 1
            }
            guard hasDigit else { return nil }
        }

        private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
            guard (1...5).contains(text.count) else { return nil }
            return Int(String(decoding: text, as: UTF8.self))
        }

        func rounded(to count: Int) -> Parsed {
            var result = self
            if digits.count > count {
                result.digits = Array(digits[..<count])
                if digits[count] >= UInt8(ascii: "5") { result.roundUp() }
            }
            while result.digits.last == 0x30 { result.digits.removeLast() }
            return result
        }

        private mutating func roundUp() {
            var index = digits.count - 1
            while index >= 0, digits[index] == UInt8(ascii: "9") {
                digits[index] = 0x30
                index -= 1
            }
            if index >= 0 {
                digits[index] += 1
            } else {
                digits.insert(UInt8(ascii: "1"), at: 0)
                point += 1
            }
        }

        /// Returns the digits with a point, or `nil` when there would be too many.
        func written(limit: Int) -> [UInt8]? {
            guard !digits.isEmpty else { return [0x30] }
            guard point <= limit, point > -limit, digits.count <= limit else { return nil }
            var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
            if point <= 0 { text += [0x30] } else { text += digits.prefix(point) }
            if point > digits.count {
                text += [UInt8](repeating: 0x30, count: point - digits.count)
            } else if point < digits.count {
                text.append(UInt8(ascii: "."))
                if point < 0 { text += [UInt8](repeating: 0x30, count: -point) }
                text += digits.dropFirst(max(point, 0))
            }
            return text
        }
    }
}

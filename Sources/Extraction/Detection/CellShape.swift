/// What the text of a cell looks like, by which columns are told from chance.
///
/// A shape is no type: the reader hands out text, and the pipeline says what it means.
public enum CellShape: UInt8, Sendable, CaseIterable {
    /// Nothing, or blanks only.
    case empty
    /// Digits with a sign at most.
    case integer
    /// A number with a decimal mark, grouped thousands, an exponent, a percent or currency sign.
    case decimal
    /// A calendar day in any common spelling.
    case date
    /// A time of day or a length of time, `10:30`, `1:02:03.5`.
    case time
    /// A day and a time.
    case dateTime
    /// Letters, digits and joining signs without a blank, with a digit: a number plate, a class, a code.
    case code
    /// An address of the web or of mail.
    case address
    /// One to eight words.
    case words
    /// A longer text.
    case prose
    /// A text with signs that seldom stand in a cell, such as another delimiter or a lone quote.
    case odd

    /// Whether the shape tells a column of values from one of texts.
    public var isValue: Bool {
        switch self {
        case .integer, .decimal, .date, .time, .dateTime: true
        default: false
        }
    }
}

extension CellShape {
    /// Tells the shape of the bytes of a cell in UTF-8.
    public init(of original: UnsafeBufferPointer<UInt8>) {
        let bytes = Self.trimmed(original)
        guard let first = bytes.first else {
            self = .empty
            return
        }
        if bytes.count <= 40, let shape = Self.value(bytes, first: first) {
            self = shape
            return
        }
        self = Self.text(bytes)
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = bytes.count
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        // No-break spaces (C2 A0) stand around numbers.
        while end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 { start += 2 }
        while end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { end -= 2 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    // MARK: - Values

    private static func value(_ bytes: UnsafeBufferPointer<UInt8>, first: UInt8) -> CellShape? {
        if let number = number(bytes) { return number }
        guard isDigit(first) else { return nil }
        if isDate(bytes) { return .date }
        if isTime(bytes) { return .time }
        // A day, a blank or T, a time.
        for index in bytes.indices where bytes[index] == 0x20 || bytes[index] == 0x54 {
            let day = UnsafeBufferPointer(rebasing: bytes[..<index])
            let time = UnsafeBufferPointer(rebasing: bytes[(index + 1)...])
            if isDate(day), isTime(withoutZone(time)) { return .dateTime }
        }
        return nil
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Reads numbers such as `-12`, `1 234,50`, `1,234.5`, `3.2E-5`, `85 %`, `€ 12.00`, `(1 200)`.
    private static func number(_ original: UnsafeBufferPointer<UInt8>) -> CellShape? {
        var bytes = original
        var isMarked = false
        func drop(first count: Int) { bytes = UnsafeBufferPointer(rebasing: bytes[count...]) }
        func drop(last count: Int) {
            bytes = UnsafeBufferPointer(rebasing: bytes[..<(bytes.count - count)])
        }
        if bytes.count > 2, bytes[0] == 0x28, bytes[bytes.count - 1] == 0x29 {
            drop(first: 1)
            drop(last: 1)
            isMarked = true
        }
        let signs: [[UInt8]] = [[0x24], [0xE2, 0x82, 0xAC], [0xC2, 0xA3], [0x25]]
        for sign in signs {
            if bytes.starts(with: sign) {
                drop(first: sign.count)
                isMarked = true
            }
            if bytes.count > sign.count, bytes.suffix(sign.count).elementsEqual(sign) {
                drop(last: sign.count)
                isMarked = true
            }
        }
        while bytes.first == 0x20 { drop(first: 1) }
        while bytes.last == 0x20 { drop(last: 1) }
        if bytes.first == 0x2D || bytes.first == 0x2B { drop(first: 1) }
        guard let first = bytes.first, isDigit(first) || first == 0x2E || first == 0x2C
        else { return nil }
        var digits = 0
        var marks = 0
        var lastMark: UInt8 = 0
        var sinceMark = 0
        var groups = 0
        var hasExponent = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x30...0x39:
                digits += 1
                sinceMark += 1
            case 0x2C, 0x2E:
                if marks > 0 {
                    // A second mark of the same kind groups thousands; another one ends the grouping.
                    guard sinceMark == 3 else { return nil }
                    groups += 1
                }
                marks += 1
                lastMark = byte
                sinceMark = 0
            case 0x20, 0x27:
                guard marks == 0 || lastMark == 0x20, digits > 0, index + 3 < bytes.count,
                    bytes[(index + 1)...(index + 3)].allSatisfy(isDigit)
                else { return nil }
                lastMark = 0x20
                groups += 1
            case 0xC2, 0xE2:
                // No-break space, or the narrow one, between thousands.
                let length = byte == 0xC2 ? 2 : 3
                guard index + length + 2 < bytes.count, digits > 0,
                    bytes[(index + length)...(index + length + 2)].allSatisfy(isDigit)
                else { return nil }
                groups += 1
                index += length - 1
            case 0x45, 0x65:
                guard digits > 0, !hasExponent, index + 1 < bytes.count else { return nil }
                hasExponent = true
                if bytes[index + 1] == 0x2B || bytes[index + 1] == 0x2D { index += 1 }
                guard index + 1 < bytes.count, isDigit(bytes[index + 1]) else { return nil }
            default: return nil
            }
            index += 1
        }
        guard digits > 0 else { return nil }
        if marks >= 2, groups == 0 { return nil }
        return marks == 0 && groups == 0 && !hasExponent && !isMarked ? .integer : .decimal
    }

    /// Reads `2019-02-30`, `30.02.2019.`, `2.3.19`, `2019.02.30.`, `30/02/2019`, `12-Jan-2019`.
    private static func isDate(_ original: UnsafeBufferPointer<UInt8>) -> Bool {
        var bytes = original[...]
        if bytes.last == 0x2E { bytes = bytes.dropLast() }
        guard (6...12).contains(bytes.count) else { return false }
        var parts: [(count: Int, isNumber: Bool)] = []
        var separator: UInt8?
        var count = 0
        var isNumber = true
        for byte in bytes {
            switch byte {
            case 0x30...0x39: count += 1
            case 0x41...0x5A, 0x61...0x7A:
                count += 1
                isNumber = false
            case 0x2D, 0x2E, 0x2F:
                guard separator == nil || separator == byte, count > 0 else { return false }
                separator = byte
                parts.append((count, isNumber))
                (count, isNumber) = (0, true)
            default: return false
            }
        }
        parts.append((count, isNumber))
        guard parts.count == 3, parts[0].isNumber, parts[2].isNumber else { return false }
        let lengths = parts.map(\.count)
        if !parts[1].isNumber { return lengths[1] == 3 && lengths[0] <= 4 }
        return (lengths[0] == 4 && lengths[1] <= 2 && (1...2).contains(lengths[2]))
            || (lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 4 || lengths[2] == 2))
    }

    private static func isTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = 0
        var colons = 0
        for byte in bytes {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x3A:
                guard (1...2).contains(digits) || (colons == 0 && (1...3).contains(digits))
                else { return false }
                colons += 1
                digits = 0
            case 0x2E, 0x2C:
                guard colons == 2, digits == 2 else { return false }
                digits = 0
                colons = 3
            default: return false
            }
        }
        return (1...3).contains(colons) && digits > 0 && (colons == 3 || digits == 2)
    }

    /// A time without the zone that follows it, `Z` or `+02:00`.
    private static func withoutZone(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        if bytes.last == 0x5A { return UnsafeBufferPointer(rebasing: bytes.dropLast()) }
        guard let sign = bytes.lastIndex(where: { $0 == 0x2B || $0 == 0x2D }) else { return bytes }
        return UnsafeBufferPointer(rebasing: bytes[..<sign])
    }

    // MARK: - Texts

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> CellShape {
        var letters = 0
        var digits = 0
        var blanks = 0
        var joiners = 0
        var marks = 0
        var odd = 0
        var ats = 0
        var quotes = 0
        for byte in bytes {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x41...0x5A, 0x61...0x7A, 0x80...: letters += 1
            case 0x20, 0x0A, 0x0D, 0xA0: blanks += 1
            case 0x2D, 0x2E, 0x2F, 0x5F, 0x3A, 0x23: joiners += 1
            case 0x40: ats += 1
            case 0x22: quotes += 1
            case 0x27, 0x28, 0x29, 0x26, 0x21, 0x3F, 0x25, 0x2B, 0x2A, 0x3D, 0x2C, 0x3B: marks += 1
            default: odd += 1
            }
        }
        if blanks == 0,
            ats == 1 || bytes.starts(with: "http".utf8) || bytes.starts(with: "www.".utf8),
            letters > 3
        {
            return .address
        }
        if quotes % 2 == 1 || letters + digits == 0 { return .odd }
        if odd > 0, letters < 4 * odd { return .odd }
        if blanks == 0, digits > 0, marks == 0, odd == 0 { return .code }
        return blanks <= 7 ? .words : .prose
    }
}

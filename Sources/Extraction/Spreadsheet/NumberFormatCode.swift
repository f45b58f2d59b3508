extension CellFormat {
    /// Reads a format code, as `dd\.mm\.yyyy\.;@` or `[$-426]d. mmmm`.
    ///
    /// Only the section for positive numbers counts. What is quoted, escaped or in brackets is no
    /// part of a day or a time, but for the brackets of `[h]`.
    init(code: String) {
        var scan = FormatCodeScan(code: code)
        scan.run()
        self = scan.format
    }
}

/// Goes once over the first section of a format code.
private struct FormatCodeScan {
    private enum Unit { case date, month, hour, second, elapsed }

    private let original: [UInt8]
    /// The code with its ASCII letters in lower case.
    private let code: [UInt8]
    private var index = 0
    private var units: [Unit] = []
    private var marks: [UInt8?] = []
    private var hasOnlyDigitPlaces = true

    init(code: String) {
        original = Array(code.utf8)
        self.code = original.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    var format: CellFormat {
        var hasDate = false
        var hasTime = false
        for (place, unit) in units.enumerated() {
            switch unit {
            case .date: hasDate = true
            case .hour, .second, .elapsed: hasTime = true
            case .month:
                let before = place > 0 ? units[place - 1] : .date
                let after = place + 1 < units.count ? units[place + 1] : .date
                let isMinute = before == .hour || before == .elapsed || after == .second
                if isMinute { hasTime = true } else { hasDate = true }
            }
        }
        if hasDate { return hasTime ? .dateAndTime : .date }
        if hasTime { return units.contains(.elapsed) ? .duration : .time }
        let digits = marks.count { $0 == nil }
        return hasOnlyDigitPlaces && digits >= 2 ? .digits(DigitPattern(places: marks)) : .number
    }

    mutating func run() {
        while index < code.count {
            let byte = code[index]
            switch byte {
            case UInt8(ascii: ";"): return
            case UInt8(ascii: "\""): skipQuoted()
            case UInt8(ascii: "\\"):
                if index + 1 < code.count { marks.append(original[index + 1]) }
                index += 2
            case UInt8(ascii: "_"), UInt8(ascii: "*"):
                hasOnlyDigitPlaces = false
                index += 2
            case UInt8(ascii: "["): readBrackets()
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                hasOnlyDigitPlaces = false
                readWord()
            case UInt8(ascii: "0"):
                marks.append(nil)
                index += 1
            case UInt8(ascii: "-"), UInt8(ascii: " "):
                marks.append(byte)
                index += 1
            default:
                hasOnlyDigitPlaces = false
                index += 1
            }
        }
    }

    private mutating func skipQuoted() {
        index += 1
        while index < code.count, code[index] != UInt8(ascii: "\"") {
            marks.append(original[index])
            index += 1
        }
        index += 1
    }

    private mutating func readBrackets() {
        let start = index + 1
        while index < code.count, code[index] != UInt8(ascii: "]") { index += 1 }
        let content = code[min(start, index)..<index]
        index += 1
        // A colour and a language (`[Red]`, `[$-426]`) change no digit; a currency or a condition may.
        let isPlain =
            content.starts(with: "$-".utf8) || content.allSatisfy { (0x61...0x7A).contains($0) }
        if !isPlain { hasOnlyDigitPlaces = false }
        guard let first = content.first, content.allSatisfy({ $0 == first }),
            [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(first)
        else { return }
        units.append(.elapsed)
    }

    /// Reads letters up to the next other character.
    ///
    /// A word with a letter that no unit has, such as `General`, is literal.
    private mutating func readWord() {
        let start = index
        while index < code.count, (0x61...0x7A).contains(code[index]) { index += 1 }
        var word = code[start..<index]
        if index < code.count, code[index] == UInt8(ascii: "/"), word.last == UInt8(ascii: "a"),
            index + 1 < code.count, code[index + 1] == UInt8(ascii: "p")
        {
            // `a/p` stands where hours do.
            word.removeLast()
            index += 2
        } else if word.elementsEqual("am".utf8), index < code.count,
            code[index] == UInt8(ascii: "/"), code[(index + 1)...].starts(with: "pm".utf8)
        {
            index += 3
            return
        }
        let isExponent =
            word.elementsEqual("e".utf8) && index < code.count
            && (code[index] == UInt8(ascii: "+") || code[index] == UInt8(ascii: "-"))
        guard !isExponent, word.allSatisfy({ "ymdhsegb".utf8.contains($0) }) else { return }
        while let letter = word.first {
            let run = word.prefix { $0 == letter }
            word = word.dropFirst(run.count)
            switch letter {
            case UInt8(ascii: "m"): units.append(run.count <= 2 ? .month : .date)
            case UInt8(ascii: "h"): units.append(.hour)
            case UInt8(ascii: "s"): units.append(.second)
            default: units.append(.date)
            }
        }
    }
}

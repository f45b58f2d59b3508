/// Reads numbers and lengths of time exactly, without floating point.
enum NumberParser {
    enum Reading: Equatable {
        case number(Int)
        case notANumber
    }

    /// Reads a whole number of things.
    static func readCount(_ text: some StringProtocol) -> Reading {
        guard !text.isEmpty, text.count <= 9, text.allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int(text)
        else { return .notANumber }
        return .number(number)
    }

    /// Reads a length of time as whole minutes.
    ///
    /// `40`, `40 min`, `1:20`, `1 h 20 min`, `1,5` with a unit of 60. A length that is no whole number
    /// of minutes is no reading, for rounding would be a guess.
    static func readMinutes(
        _ text: some StringProtocol, decimalMark: Character, minutesPerUnit: Int
    ) -> Reading {
        let folded = text.lowercased().filter { !$0.isWhitespace }
        if folded.contains(":") {
            let parts = folded.split(separator: ":" as Character, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1].count == 2,
                case .number(let hours) = readCount(parts[0]),
                case .number(let minutes) = readCount(parts[1]), minutes < 60
            else { return .notANumber }
            return .number(hours * 60 + minutes)
        }
        if let hourMark = folded.firstIndex(where: \.isLetter),
            hourMarks.contains(String(folded[hourMark...].prefix(while: \.isLetter)))
        {
            let afterUnit = folded[hourMark...].drop { $0.isLetter || $0 == "." }
            guard case .number(let hours) = readScaled(folded[..<hourMark], decimalMark, 60) else {
                return .notANumber
            }
            guard !afterUnit.isEmpty else { return .number(hours) }
            guard case .number(let minutes) = readCount(withoutMinuteMark(afterUnit)) else {
                return .notANumber
            }
            return .number(hours + minutes)
        }
        let bare = withoutMinuteMark(folded)
        return readScaled(bare, decimalMark, bare.count == folded.count ? minutesPerUnit : 1)
    }

    private static let hourMarks: Set = ["h", "st", "stunda", "stundas", "stundu"]

    private static func withoutMinuteMark(_ text: some StringProtocol) -> Substring {
        let text = Substring(text)
        for mark in ["minūtes", "minūte", "min.", "min"] where text.hasSuffix(mark) {
            return text.dropLast(mark.count)
        }
        return text
    }

    /// Reads a decimal number times a unit; only a whole result is a reading.
    private static func readScaled(
        _ text: some StringProtocol, _ decimalMark: Character, _ unit: Int
    ) -> Reading {
        let parts = Substring(text).split(
            separator: decimalMark, maxSplits: 1, omittingEmptySubsequences: false)
        guard case .number(let whole)? = parts.first.map({ readCount($0) }) else {
            return .notANumber
        }
        guard parts.count == 2 else { return .number(whole * unit) }
        guard parts[1].count <= 6, case .number(let fraction) = readCount(parts[1]) else {
            return .notANumber
        }
        let scale = parts[1].reduce(1) { scale, _ in scale * 10 }
        guard fraction * unit % scale == 0 else { return .notANumber }
        return .number(whole * unit + fraction * unit / scale)
    }
}

import Extraction

/// A stretch of text cut into words and numbers; all else is punctuation that a twin keeps.
struct TwinTokens {
    /// What a token is.
    enum Kind: Equatable {
        /// Letters with the marks that combine with them.
        case word
        /// A personal code, with or without its hyphen; `isShort` when its leading zero is lost.
        case personalCode(isShort: Bool)
        /// A calendar day, with the places of its parts.
        case date(day: Range<Int>, month: Range<Int>, year: Range<Int>)
        /// A time of day, `10:30`.
        case time
        /// A year from 1900 to 2100, which says of nobody who they are.
        case year
        /// Any other number.
        case number
    }

    /// A word or a number.
    struct Token {
        let kind: Kind
        /// The places of its characters.
        let range: Range<Int>
    }

    /// The characters; none for a byte without meaning.
    let scalars: [Unicode.Scalar?]
    /// Where each character begins in the text, and where the last ends.
    let places: [Int]
    /// The tokens, in the order of the text.
    private(set) var tokens: [Token] = []
    /// The digit of each character, -1 for none.
    let digits: [Int8]

    /// Cuts a stretch of a text.
    init(_ range: Range<Int>, of text: [UInt8], _ coder: ScalarCoder) {
        var scalars: [Unicode.Scalar?] = []
        var places = [range.lowerBound]
        var digits: [Int8] = []
        scalars.reserveCapacity(range.count)
        places.reserveCapacity(range.count + 1)
        var place = range.lowerBound
        while place < range.upperBound {
            let (scalar, length) = coder.scalar(in: text, at: place, before: range.upperBound)
            scalars.append(scalar)
            digits.append(scalar.map(Self.digit) ?? -1)
            place += length
            places.append(place)
        }
        self.scalars = scalars
        self.places = places
        self.digits = digits
        cut()
    }

    /// The characters of a token.
    func scalars(of token: Token) -> [Unicode.Scalar] { scalars[token.range].compactMap { $0 } }

    /// The ASCII digits of a token, without what stands between them.
    func digitText(of range: Range<Int>) -> String {
        String(digits[range].filter { $0 >= 0 }.map { Character("\($0)") })
    }

    /// The number that digits make; they are at most eight.
    func number(_ range: Range<Int>) -> Int {
        digits[range].reduce(0) { $0 * 10 + Int(max(0, $1)) }
    }

    // MARK: - Characters

    private static func digit(_ scalar: Unicode.Scalar) -> Int8 {
        if scalar.isASCII { return scalar.value &- 0x30 < 10 ? Int8(scalar.value - 0x30) : -1 }
        guard scalar.properties.generalCategory == .decimalNumber,
            let value = scalar.properties.numericValue
        else { return -1 }
        return Int8(value)
    }

    /// Whether a character is a letter, or a sign that stands for letters or numbers, as `Ⅷ` and `①`.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x61...0x7A).contains(scalar.value | 0x20) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .letterNumber, .otherNumber, .privateUse:
            return true
        default: return scalar.properties.isAlphabetic
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    // MARK: - Cutting

    private mutating func cut() {
        var index = 0
        while index < scalars.count {
            if digits[index] >= 0 {
                let token = number(at: index)
                tokens.append(token)
                index = token.range.upperBound
            } else if let scalar = scalars[index], Self.isLetter(scalar) {
                let start = index
                while index < scalars.count, let scalar = scalars[index],
                    Self.isLetter(scalar) || Self.isMark(scalar)
                { index += 1 }
                tokens.append(Token(kind: .word, range: start..<index))
            } else {
                index += 1
            }
        }
    }

    private func run(at index: Int) -> Range<Int> {
        var end = index
        while end < digits.count, digits[end] >= 0 { end += 1 }
        return index..<end
    }

    private func sign(at index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    private func number(at start: Int) -> Token {
        let first = run(at: start)
        if let code = personalCode(first) { return code }
        if let date = date(first) { return date }
        if let time = time(first) { return time }
        if first.count == 4, (1900...2100).contains(number(first)) {
            return Token(kind: .year, range: first)
        }
        if first.count == 8, (1900...2100).contains(number(start..<(start + 4))),
            (1...12).contains(number((start + 4)..<(start + 6))),
            (1...31).contains(number((start + 6)..<(start + 8)))
        {
            let parts = (start..<(start + 4), (start + 4)..<(start + 6), (start + 6)..<(start + 8))
            return Token(kind: .date(day: parts.2, month: parts.1, year: parts.0), range: first)
        }
        return Token(kind: .number, range: first)
    }

    private func personalCode(_ first: Range<Int>) -> Token? {
        switch first.count {
        case 11: return Token(kind: .personalCode(isShort: false), range: first)
        case 10: return Token(kind: .personalCode(isShort: true), range: first)
        case 5, 6:
            guard let sign = sign(at: first.upperBound), "- –".unicodeScalars.contains(sign) else {
                return nil
            }
            let second = run(at: first.upperBound + 1)
            guard second.count == 5 else { return nil }
            return Token(
                kind: .personalCode(isShort: first.count == 5),
                range: first.lowerBound..<second.upperBound)
        default: return nil
        }
    }

    /// A day such as `5.3.2019`, `05.03.19`, `2019-03-05`, `5/3/2019`, which is no part of a longer row of
    /// numbers.
    private func date(_ first: Range<Int>) -> Token? {
        guard let sign = sign(at: first.upperBound), ".-/".unicodeScalars.contains(sign),
            !(self.sign(at: first.lowerBound - 1) == sign && first.lowerBound > 1
                && digits[first.lowerBound - 2] >= 0),
            !isBehindYear(first.lowerBound)
        else { return nil }
        let second = run(at: first.upperBound + 1)
        guard (1...2).contains(second.count), self.sign(at: second.upperBound) == sign else {
            return nil
        }
        let third = run(at: second.upperBound + 1)
        let behind = third.upperBound + 1
        guard
            !(self.sign(at: third.upperBound) == sign && digits.indices.contains(behind)
                && digits[behind] >= 0)
        else { return nil }
        let whole = first.lowerBound..<third.upperBound
        if first.count == 4, (1...2).contains(third.count) {
            return Token(kind: .date(day: third, month: second, year: first), range: whole)
        }
        guard (1...2).contains(first.count), third.count == 4 || third.count == 2 else {
            return nil
        }
        // `3/31/2019` names the month first.
        let isMonthFirst = sign == "/" && number(second) > 12 && number(first) <= 12
        return Token(
            kind: .date(
                day: isMonthFirst ? second : first, month: isMonthFirst ? first : second,
                year: third), range: whole)
    }

    /// Whether a year and a slash stand before a place, as in `2018/19-2-01`, which names no day.
    private func isBehindYear(_ place: Int) -> Bool {
        guard place > 4, sign(at: place - 1) == "/" else { return false }
        return digits[(place - 5)..<(place - 1)].allSatisfy { $0 >= 0 }
            && (1900...2100).contains(number((place - 5)..<(place - 1)))
    }

    private func time(_ first: Range<Int>) -> Token? {
        guard (1...2).contains(first.count), sign(at: first.upperBound) == ":" else { return nil }
        let second = run(at: first.upperBound + 1)
        guard second.count == 2, number(first) < 24, number(second) < 60 else { return nil }
        return Token(kind: .time, range: first.lowerBound..<second.upperBound)
    }
}

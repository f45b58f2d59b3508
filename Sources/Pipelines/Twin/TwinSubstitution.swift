import Extraction
import PupilSupport

/// Replaces words and numbers in place, each by another of the same length and kind.
struct TwinSubstitution {
    private let coder: ScalarCoder
    private(set) var words: TwinWords
    private(set) var numbers: TwinNumbers
    private var random: TwinRandom

    /// Creates a substitution that gives nobody of a file what somebody of it has.
    init<Key: Hashable & Sendable>(
        _ coder: ScalarCoder, knowing census: TwinCensus<Key>, calendar: SemesterCalendar?,
        random: TwinRandom
    ) {
        self.coder = coder
        words = TwinWords(TwinAlphabet(coder, met: census.letters), forbidden: census.words)
        numbers = TwinNumbers(
            forbidden: census.numbers, days: TwinDays(used: census.days, calendar: calendar),
            oddCodes: census.oddCodes)
        self.random = random
    }

    /// Replaces what stands in a stretch of a text.
    ///
    /// - Parameter keepsLetters: Whether letters are signs of a number, as in `1.5E3` and
    ///   `2019-05-31T13:30Z`.
    mutating func replace(
        _ range: Range<Int>, in text: inout [UInt8], keepsLetters: Bool = false
    ) {
        let tokens = TwinTokens(range, of: text, coder)
        for token in tokens.tokens {
            if token.kind == .word {
                guard !keepsLetters else { continue }
                let word = words.word(for: tokens.scalars(of: token), &random)
                for (place, scalar) in zip(token.range, word) {
                    write(scalar, at: tokens.places[place]..<tokens.places[place + 1], in: &text)
                }
            } else {
                replaceDigits(of: token, tokens, in: &text)
            }
        }
    }

    private mutating func replaceDigits(
        of token: TwinTokens.Token, _ tokens: TwinTokens, in text: inout [UInt8]
    ) {
        var digits = numbers.digits(for: token, in: tokens, &random).utf8.makeIterator()
        for place in token.range where tokens.digits[place] >= 0 {
            guard let digit = digits.next(), let old = tokens.scalars[place],
                let new = Unicode.Scalar(
                    old.value - UInt32(tokens.digits[place]) + UInt32(digit - 0x30))
            else { continue }
            write(new, at: tokens.places[place]..<tokens.places[place + 1], in: &text)
        }
    }

    private func write(_ scalar: Unicode.Scalar, at range: Range<Int>, in text: inout [UInt8]) {
        guard let bytes = coder.encoded(scalar), bytes.count == range.count else { return }
        for (place, byte) in zip(range, bytes) { text[place] = byte }
    }

    // MARK: - References

    /// Replaces what stands in a stretch of XML; references such as `&amp;` stay, and those to letters and
    /// digits become others.
    mutating func replaceXML(_ range: Range<Int>, in text: inout [UInt8]) {
        var start = range.lowerBound
        var place = start
        while place < range.upperBound {
            guard text[place] == 0x26,
                let end = text[place..<min(range.upperBound, place + 12)].firstIndex(of: 0x3B)
            else {
                place += 1
                continue
            }
            replace(start..<place, in: &text)
            replaceReference((place + 1)..<end, in: &text)
            place = end + 1
            start = place
        }
        replace(start..<range.upperBound, in: &text)
    }

    /// Replaces a reference such as `#257` or `#x101`, when another one of its length stands for a letter of
    /// its kind; one by name stays when XML knows it.
    private mutating func replaceReference(_ range: Range<Int>, in text: inout [UInt8]) {
        let name = String(decoding: text[range], as: UTF8.self)
        guard name.hasPrefix("#") else {
            if !["amp", "lt", "gt", "quot", "apos"].contains(name) { replace(range, in: &text) }
            return
        }
        let isHexadecimal = name.hasPrefix("#x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(value), !scalar.properties.isWhitespace
        else { return }
        for _ in 0..<50 {
            guard let new = stand(for: scalar) else { return }
            let code = String(new.value, radix: isHexadecimal ? 16 : 10)
            let padded = String(repeating: "0", count: max(0, digits.count - code.count)) + code
            guard padded.count == digits.count, new != scalar else { continue }
            for (place, byte) in zip(range.suffix(digits.count), padded.utf8) {
                text[place] = byte
            }
            return
        }
    }

    private mutating func stand(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.isASCII, scalar.properties.numericType != nil {
            return Unicode.Scalar(0x30 + UInt32.random(in: 0...9, using: &random))
        }
        guard TwinTokens.isLetter(scalar) else { return nil }
        return words.letter(for: scalar, &random)
    }
}

/// How likely the bytes of a file are when they are read in one code page as one language.
struct EncodingReading: Sendable {
    private let model: EncodingLanguageModel
    private let characters: [EncodingCharacter]
    private let numbers: [Int?]

    /// A letter that the language does not have, one of some 120.
    private static let foreignLetter: Float = -10.3
    /// A foreign letter of another script than Latin.
    private static let foreignScript: Float = -3
    /// Letters of two scripts side by side.
    private static let mixedScripts: Float = -4.6
    private static let undefined: Float = -14
    private static let behindUndefined: Float = -3
    private static let alien: Float = -13
    private static let alienBesideWord: Float = -15
    /// A capital behind a small letter, and a small letter behind another.
    private static let suddenCapital: Float = -4.6
    private static let sameCase: Float = -0.01
    /// The cases behind a capital and at the beginning of a word are as likely as each other.
    private static let eitherCase: Float = -0.69
    private static let letterBehindDigit: Float = -2.3
    private static let letterBehindMark: Float = -0.36
    private static let letterBehindSymbol: Float = -1.62

    init(model: EncodingLanguageModel, encoding: TextEncoding) {
        self.model = model
        characters = EncodingCharacter.pages[encoding] ?? []
        numbers = characters.map { character in
            if case .letter = character.kind { model.number(of: character.folded) } else { nil }
        }
    }

    /// Whether a byte is a letter.
    func isLetter(_ byte: UInt8) -> Bool {
        if case .letter = characters[Int(byte)].kind { true } else { false }
    }

    /// Whether a byte is ASCII that borders a cell or a line, or punctuation.
    func isMark(_ byte: UInt8) -> Bool {
        if case .mark = characters[Int(byte)].kind { true } else { false }
    }

    /// Returns the logarithm of how likely one byte follows another, at least one being outside ASCII.
    func cost(from first: UInt8, to second: UInt8) -> Float {
        let (left, right) = (characters[Int(first)], characters[Int(second)])
        switch (left.kind, right.kind) {
        case (_, .undefined): return Self.undefined
        case (let kind, .symbol(let symbol)): return symbol.cost + symbol.cost(behind: kind)
        case (.mark, .alien), (.symbol, .alien), (.alien, .alien): return Self.alien
        case (_, .alien): return Self.alienBesideWord
        case (.undefined, _): return Self.behindUndefined
        case (.symbol(let symbol), let kind):
            return symbol.cost(before: kind) + behindSymbol(right, numbers[Int(second)])
        case (.alien, _): return behindSymbol(right, numbers[Int(second)])
        case (_, .letter): return letter(from: first, to: second)
        case (_, let kind): return Self.end(of: kind) + endOfWord(numbers[Int(first)])
        }
    }

    private func behindSymbol(_ right: EncodingCharacter, _ number: Int?) -> Float {
        switch right.kind {
        case .letter:
            number.map { Self.letterBehindSymbol + model.cost(from: 0, to: $0) }
                ?? Self.foreignLetter
        case .blank: -1.6
        default: -3.9
        }
    }

    private func endOfWord(_ number: Int?) -> Float {
        number.map { model.cost(from: $0, to: 0) } ?? -2.3
    }

    /// How likely a word ends in front of each kind of ASCII character.
    private static func end(of kind: EncodingCharacter.Kind) -> Float {
        switch kind {
        case .blank: -1.05
        case .digit: -5.3
        default: -2.53
        }
    }

    private func letter(from first: UInt8, to second: UInt8) -> Float {
        let (left, right) = (characters[Int(first)], characters[Int(second)])
        let isWithinWord = if case .letter = left.kind { true } else { false }
        let isMixed = isWithinWord && left.script != right.script
        let letterCase =
            !isWithinWord || left.isCapital
            ? Self.eitherCase : right.isCapital ? Self.suddenCapital : Self.sameCase
        guard let number = numbers[Int(second)] else {
            return Self.foreignLetter + letterCase + (isMixed ? Self.mixedScripts : 0)
                + (right.script == .latin ? 0 : Self.foreignScript)
        }
        guard isWithinWord else {
            let isBehindDigit = if case .digit = left.kind { true } else { false }
            return model.cost(from: 0, to: number) + letterCase
                + (isBehindDigit ? Self.letterBehindDigit : Self.letterBehindMark)
        }
        if isMixed, numbers[Int(first)] != nil {
            return Self.foreignLetter + Self.mixedScripts + letterCase
        }
        return model.cost(from: numbers[Int(first)] ?? 0, to: number) + letterCase
    }
}

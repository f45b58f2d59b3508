/// A character that is neither a letter nor ASCII, and where writers put it.
struct EncodingSymbol: Sendable {
    /// The natural logarithm of how likely the character is to come next.
    let cost: Float
    private let habit: Habit

    /// What a symbol keeps away from.
    private enum Habit {
        /// Stands anywhere.
        case anywhere
        /// Opens a quotation: no letter before, a letter behind.
        case opening
        /// Opens a Spanish sentence.
        case inverted
        /// Stands with numbers.
        case currency
        /// Stands behind a number or a letter.
        case measure
        /// Stands tight behind a number or a letter.
        case ordinal
        /// Stands apart from letters.
        case apart
    }

    private static let unusual: Float = -1.6
    private static let wrong: Float = -3.9

    /// Returns what the character before a symbol speaks for it.
    func cost(behind kind: EncodingCharacter.Kind) -> Float {
        switch (habit, kind) {
        case (.opening, .letter), (.opening, .digit), (.inverted, .letter), (.inverted, .digit),
            (.currency, .letter), (.ordinal, .blank):
            Self.wrong
        case (.apart, .letter): Self.unusual
        default: 0
        }
    }

    /// Returns what the character behind a symbol speaks for it.
    func cost(before kind: EncodingCharacter.Kind) -> Float {
        switch (habit, kind) {
        case (.opening, .blank), (.opening, .mark), (.inverted, .blank), (.inverted, .digit),
            (.currency, .letter):
            Self.wrong
        case (.measure, .letter), (.apart, .letter): Self.unusual
        default: 0
        }
    }

    /// The symbols of European texts; how often each is met is an estimate, in parts of 400 characters
    /// outside ASCII.
    static let all: [Unicode.Scalar: EncodingSymbol] = {
        let groups: [(Habit, [(String, Float)])] = [
            (
                .anywhere,
                [
                    ("’“”\u{A0}", 1.5), ("–", 2), ("—«»", 0.5), ("°", 0.5), ("‘", 0.3),
                    ("‹›", 0.01),
                ]
            ),
            (.opening, [("„", 0.8), ("‚", 0.02)]),
            (.inverted, [("¿¡", 0.1)]),
            (.currency, [("€", 1), ("£", 0.6), ("¥¢₪", 0.05)]),
            (
                .measure,
                [
                    ("²³", 0.3), ("½×µ¹", 0.06), ("¼¾±÷‰", 0.03),
                ]
            ),
            (.ordinal, [("º", 0.3), ("ª", 0.05)]),
            (
                .apart,
                [
                    ("…•№", 0.3), ("®©™§", 0.15), ("´·", 0.1), ("،؛؟", 0.1), ("\u{AD}", 0.05),
                    ("¶†−", 0.02), ("‡¬¦≤≥", 0.01), ("¤¨≈", 0.005),
                    ("¯˚¸∞√≠", 0.003), ("˙˛ˇ˝˘ˆ˜⁄‾Ωπ∆Δﬁﬂƒ", 0.001), ("∂∑∏∫◊", 0.0003),
                ]
            ),
        ]
        var symbols: [Unicode.Scalar: EncodingSymbol] = [:]
        for (habit, members) in groups {
            for (characters, parts) in members {
                for scalar in characters.unicodeScalars {
                    symbols[scalar] = EncodingSymbol(
                        cost: EncodingLogarithm.natural(parts / 400), habit: habit)
                }
            }
        }
        return symbols
    }()
}

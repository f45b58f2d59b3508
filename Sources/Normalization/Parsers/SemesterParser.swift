import PupilSupport

/// Reads a semester in the spellings that Latvian texts use.
///
/// `2018-2019-2`, `2018./2019. mācību gada 2. semestris`, `2018/2019, II semestris`, `2018./19. m. g. 1. sem.`
enum SemesterParser {
    static func read(_ text: some StringProtocol) -> Semester? {
        let tokens = tokens(of: text)
        guard tokens.count >= 3, let first = Int(tokens[0]), tokens[0].count == 4,
            let second = Int(tokens[1])
        else { return nil }
        let next = tokens[1].count == 2 ? first / 100 * 100 + second : second
        guard next == first + 1, tokens[1].count == 4 || tokens[1].count == 2 else { return nil }
        let words: Set = [
            "mācību", "gada", "gads", "m", "g", "mg", "semestris", "semestrī", "semestra", "sem",
        ]
        var number: Int?
        for token in tokens[2...] where !words.contains(token) {
            guard number == nil else { return nil }
            switch token {
            case "1", "i": number = 1
            case "2", "ii": number = 2
            default: return nil
            }
        }
        return number.flatMap { Semester(startYear: first, number: $0) }
    }

    /// Runs of letters and runs of digits, in lower case.
    private static func tokens(of text: some StringProtocol) -> [String] {
        var tokens: [String] = []
        var current = ""
        var wasNumber = false
        for character in text.lowercased() {
            guard character.isLetter || character.isNumber else {
                if !current.isEmpty { tokens.append(current) }
                current = ""
                continue
            }
            if !current.isEmpty, wasNumber != character.isNumber {
                tokens.append(current)
                current = ""
            }
            wasNumber = character.isNumber
            current.append(character)
        }
        if !current.isEmpty { tokens.append(current) }
        return tokens
    }
}

/// Tells the values that say of nobody who they are: a semester, a class, a project's number, a mark,
/// an amount.
///
/// A twin keeps them as they are, faults and all, for checks judge them.
enum TwinPlainValue {
    /// What a value is.
    enum Kind {
        /// A semester, a school year, a class, a project's number.
        case label
        /// A mark, an amount, a length of time.
        case number
    }

    private static let longest = 60

    /// Returns what a value is, or `nil` when it may tell of somebody.
    ///
    /// - Parameters:
    ///   - text: The value.
    ///   - name: What its column, element or attribute is called.
    static func kind(of text: String, under name: String) -> Kind? {
        let text = text.trimming { $0.isWhitespace }
        guard let first = text.unicodeScalars.first, (0x30...0x39).contains(first.value),
            text.utf8.count <= longest
        else { return nil }
        if isSemester(text) || isProjectNumber(text) { return .label }
        guard !namesSomebody(name) else { return nil }
        if isNumber(text, name) { return .number }
        return isClass(text) ? .label : nil
    }

    // MARK: - Labels

    private static let semesterWords: Set<String> = [
        "mācību", "gada", "gads", "m", "g", "mg", "semestris", "semestrī", "semestra", "sem", "s",
        "i", "ii", "iii", "iv",
    ]

    /// Whether a text is a school year with nothing behind it but one digit and words for a semester.
    private static func isSemester(_ text: String) -> Bool {
        let tokens = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard tokens.count >= 2, tokens[0].count == 4, let first = Int(tokens[0]),
            let second = Int(tokens[1]), (1900...2100).contains(first)
        else { return false }
        let rest = tokens[2...]
        // `2011/12/1` is a day and no semester.
        let isShort = tokens[1].count == 2 && second == (first + 1) % 100
        let hasWord = rest.contains { $0.contains(where: \.isLetter) }
        guard
            tokens[1].count == 4 && (1900...2100).contains(second)
                || isShort && (rest.isEmpty || hasWord)
        else { return false }
        guard rest.count(where: { $0.allSatisfy(\.isNumber) }) < 2 else { return false }
        return rest.allSatisfy { token in
            token.count == 1 && token.allSatisfy(\.isNumber)
                || semesterWords.contains(String(token))
        }
    }

    private static func isProjectNumber(_ text: String) -> Bool {
        text.wholeMatch(of: /\d\.\d\.\d\.\d\.?\/\d\d\/[A-Z]\/?\d{3}/) != nil
    }

    private static func isClass(_ text: String) -> Bool {
        let rest = text.drop { $0.isNumber }
        guard text.count - rest.count <= 2 else { return false }
        let letters = rest.lowercased().split { !$0.isLetter }
        guard rest.allSatisfy({ $0.isLetter || $0.isWhitespace || $0 == "." || $0 == "-" }) else {
            return false
        }
        return switch letters.count {
        case 0: rest == "."
        case 1: letters[0].count == 1 || isClassWord(letters[0])
        case 2: letters[0].count == 1 && isClassWord(letters[1])
        default: false
        }
    }

    private static func isClassWord(_ word: Substring) -> Bool { word == "klase" || word == "kl" }

    // MARK: - Numbers

    private static let units: Set<String> = [
        "min", "h", "st", "stunda", "stundas", "stundu", "minūtes", "minūte", "%",
    ]

    /// Whether a text is a number of up to three digits, with a fraction of up to two and a unit behind it, or
    /// a length of time under a name that says so.
    private static func isNumber(_ text: String, _ name: String) -> Bool {
        let whole = text.prefix { $0.isASCII && $0.isNumber }
        guard whole.count <= 3, whole.count == 1 || whole.first != "0" else { return false }
        var rest = text[whole.endIndex...]
        if let mark = rest.first, mark == "," || mark == "." || mark == ":" {
            let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            if mark == ":" {
                guard fraction.count == 2, countsTime(name) else { return false }
            }
            guard fraction.count <= 2, mark == "." || !fraction.isEmpty else { return false }
            if fraction.isEmpty { return false }
            rest = rest[fraction.endIndex...]
        }
        let unit = rest.lowercased().trimming { $0.isWhitespace || $0 == "." }
        return rest.isEmpty || units.contains(unit)
    }

    private static func countsTime(_ name: String) -> Bool {
        MinutesUnit.saysHours(name) || MinutesUnit.saysMinutes(name)
            || PlainName.folded(name).contains("ilgum")
    }

    // MARK: - Names

    /// Whether what is called so numbers people, plans or telephones.
    static func namesSomebody(_ name: String) -> Bool {
        PlainName.folded(name).split { !$0.isLetter }.contains { word in
            ["id", "pk", "nr"].contains(word)
                || ["kod", "code", "numur", "number", "talr", "telef", "phone", "adres", "kont"]
                    .contains { word.hasPrefix($0) }
        }
    }
}

extension StringProtocol {
    /// Returns the text without what stands at its ends.
    fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> String {
        var text = Substring(self)
        while let last = text.last, isLeftOut(last) { text.removeLast() }
        return String(text.drop(while: isLeftOut))
    }
}

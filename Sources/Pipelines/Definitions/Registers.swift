import Diagnostics

/// Remembers codes, and reports one that is given twice.
struct CodeRegister {
    private var lines: [String: Int] = [:]

    /// Registers a code that stands at a value, and returns whether it is new.
    ///
    /// - Parameters:
    ///   - code: The code, for the message.
    ///   - key: How the code is compared; `nil` compares it as it stands.
    ///   - value: Where it stands.
    @discardableResult
    mutating func add(
        _ code: String, comparedAs key: String? = nil, at value: DefinitionValue
    ) -> Bool {
        let key = key ?? code
        if let first = lines[key] {
            value.report(
                DefinitionRules.repeatedCode,
                ["code": code, "key": value.key, "first": "\(first)"])
            return false
        }
        lines[key] = value.position.line
        return true
    }
}

/// Remembers spellings, and reports one that stands for two things.
struct SpellingRegister {
    private var uses: [String: (owner: String, line: Int)] = [:]

    /// Registers a spelling of an owner.
    ///
    /// Also spellings that are in use at different times must differ: an export names no day on
    /// which its spelling was meant.
    mutating func add(_ spelling: String, of owner: String, at value: DefinitionValue) {
        let key = Self.folded(spelling)
        guard let use = uses[key] else {
            uses[key] = (owner, value.position.line)
            return
        }
        guard use.owner != owner else { return }
        value.report(
            DefinitionRules.ambiguousSpelling,
            [
                "spelling": spelling, "first": use.owner, "line": "\(use.line)", "second": owner,
            ])
    }

    /// Returns a text as the normaliser compares it: without regard to case, to blanks at the ends
    /// and repeated, and to a final full stop.
    static func folded(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        return words.count > 1 && words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}

import Diagnostics
import PupilSupport

/// Remembers codes, and reports one that is given twice.
struct CodeRegister {
    private var lines: [String: Int] = [:]

    /// Registers a code that stands at a value, and returns whether it is new.
    @discardableResult
    mutating func add(_ code: String, at value: DefinitionValue) -> Bool {
        if let first = lines[code] {
            value.report(
                DefinitionRules.repeatedCode,
                ["code": code, "key": value.key, "first": "\(first)"])
            return false
        }
        lines[code] = value.position.line
        return true
    }
}

/// Remembers spellings, and reports one that stands for two things at the same time.
struct SpellingRegister {
    private struct Use {
        let owner: String
        let line: Int
        let from: CivilDate?
        let until: CivilDate?

        func overlaps(from otherFrom: CivilDate?, until otherUntil: CivilDate?) -> Bool {
            if let until, let otherFrom, until < otherFrom { return false }
            if let otherUntil, let from, otherUntil < from { return false }
            return true
        }
    }

    private var uses: [String: [Use]] = [:]

    /// Registers a spelling of an owner, with the days on which it is in use.
    mutating func add(
        _ spelling: String, of owner: String, at value: DefinitionValue, from: CivilDate? = nil,
        until: CivilDate? = nil
    ) {
        let key = Self.folded(spelling)
        let rival = uses[key, default: []].first { use in
            use.owner != owner && use.overlaps(from: from, until: until)
        }
        if let rival {
            value.report(
                DefinitionRules.ambiguousSpelling,
                [
                    "spelling": spelling, "first": rival.owner, "line": "\(rival.line)",
                    "second": owner,
                ])
            return
        }
        uses[key, default: []].append(
            Use(owner: owner, line: value.position.line, from: from, until: until))
    }

    /// Returns a text as it is compared: without regard to case, to blanks at the ends and repeated,
    /// and to a final full stop.
    static func folded(_ text: String) -> String {
        var words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        if let last = words.last, last.hasSuffix(".") {
            words[words.count - 1] = String(last.dropLast())
        }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

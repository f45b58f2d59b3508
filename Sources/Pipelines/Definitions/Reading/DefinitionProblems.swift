import Diagnostics

/// Collects what is wrong with definitions, so that all of it is reported at once.
final class DefinitionProblems {
    /// What was reported, in the order of reporting.
    private(set) var diagnostics: [Diagnostic] = []

    /// Reports a problem.
    ///
    /// - Parameters:
    ///   - rule: The rule that was hit.
    ///   - position: Where.
    ///   - details: Values for the placeholders that are the same in every language.
    ///   - phrases: Values that differ: `{name}` in the English and `{name_lv}` in the Latvian text.
    func report(
        _ rule: Rule, at position: InputPosition, _ details: [String: String] = [:],
        phrases: [String: MessageText] = [:]
    ) {
        var all = details
        for (name, phrase) in phrases {
            all[name] = phrase.en
            all[name + "_lv"] = phrase.lv
        }
        diagnostics.append(Diagnostic(rule, at: position, details: all))
    }

    /// What was reported, by file, line and column; the same finding stands once.
    func sorted() -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return diagnostics.filter { seen.insert($0).inserted }.sorted { first, second in
            (first.position.file, first.position.line, first.position.column ?? 0, first.rule.code)
                < (
                    second.position.file, second.position.line, second.position.column ?? 0,
                    second.rule.code
                )
        }
    }
}

/// Words for the hint "did you mean".
enum Hint {
    /// Returns `did you mean 'x'? `, or nothing when no candidate is near.
    static func near(_ word: String, among candidates: some Sequence<String>) -> MessageText {
        guard let best = Suggestions.nearest(to: word, among: candidates, limit: 1).first else {
            return MessageText(lv: "", en: "")
        }
        return MessageText(lv: "vai domājāt '\(best)'? ", en: "did you mean '\(best)'? ")
    }
}

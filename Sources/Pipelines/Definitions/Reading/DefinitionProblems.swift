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
        let once = diagnostics.filter { seen.insert($0).inserted }
        // Findings at one place keep the order in which they were reported.
        let ordered = once.enumerated().sorted { first, second in
            let (a, b) = (first.element.position, second.element.position)
            return (a.file, a.line, a.column ?? 0, first.offset)
                < (b.file, b.line, b.column ?? 0, second.offset)
        }
        return ordered.map(\.element)
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

    /// Returns the kinds of file that there are, the nearest first, or what to do where there is none.
    static func kind(_ word: String, among kinds: [String]) -> MessageText {
        guard !kinds.isEmpty else {
            return MessageText(
                lv: "pievienojiet avota aprakstu `pipelines/sources/` vai izņemiet šo ierakstu",
                en: "add a source under `pipelines/sources/`, or take this entry out")
        }
        let near = near(word, among: kinds)
        let list = kinds.joined(separator: ", ")
        return MessageText(lv: "\(near.lv)zināmi: \(list)", en: "\(near.en)known: \(list)")
    }
}

import Diagnostics
public import PupilSupport

extension SubmissionRules {
    /// The rules as a page of Markdown, which `docs/submission-rules.md` is.
    public static var documentation: String {
        var page = """
            # The rules of a submission package

            This page is written by the program and compared with it by a test. The set of rules is `\(identifier)`. A
            package is checked when it is made, and again from its files alone when it is verified. An error blocks the
            submission; a warning is listed and can be acknowledged. Where a statement names a case that is a warning, or an
            error, that case has this severity instead of the rule's. A rule whose data the package does not hold finds nothing.

            The basis says how sure it is that a rule is one of the Fund's: **S** stated by a source that was read, **D**
            derived from such sources by logic, **M** general knowledge, not confirmed. No rule is "rule n of Annex D".


            """
        for level in RuleLevel.allCases {
            page += "## \(title(of: level).en)\n\n"
            page += "| code | level | severity | basis | what must hold | kam jābūt spēkā |\n"
            page += "|---|---|---|---|---|---|\n"
            for rule in all where rule.level == level {
                page += "| \(rule.code) | \(rule.level.rawValue) | \(rule.severity.rawValue)"
                page +=
                    " | \(rule.basis.rawValue) | \(rule.statement.en) | \(rule.statement.lv) |\n"
            }
            if level != RuleLevel.allCases.last { page += "\n" }
        }
        return page
    }

    /// Returns the name of a level.
    public static func title(of level: RuleLevel) -> LocalizedText {
        switch level {
        case .record: LocalizedText(lv: "Viens ieraksts", en: "One record")
        case .aggregate: LocalizedText(lv: "Rādītāji", en: "The figures")
        case .time: LocalizedText(lv: "Semestris un agrākie", en: "A semester and the earlier ones")
        case .crossFile: LocalizedText(lv: "Vairākas tabulas", en: "Several tables")
        }
    }
}

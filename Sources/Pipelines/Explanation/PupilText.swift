public import PupilSupport

extension PupilDocument {
    /// Returns the document as text for a terminal.
    public func text(in language: Language) -> String {
        func say(_ lv: String, _ en: String) -> String { language == .latvian ? lv : en }
        var lines = [
            say("skolēns ", "pupil ")
                + (pupil ?? say("– (tikai aizturētos ierakstos)", "– (in records held back only)"))
        ]
        for semester in semesters {
            for standing in semester.indicators {
                lines.append("")
                let word =
                    standing.counts
                    ? say("skaitās", "counts") : say("neskaitās", "does not count")
                lines.append(
                    "\(semester.semester)/\(standing.indicator) (\(standing.name[language])): \(word)"
                )
                lines += standing.addresses.map { "  \($0)" }
                for reason in standing.reasons {
                    let rule = reason.rule.map { " [\($0)]" } ?? ""
                    lines.append("  \(reason.message[language])\(rule)")
                    if !reason.places.isEmpty {
                        lines.append("    " + reason.places.map(\.text).joined(separator: ", "))
                    }
                    lines.append("    \(say("padoms", "help")): \(reason.advice[language])")
                }
            }
        }
        for problem in problems {
            lines += ["", "\(problem.file): \(problem.message[language])"]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

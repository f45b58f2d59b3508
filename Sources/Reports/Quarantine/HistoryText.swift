public import PupilSupport

/// Says what is known of one held record and of its history.
public struct HistoryText {
    private let language: Language
    private var isLatvian: Bool { language == .latvian }

    /// Creates texts in a language.
    public init(_ language: Language) { self.language = language }

    /// Returns everything that is known of a record.
    public func text(of item: HeldItem) -> String {
        var lines = [
            "\(item.id)  \(item.file):\(item.line)", "  " + state(of: item), "  " + firstSeen(item),
            isLatvian
                ? "  reižu, kad pārbaudīts un aizturēts: \(item.attempts)"
                : "  times that it was judged and held back: \(item.attempts)",
        ]
        let schools = ConcernedSchools(item.schools).text(in: language)
        let owner = [schools, item.semester?.code ?? "", item.kind]
        lines.append("  " + owner.filter { !$0.isEmpty }.joined(separator: ", "))
        for finding in item.findings {
            lines.append("")
            lines.append(
                "\(place(of: finding, in: item)): \(label(finding.severity)): "
                    + "\(finding.found[language]) [\(finding.rule)]")
            lines.append(
                "  \(isLatvian ? "padoms" : "help"): \(finding.advice[language])")
        }
        if item.findings.isEmpty {
            lines.append(
                (isLatvian ? "  noteikumi: " : "  rules: ") + item.rules.joined(separator: ", "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Returns what became of a record.
    func state(of item: HeldItem) -> String {
        let when = item.ended.map { moment in
            isLatvian
                ? " \(moment.moment) (izpilde \(moment.run))"
                : " \(moment.moment) (run \(moment.run))"
        }
        return switch item.state {
        case "released": (isLatvian ? "atlaists" : "released") + (when ?? "")
        case "replaced":
            (isLatvian ? "fails aizstāts ar citu" : "its file was replaced") + (when ?? "")
        default: isLatvian ? "aizturēts" : "held back"
        }
    }

    private func firstSeen(_ item: HeldItem) -> String {
        guard let seen = item.firstSeen else {
            return isLatvian
                ? "pirmoreiz aizturēts, pirms izpildes skaitīja"
                : "first held back before runs were counted"
        }
        return isLatvian
            ? "pirmoreiz aizturēts \(seen.moment) (izpilde \(seen.run))"
            : "first held back \(seen.moment) (run \(seen.run))"
    }

    private func place(of finding: ShownFinding, in item: HeldItem) -> String {
        if let cell = finding.cell { return "\(item.file):\(cell)" }
        let column = finding.column.map { ":\($0)" } ?? ""
        return "\(item.file):\(finding.line)\(column)"
            + (finding.columnName.map { " (\($0))" } ?? "")
    }

    private func label(_ severity: String) -> String {
        guard isLatvian else { return severity }
        return switch severity {
        case "note": "piezīme"
        case "warning": "brīdinājums"
        case "fatal": "fails noraidīts"
        default: "kļūda"
        }
    }
}

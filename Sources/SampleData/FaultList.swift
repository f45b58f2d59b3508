/// The planned findings in the order of their places, numbered.
struct FaultList {
    let rows: [(number: Int, located: LocatedFinding)]

    init(_ findings: [LocatedFinding]) {
        let ordered = findings.sorted {
            ($0.file, $0.line, $0.finding.rule) < ($1.file, $1.line, $1.finding.rule)
        }
        rows = ordered.enumerated().map { (number: $0.offset + 1, located: $0.element) }
    }

    /// The list for machines.
    var commaSeparated: String {
        let lines = rows.map { number, located in
            "\(number),\(located.finding.rule),\(located.file),\(located.line),"
                + "\(located.finding.column),\(located.finding.disposition.rawValue)"
        }
        return (["number,rule,file,line,column,disposition"] + lines).map { $0 + "\n" }.joined()
    }

    /// The list for readers, as a Markdown table.
    var markdown: String {
        let heading = [
            "| no. | rule | file | line | column | what is there | what must happen |",
            "|---:|---|---|---:|---|---|---|",
        ]
        let lines = rows.map { number, located in
            let finding = located.finding
            let column = finding.column.isEmpty ? "–" : "`\(finding.column)`"
            let outcome =
                switch finding.disposition {
                case .heldBack: "held back"
                case .loaded: "loaded with a warning"
                case .ignored: "ignored"
                }
            return
                "| \(number) | \(finding.rule) | `\(located.file)` | \(located.line) | \(column) "
                + "| \(finding.what) | \(outcome) |"
        }
        return (heading + lines).joined(separator: "\n")
    }
}

public import PupilSupport

/// The records that are held back, as text, table or data.
public struct HeldList {
    private let items: [HeldItem]
    private let language: Language

    /// Creates a list in the order of its items.
    public init(_ items: [HeldItem], in language: Language) {
        self.items = items
        self.language = language
    }

    /// How many records each rule concerns, in the order of the codes.
    var counts: [(rule: String, count: Int)] {
        var counts: [String: Int] = [:]
        for item in items { for rule in item.rules { counts[rule, default: 0] += 1 } }
        return counts.sorted { $0.key < $1.key }.map { (rule: $0.key, count: $0.value) }
    }

    // MARK: - Text

    /// The list for a terminal: one record a paragraph, and the counts at the end.
    public var text: String {
        guard !items.isEmpty else {
            return language == .latvian
                ? "nav neviena aizturēta ieraksta\n" : "no record is held back\n"
        }
        let words =
            language == .latvian
            ? "ierakstu: \(items.count)" : "records: \(items.count)"
        return items.map(paragraph).joined() + "\n\(words)\n"
            + counts.map { "  \($0.rule)  \($0.count)\n" }.joined()
    }

    private func paragraph(_ item: HeldItem) -> String {
        let isLatvian = language == .latvian
        var facts = [item.schools.joined(separator: " "), item.semester?.code ?? ""]
        facts.append(isLatvian ? "mēģinājumi \(item.attempts)" : "attempts \(item.attempts)")
        if let seen = item.firstSeen {
            facts.append((isLatvian ? "kopš " : "since ") + seen.moment)
        }
        if item.state != "held" { facts.append(HistoryText(language).state(of: item)) }
        let head =
            "\(item.id)  \(item.file):\(item.line)  "
            + facts.filter { !$0.isEmpty }.joined(separator: ", ") + "\n"
        guard !item.findings.isEmpty else {
            return head + item.rules.map { "    [\($0)]\n" }.joined()
        }
        return head
            + item.findings.map { finding in
                "    \(finding.columnName.map { "\($0): " } ?? "")\(finding.found[language])"
                    + " [\(finding.rule)]\n"
            }.joined()
    }

    // MARK: - Data

    /// The list as RFC 4180: one row for each finding.
    public var table: String {
        var columns = [
            "id", "state", "school_code", "semester", "kind", "file", "line", "byte", "attempts",
            "first_seen", "first_run", "ended", "ended_run", "rule", "severity", "finding_line",
            "finding_byte", "column", "column_name", "cell", "found", "advice",
        ]
        let hasRaw = items.contains { $0.raw != nil }
        if hasRaw { columns.append("raw") }
        var table = DelimitedText(columns: columns)
        for item in items {
            let own: [DelimitedText.Cell] = [
                .number("\(item.id)"), .words(item.state),
                .words(item.schools.joined(separator: "; ")), .words(item.semester?.code ?? ""),
                .words(item.kind), .words(item.file), .number("\(item.line)"),
                .number(item.byte.map(String.init)), .number("\(item.attempts)"),
                .words(item.firstSeen?.moment ?? ""),
                .number(item.firstSeen.map { "\($0.run)" }), .words(item.ended?.moment ?? ""),
                .number(item.ended.map { "\($0.run)" }),
            ]
            let raw: [DelimitedText.Cell] = hasRaw ? [.words(item.raw ?? "")] : []
            for finding in item.findings { table.append(own + cells(of: finding) + raw) }
            // Of a record that was released the rules are known longer than their words.
            guard item.findings.isEmpty else { continue }
            for rule in item.rules {
                let none = DelimitedText.Cell.words("")
                table.append(
                    own + [.words(rule)] + Array(repeating: none, count: 8) + raw)
            }
        }
        return table.text
    }

    private func cells(of finding: ShownFinding) -> [DelimitedText.Cell] {
        [
            .words(finding.rule), .words(finding.severity), .number("\(finding.line)"),
            .number(finding.byte.map(String.init)), .number(finding.column.map(String.init)),
            .words(finding.columnName ?? ""), .words(finding.cell ?? ""),
            .words(finding.found[language]), .words(finding.advice[language]),
        ]
    }

    /// The list as JSON, `pumpurs-quarantine/1`.
    public var json: [UInt8] {
        JSONText.object([
            ("schema", .words("pumpurs-quarantine/1")), ("records", .list(items.map(document))),
            (
                "by_rule",
                .list(
                    counts.map { rule, count in
                        .object([("rule", .words(rule)), ("records", .integer(count))])
                    })
            ),
        ]).bytes
    }

    private func document(_ item: HeldItem) -> JSONText {
        .object([
            ("id", .integer(item.id)), ("state", .words(item.state)),
            ("schools", .list(item.schools.map(JSONText.words))),
            ("semester", .optional(item.semester?.code)), ("kind", .words(item.kind)),
            ("file", .words(item.file)), ("line", .integer(item.line)),
            ("byte", .optional(item.byte)), ("attempts", .integer(item.attempts)),
            ("first_seen", document(item.firstSeen)), ("ended", document(item.ended)),
            ("rules", .list(item.rules.map(JSONText.words))),
            ("findings", .list(item.findings.map(\.document))),
        ])
    }

    private func document(_ moment: RunMoment?) -> JSONText {
        guard let moment else { return .nothing }
        return .object([("run", .integer(moment.run)), ("at", .words(moment.moment))])
    }
}

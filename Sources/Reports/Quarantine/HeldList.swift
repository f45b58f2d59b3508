public import PupilSupport

/// The records that are held back, as text, table or data.
public struct HeldList {
    /// As many records as the text shows; the table and the data have all.
    public static let mostShown = 500

    private let items: HandedOut<HeldItem>
    private let language: Language

    /// Creates a list in the order of its items.
    public init(_ items: HandedOut<HeldItem>, in language: Language) {
        self.items = items
        self.language = language
    }

    /// How many records each rule concerns.
    private struct Counts {
        private var counts: [String: Int] = [:]

        mutating func add(_ item: HeldItem) {
            for rule in item.rules { counts[rule, default: 0] += 1 }
        }

        /// The counts in the order of the codes.
        var ordered: [(rule: String, count: Int)] {
            counts.sorted { $0.key < $1.key }.map { (rule: $0.key, count: $0.value) }
        }
    }

    // MARK: - Text

    /// Writes the list for a terminal: one record a paragraph, and the counts at the end.
    ///
    /// - Throws: What keeps the records from being read, and what the body throws.
    public func writeText(to body: ([UInt8]) throws -> Void) throws {
        var (count, counts) = (0, Counts())
        try items.forEach { item in
            count += 1
            counts.add(item)
            if count <= Self.mostShown { try body(Array(paragraph(item).utf8)) }
        }
        try body(Array(closing(count, counts).utf8))
    }

    private func closing(_ count: Int, _ counts: Counts) -> String {
        let isLatvian = language == .latvian
        guard count > 0 else {
            return isLatvian ? "nav neviena aizturēta ieraksta\n" : "no record is held back\n"
        }
        var text = "\n"
        let left = count - Self.mostShown
        if left > 0 {
            text +=
                isLatvian
                ? "… un vēl ierakstu: \(left); visus izvada --format csv vai json, mazāk – --school, "
                    + "--semester un --rule\n\n"
                : "… and more records: \(left); --format csv or json lists all, --school, --semester and "
                    + "--rule fewer\n\n"
        }
        text += isLatvian ? "ierakstu: \(count)\n" : "records: \(count)\n"
        text += counts.ordered.map { "  \($0.rule)  \($0.count)\n" }.joined()
        return text
            + (isLatvian
                ? "kā ierakstu labot, saka pumpurs quarantine show NUMURS\n"
                : "how to mend a record: pumpurs quarantine show NUMBER\n")
    }

    private func paragraph(_ item: HeldItem) -> String {
        let isLatvian = language == .latvian
        var facts = [
            ConcernedSchools(item.schools).text(in: language), item.semester?.code ?? "",
        ]
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

    /// Writes the list as RFC 4180: one row for each finding.
    ///
    /// - Throws: What keeps the records from being read, and what the body throws.
    public func writeTable(to body: ([UInt8]) throws -> Void) throws {
        var rows: DelimitedText?
        try items.forEach { item in
            var table = rows ?? DelimitedText(columns: Self.columns(withRaw: item.raw != nil))
            // Two tables would be copied at each row.
            rows = nil
            append(item, to: &table)
            try table.handOn(to: body)
            rows = table
        }
        try body(Array((rows ?? DelimitedText(columns: Self.columns(withRaw: false))).text.utf8))
    }

    private static func columns(withRaw hasRaw: Bool) -> [String] {
        [
            "id", "state", "school_code", "semester", "kind", "file", "line", "byte", "attempts",
            "first_seen", "first_run", "ended", "ended_run", "rule", "severity", "finding_line",
            "finding_byte", "column", "column_name", "cell", "found", "advice",
        ] + (hasRaw ? ["raw"] : [])
    }

    private func append(_ item: HeldItem, to table: inout DelimitedText) {
        let own: [DelimitedText.Cell] = [
            .number("\(item.id)"), .words(item.state),
            .words(ConcernedSchools(item.schools).cell), .words(item.semester?.code ?? ""),
            .words(item.kind), .words(item.file), .number("\(item.line)"),
            .number(item.byte.map(String.init)), .number("\(item.attempts)"),
            .words(item.firstSeen?.moment ?? ""),
            .number(item.firstSeen.map { "\($0.run)" }), .words(item.ended?.moment ?? ""),
            .number(item.ended.map { "\($0.run)" }),
        ]
        let raw: [DelimitedText.Cell] = item.raw.map { [.words($0)] } ?? []
        for finding in item.findings { table.append(own + cells(of: finding) + raw) }
        // Of a record that was released the rules are known longer than their words.
        guard item.findings.isEmpty else { return }
        for rule in item.rules {
            let none = DelimitedText.Cell.words("")
            table.append(own + [.words(rule)] + Array(repeating: none, count: 8) + raw)
        }
    }

    private func cells(of finding: ShownFinding) -> [DelimitedText.Cell] {
        [
            .words(finding.rule), .words(finding.severity), .number("\(finding.line)"),
            .number(finding.byte.map(String.init)), .number(finding.column.map(String.init)),
            .words(finding.columnName ?? ""), .words(finding.cell ?? ""),
            .words(finding.found[language]), .words(finding.advice[language]),
        ]
    }

    /// Writes the list as JSON, `pumpurs-quarantine/1`.
    ///
    /// - Throws: What keeps the records from being read, and what the body throws.
    public func writeJSON(to body: ([UInt8]) throws -> Void) throws {
        var counts = Counts()
        try JSONText.object([
            ("schema", .words("pumpurs-quarantine/1")),
            (
                "records",
                .handedOut { body in
                    try items.forEach { item in
                        counts.add(item)
                        try body(document(item))
                    }
                }
            ),
            (
                "by_rule",
                .handedOut { body in
                    for (rule, count) in counts.ordered {
                        try body(.object([("rule", .words(rule)), ("records", .integer(count))]))
                    }
                }
            ),
        ]).write(to: body)
    }

    private func document(_ item: HeldItem) -> JSONText {
        .object(
            [("id", .integer(item.id)), ("state", .words(item.state))]
                + ConcernedSchools(item.schools).members + [
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

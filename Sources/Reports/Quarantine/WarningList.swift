public import PupilSupport

/// The warnings of a store, as text, table or data.
public struct WarningList {
    /// As many warnings as the text shows; the table and the data have all.
    public static let mostShown = 500

    private let items: HandedOut<WarningItem>
    private let language: Language

    /// Creates a list in the order of its items.
    public init(_ items: HandedOut<WarningItem>, in language: Language) {
        self.items = items
        self.language = language
    }

    private func choose(_ lv: String, _ en: String) -> String { language == .latvian ? lv : en }

    /// Writes the list for a terminal: one warning a paragraph, and the counts at the end.
    ///
    /// - Throws: What keeps the warnings from being read, and what the body throws.
    public func writeText(to body: ([UInt8]) throws -> Void) throws {
        var (count, counts) = (0, [String: Int]())
        try items.forEach { item in
            count += 1
            counts[item.state, default: 0] += 1
            if count <= Self.mostShown { try body(Array(paragraph(item).utf8)) }
        }
        try body(Array(closing(count, counts).utf8))
    }

    private func closing(_ count: Int, _ counts: [String: Int]) -> String {
        guard count > 0 else {
            return choose("nav neviena brīdinājuma\n", "there is no warning\n")
        }
        let left = count - Self.mostShown
        let more =
            left > 0
            ? choose(
                "… un vēl brīdinājumu: \(left); visus izvada --format csv vai json, mazāk – --school, "
                    + "--semester un --rule\n\n",
                "… and more warnings: \(left); --format csv or json lists all, --school, --semester "
                    + "and --rule fewer\n\n") : ""
        let states = ["open", "acknowledged", "expired"].map { state in
            "\(word(for: state)) \(counts[state] ?? 0)"
        }
        return "\n\(more)\(states.joined(separator: ", "))\n"
    }

    private func word(for state: String) -> String {
        switch state {
        case "acknowledged": choose("pieņemti", "acknowledged")
        case "expired": choose("pieņemti, bet termiņš beidzies", "acknowledged, but expired")
        default: choose("atklāti", "open")
        }
    }

    private func paragraph(_ item: WarningItem) -> String {
        let finding = item.finding
        let place = finding.cell ?? "\(finding.line)"
        var text =
            "\(item.id)  \(item.file):\(place)\n"
            + "    \(finding.columnName.map { "\($0): " } ?? "")\(finding.found[language])"
            + " [\(finding.rule)]\n"
        if let author = item.author {
            let until = item.expiresOn.map { day in
                choose(" līdz \(day.latvian)", " until \(day)")
            }
            text +=
                "    \(word(for: item.state))\(until ?? ""): \(author), \(item.moment ?? "–"): "
                + "\(item.reason ?? "")\n"
        }
        return text
    }

    /// Writes the list as RFC 4180.
    ///
    /// - Throws: What keeps the warnings from being read, and what the body throws.
    public func writeTable(to body: ([UInt8]) throws -> Void) throws {
        var table = DelimitedText(columns: [
            "id", "state", "school_code", "semester", "file", "line", "byte", "column",
            "column_name", "cell", "rule", "found", "advice", "author", "reason",
            "acknowledged_at", "expires_on",
        ])
        try items.forEach { item in
            let finding = item.finding
            table.append([
                .words(item.id), .words(item.state),
                .words(ConcernedSchools(item.schools).cell), .words(item.semester?.code ?? ""),
                .words(item.file), .number("\(finding.line)"),
                .number(finding.byte.map(String.init)), .number(finding.column.map(String.init)),
                .words(finding.columnName ?? ""), .words(finding.cell ?? ""),
                .words(finding.rule), .words(finding.found[language]),
                .words(finding.advice[language]), .words(item.author ?? ""),
                .words(item.reason ?? ""), .words(item.moment ?? ""),
                .words(item.expiresOn?.description ?? ""),
            ])
            try table.handOn(to: body)
        }
        try body(Array(table.text.utf8))
    }

    /// Writes the list as JSON, `pumpurs-warnings/1`.
    ///
    /// - Throws: What keeps the warnings from being read, and what the body throws.
    public func writeJSON(to body: ([UInt8]) throws -> Void) throws {
        try JSONText.object([
            ("schema", .words("pumpurs-warnings/1")),
            ("warnings", .handedOut { body in try items.forEach { try body(document($0)) } }),
        ]).write(to: body)
    }

    private func document(_ item: WarningItem) -> JSONText {
        .object(
            [("id", .words(item.id)), ("state", .words(item.state))]
                + ConcernedSchools(item.schools).members + [
                    ("semester", .optional(item.semester?.code)), ("file", .words(item.file)),
                    ("finding", item.finding.document), ("author", .optional(item.author)),
                    ("reason", .optional(item.reason)),
                    ("acknowledged_at", .optional(item.moment)),
                    ("expires_on", .optional(item.expiresOn?.description)),
                ])
    }
}

extension ShownFinding {
    /// The finding as JSON.
    var document: JSONText {
        .object([
            ("rule", .words(rule)), ("severity", .words(severity)), ("line", .integer(line)),
            ("byte", .optional(byte)), ("column", .optional(column)),
            ("column_name", .optional(columnName)), ("cell", .optional(cell)),
            ("found", .localized(found)), ("advice", .localized(advice)),
        ])
    }
}

public import PupilSupport

/// A warning with what became of it, ready to be shown.
public struct WarningItem: Sendable {
    /// By which people speak of it: the same for the same warning of the same bytes.
    public let id: String
    /// The name of the file, as it may be shown.
    public let file: String
    /// The codes of the schools that it may concern.
    public let schools: [String]
    /// The semester, where it is known.
    public let semester: Semester?
    /// What was found.
    public let finding: ShownFinding
    /// `open`, `acknowledged` or `expired`.
    public let state: String
    /// Who accepted it.
    public let author: String?
    /// Why.
    public let reason: String?
    /// When.
    public let moment: String?
    /// The last day on which that holds.
    public let expiresOn: CivilDate?

    /// Creates an item.
    public init(
        id: String, file: String, schools: [String], semester: Semester?, finding: ShownFinding,
        state: String, author: String?, reason: String?, moment: String?, expiresOn: CivilDate?
    ) {
        self.id = id
        self.file = file
        self.schools = schools
        self.semester = semester
        self.finding = finding
        self.state = state
        self.author = author
        self.reason = reason
        self.moment = moment
        self.expiresOn = expiresOn
    }
}

/// The warnings of a store, as text, table or data.
public struct WarningList {
    private let items: [WarningItem]
    private let language: Language

    /// Creates a list in the order of its items.
    public init(_ items: [WarningItem], in language: Language) {
        self.items = items
        self.language = language
    }

    private func choose(_ lv: String, _ en: String) -> String { language == .latvian ? lv : en }

    /// The list for a terminal: one warning a paragraph, and the counts at the end.
    public var text: String {
        guard !items.isEmpty else {
            return choose("nav neviena brīdinājuma\n", "there is no warning\n")
        }
        let counts = ["open", "acknowledged", "expired"].map { state in
            "\(word(for: state)) \(items.count { $0.state == state })"
        }
        return items.map(paragraph).joined() + "\n\(counts.joined(separator: ", "))\n"
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

    /// The list as RFC 4180.
    public var table: String {
        var table = DelimitedText(columns: [
            "id", "state", "school_code", "semester", "file", "line", "byte", "column",
            "column_name", "cell", "rule", "found", "advice", "author", "reason",
            "acknowledged_at", "expires_on",
        ])
        for item in items {
            let finding = item.finding
            table.append([
                .words(item.id), .words(item.state),
                .words(item.schools.joined(separator: "; ")), .words(item.semester?.code ?? ""),
                .words(item.file), .number("\(finding.line)"),
                .number(finding.byte.map(String.init)), .number(finding.column.map(String.init)),
                .words(finding.columnName ?? ""), .words(finding.cell ?? ""),
                .words(finding.rule), .words(finding.found[language]),
                .words(finding.advice[language]), .words(item.author ?? ""),
                .words(item.reason ?? ""), .words(item.moment ?? ""),
                .words(item.expiresOn?.description ?? ""),
            ])
        }
        return table.text
    }

    /// The list as JSON, `pumpurs-warnings/1`.
    public var json: [UInt8] {
        JSONText.object([
            ("schema", .words("pumpurs-warnings/1")),
            (
                "warnings",
                .list(
                    items.map { item in
                        .object([
                            ("id", .words(item.id)), ("state", .words(item.state)),
                            ("schools", .list(item.schools.map(JSONText.words))),
                            ("semester", .optional(item.semester?.code)),
                            ("file", .words(item.file)), ("finding", item.finding.document),
                            ("author", .optional(item.author)),
                            ("reason", .optional(item.reason)),
                            ("acknowledged_at", .optional(item.moment)),
                            ("expires_on", .optional(item.expiresOn?.description)),
                        ])
                    })
            ),
        ]).bytes
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

/// A check with a stable code, and the words that a school's clerk reads when it is hit.
public struct Rule: Hashable, Sendable {
    /// The stable code, `FLD-003`.
    public let code: String
    /// When the check runs.
    public let stage: CheckStage
    /// How bad a hit is, unless a definition says otherwise.
    public let severity: Severity
    /// What was found; `{name}` stands for a detail of the diagnostic.
    public let summary: MessageText
    /// How to mend it; `{name}` stands for a detail of the diagnostic.
    public let advice: MessageText

    /// Creates a rule.
    public init(
        _ code: String, _ stage: CheckStage, _ severity: Severity, summary: MessageText,
        advice: MessageText
    ) {
        self.code = code
        self.stage = stage
        self.severity = severity
        self.summary = summary
        self.advice = advice
    }
}

/// The stages in which checks run, in their order.
public enum CheckStage: String, Sendable, CaseIterable {
    /// A definition, before any data are read.
    case definition
    /// A file as a whole.
    case file
    /// One cell.
    case field
    /// One record.
    case record
    /// Several records together.
    case acrossRecords = "across records"
}

/// A language of messages.
public enum MessageLanguage: String, Sendable, CaseIterable {
    /// Latvian.
    case latvian = "lv"
    /// English.
    case english = "en"
}

/// A message in both languages, with places for details.
public struct MessageText: Hashable, Sendable {
    /// The Latvian text.
    public let lv: String
    /// The English text.
    public let en: String

    /// Creates a message.
    public init(lv: String, en: String) {
        self.lv = lv
        self.en = en
    }

    /// Returns the text in a language with every `{name}` replaced by its detail.
    ///
    /// A detail that is itself in words comes in both languages, as `name.lv` and `name.en`.
    /// A placeholder without a detail stays as it stands, so that a test sees it.
    public func text(in language: MessageLanguage, details: [String: String]) -> String {
        let template = language == .latvian ? lv : en
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else {
                return result + rest[open...]
            }
            let name = String(rest[rest.index(after: open)..<close])
            result +=
                details["\(name).\(language.rawValue)"] ?? details[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

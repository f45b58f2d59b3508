/// One thing found wrong, or worth saying, in an export or a definition.
///
/// A diagnostic never holds what identifies a person: whoever makes one leaves such values out of
/// ``details`` and says only how long the value is and what is wrong with it.
public struct Diagnostic: Hashable, Sendable {
    /// The rule that was hit.
    public let rule: Rule
    /// How bad it is; usually the rule's own severity.
    public let severity: Severity
    /// Where it was found.
    public let position: InputPosition
    /// The values for the placeholders of the rule's texts.
    public let details: [String: String]

    /// Creates a diagnostic.
    ///
    /// - Parameters:
    ///   - rule: The rule that was hit.
    ///   - severity: How bad it is; `nil` takes the rule's own severity.
    ///   - position: Where it was found.
    ///   - details: The values for the placeholders of the rule's texts.
    public init(
        _ rule: Rule, severity: Severity? = nil, at position: InputPosition,
        details: [String: String] = [:]
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        self.position = position
        self.details = details
    }

    /// Returns what was found, in a language.
    public func summary(in language: MessageLanguage) -> String {
        rule.summary.text(in: language, details: details)
    }

    /// Returns how to mend it, in a language.
    public func advice(in language: MessageLanguage) -> String {
        rule.advice.text(in: language, details: details)
    }
}

/// How bad a finding is.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Worth saying; nothing is held back. A row that is ignored by rule gets a note.
    case note
    /// The record passes and the finding is reported.
    case warning
    /// The record is held back whole.
    case error
    /// The file is refused whole.
    case fatal

    /// Whether one severity is milder than another.
    public static func < (first: Severity, second: Severity) -> Bool {
        first.rank < second.rank
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        case .fatal: 3
        }
    }
}

/// A place in a file, as exact as the finder knows it.
public struct InputPosition: Hashable, Sendable {
    /// The path of the file as the user named it.
    public var file: String
    /// The sheet of a workbook, or `nil` for any other file.
    public var sheet: String?
    /// The physical line, from 1, or the row of the sheet; 0 when the finding concerns the whole file.
    public var line: Int
    /// The byte in the file as sent, from 0; `nil` when it is not known.
    public var byte: Int?
    /// The number of the column in the table, or in the line of a definition, from 1.
    public var column: Int?
    /// The name of the column, or the path of the element.
    public var columnName: String?
    /// The first byte of the record that the place belongs to; `nil` when it belongs to none.
    ///
    /// It does not follow from the byte: records of XML stand within others, and a value may stand
    /// on an element around its record.
    public var record: Int?

    /// Creates a place.
    public init(
        file: String, sheet: String? = nil, line: Int = 0, byte: Int? = nil, column: Int? = nil,
        columnName: String? = nil, record: Int? = nil
    ) {
        self.file = file
        self.sheet = sheet
        self.line = line
        self.byte = byte
        self.column = column
        self.columnName = columnName
        self.record = record
    }
}

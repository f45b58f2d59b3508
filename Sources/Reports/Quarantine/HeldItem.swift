public import PupilSupport

/// A record that is or was held back, ready to be shown; nothing in it tells who it is about but ``raw``.
public struct HeldItem: Sendable {
    /// The number by which people speak of it.
    public let id: Int
    /// The name of the file, as it may be shown.
    public let file: String
    /// The line of the record's first byte, or the row of the sheet.
    public let line: Int
    /// The offset of the record's first byte; `nil` on a sheet.
    public let byte: Int?
    /// The codes of the schools that it may concern.
    public let schools: [String]
    /// The semester, where it is known.
    public let semester: Semester?
    /// The kind of file.
    public let kind: String
    /// The rules that held it back the last time.
    public let rules: [String]
    /// `held`, `released` or `replaced`.
    public let state: String
    /// When it was held back first.
    public let firstSeen: RunMoment?
    /// The number of runs that judged it and held it back.
    public let attempts: Int
    /// When it was released or replaced.
    public let ended: RunMoment?
    /// What is wrong with it, as far as it is still known.
    public let findings: [ShownFinding]
    /// Its source text, only where it was asked for.
    public let raw: String?

    /// Creates an item.
    public init(
        id: Int, file: String, line: Int, byte: Int?, schools: [String], semester: Semester?,
        kind: String, rules: [String], state: String, firstSeen: RunMoment?, attempts: Int,
        ended: RunMoment?, findings: [ShownFinding], raw: String?
    ) {
        self.id = id
        self.file = file
        self.line = line
        self.byte = byte
        self.schools = schools
        self.semester = semester
        self.kind = kind
        self.rules = rules
        self.state = state
        self.firstSeen = firstSeen
        self.attempts = attempts
        self.ended = ended
        self.findings = findings
        self.raw = raw
    }
}

/// A run and its beginning, as text.
public struct RunMoment: Sendable, Hashable {
    /// The number of the run.
    public let run: Int
    /// When it began: `2019-10-07T09:00:00Z`.
    public let moment: String

    /// Creates a moment.
    public init(run: Int, moment: String) {
        self.run = run
        self.moment = moment
    }
}

/// A finding in both languages, with its place.
public struct ShownFinding: Sendable, Hashable {
    /// The physical line, or the row of the sheet; 0 for the whole file.
    public let line: Int
    /// The offset in the file; `nil` on a sheet.
    public let byte: Int?
    /// The number of the column, from 1.
    public let column: Int?
    /// The name of the column, or the path.
    public let columnName: String?
    /// The cell of a sheet, such as `Lapa1!B5`.
    public let cell: String?
    /// The code of the rule.
    public let rule: String
    /// `note`, `warning`, `error` or `fatal`.
    public let severity: String
    /// What was found.
    public let found: LocalizedText
    /// What is allowed and how to mend it.
    public let advice: LocalizedText

    /// Creates a finding.
    public init(
        line: Int, byte: Int?, column: Int?, columnName: String?, cell: String?, rule: String,
        severity: String, found: LocalizedText, advice: LocalizedText
    ) {
        self.line = line
        self.byte = byte
        self.column = column
        self.columnName = columnName
        self.cell = cell
        self.rule = rule
        self.severity = severity
        self.found = found
        self.advice = advice
    }

    /// Whether it keeps a record from counting.
    var isError: Bool { severity == "error" || severity == "fatal" }
}

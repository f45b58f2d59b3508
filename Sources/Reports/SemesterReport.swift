public import PupilSupport
public import Rollup

/// All that the reports of one semester are made from; whoever fills it reads no clock.
public struct SemesterReport: Sendable {
    /// The municipality.
    public var municipality: Municipality
    /// Whether everything that was expected is in it.
    public var state: ReportState
    /// The figures.
    public var cube: Cube
    /// How the files were read.
    public var quality: QualityReport
    /// The hash of the definitions, as hexadecimal text.
    public var definitionsHash: String
    /// The revisions of the semester, or `nil` while it is open.
    public var revision: ReportRevision?
    /// Whom the files are for.
    public var audience: ReportAudience = .internal
    /// How small numbers are protected; only in reports that are.
    public var protection: ReportProtection?
    /// The semesters known, this one included, for the lines over time; may be empty.
    public var history = SemesterHistory()

    /// Creates a report.
    public init(
        municipality: Municipality, state: ReportState, cube: Cube, quality: QualityReport,
        definitionsHash: String, revision: ReportRevision? = nil
    ) {
        self.municipality = municipality
        self.state = state
        self.cube = cube
        self.quality = quality
        self.definitionsHash = definitionsHash
        self.revision = revision
    }

    /// The semester.
    public var semester: Semester { cube.semester }
}

/// The revisions of a closed semester.
public struct ReportRevision: Hashable, Sendable {
    /// One revision.
    public struct Entry: Hashable, Sendable {
        /// The number, from 1.
        public let number: Int
        /// The day on which the semester was closed.
        public let closedOn: CivilDate
        /// Why the figures changed; empty for the first.
        public let note: String

        /// Creates a revision.
        public init(number: Int, closedOn: CivilDate, note: String) {
            self.number = number
            self.closedOn = closedOn
            self.note = note
        }

        /// The name of the revision, `r01`.
        var name: String { number < 10 ? "r0\(number)" : "r\(number)" }
    }

    /// The revisions, oldest first.
    public let entries: [Entry]

    /// Creates revisions.
    public init(entries: [Entry]) { self.entries = entries }
}

/// Whether a report rests on all that was expected.
public enum ReportState: Hashable, Sendable {
    /// Everything has come and was read.
    case complete
    /// Something is missing, for these reasons.
    case incomplete(reasons: [LocalizedText])

    /// The word in data files.
    public var code: String { isComplete ? "complete" : "incomplete" }

    /// Whether nothing is missing.
    public var isComplete: Bool { self == .complete }

    /// What is missing.
    public var reasons: [LocalizedText] {
        guard case .incomplete(let reasons) = self else { return [] }
        return reasons
    }
}

/// How the files behind a report were read, and what was found in them.
public struct QualityReport: Sendable {
    /// The files, in the order in which reports list them.
    public var files: [FileQuality]
    /// The findings, in the order in which reports list them.
    public let findings: HandedOut<QualityFinding>
    /// What the page says of the findings.
    let digest: FindingDigest
    /// The codes of the schools of which a delivery has not come.
    public var schoolsMissing: [String]
    /// The numbers of the cases for which people were erased, oldest first.
    public var erasures: [String] = []
    /// How many records are held back, where that is told without the files.
    private var told: HeldBackCount?

    /// How many records are held back.
    public var heldBack: HeldBackCount { told ?? .number(files.map(\.heldBack).reduce(0, +)) }

    /// Creates a quality report of findings that are held.
    ///
    /// - Parameter heldBack: How many records are held back; those of the files, unless told otherwise.
    public init(
        files: [FileQuality] = [], findings: [QualityFinding] = [], schoolsMissing: [String] = [],
        heldBack: HeldBackCount? = nil
    ) {
        self.files = files
        self.findings = HandedOut(findings)
        var digest = FindingDigest()
        for finding in findings { digest.add(finding) }
        self.digest = digest
        self.schoolsMissing = schoolsMissing
        told = heldBack
    }

    /// Creates a quality report of findings of which nobody knows how many there are; they are gone through
    /// once here and once for each file that lists them.
    ///
    /// - Throws: What keeps them from being read.
    public init(
        files: [FileQuality], findings: HandedOut<QualityFinding>, schoolsMissing: [String]
    ) throws {
        self.files = files
        self.findings = findings
        var digest = FindingDigest()
        try findings.forEach { digest.add($0) }
        self.digest = digest
        self.schoolsMissing = schoolsMissing
    }
}

/// How many records are held back, as exactly as a reader may know it.
public enum HeldBackCount: Hashable, Sendable {
    /// So many.
    case number(Int)
    /// At least one, but fewer than the threshold of what is published.
    case few

    /// What everybody may know of it.
    func forEverybody(threshold: Int) -> HeldBackCount {
        guard case .number(let number) = self, (1..<threshold).contains(number) else { return self }
        return .few
    }
}

/// What became of the records of one file.
public struct FileQuality: Hashable, Sendable {
    /// The name of the file.
    public var name: String
    /// The codes of the schools that the records name.
    public var schools: [String]
    /// The kind of file, as the source's definition names it.
    public var kind: String
    /// The semester, or `nil` when the file belongs to none.
    public var semester: Semester?
    /// Records read.
    public var read: Int
    /// Records loaded.
    public var loaded: Int
    /// Records held back.
    public var heldBack: Int
    /// Records ignored by rule: blank rows, total rows, repetitions.
    public var ignored: Int
    /// The columns of which nothing is kept.
    public var droppedColumns: [DroppedColumn]

    /// Creates a file's quality.
    public init(
        name: String, schools: [String], kind: String, semester: Semester?, read: Int,
        loaded: Int, heldBack: Int, ignored: Int, droppedColumns: [DroppedColumn] = []
    ) {
        self.name = name
        self.schools = schools
        self.kind = kind
        self.semester = semester
        self.read = read
        self.loaded = loaded
        self.heldBack = heldBack
        self.ignored = ignored
        self.droppedColumns = droppedColumns
    }

    /// Whether every record that was read is accounted for.
    public var isConserved: Bool { read == loaded + heldBack + ignored }
}

/// One finding of the checks, ready to be shown.
public struct QualityFinding: Hashable, Sendable {
    /// The name of the file.
    public var file: String
    /// The line, from 1; 0 when it concerns the whole file.
    public var line: Int
    /// The byte, from 0.
    public var byte: Int?
    /// The number of the column, from 1.
    public var column: Int?
    /// The name of the column, or the path.
    public var columnName: String?
    /// The code of the rule.
    public var rule: String
    /// How bad it is: `note`, `warning`, `error` or `fatal`.
    public var severity: String
    /// What became of the record.
    public var disposition: Disposition
    /// What was found.
    public var message: LocalizedText
    /// Whether somebody looked at it and accepted it.
    public var isAcknowledged: Bool

    /// What became of a record.
    public enum Disposition: String, Sendable, CaseIterable {
        /// The file was refused whole.
        case refused
        /// There is no file: it has not come.
        case notDelivered = "not_delivered"
        /// The record was held back.
        case heldBack = "held_back"
        /// The record was loaded.
        case loaded
        /// The record was ignored by rule.
        case ignored
    }

    /// Creates a finding.
    public init(
        file: String, line: Int, byte: Int? = nil, column: Int? = nil, columnName: String? = nil,
        rule: String, severity: String, disposition: Disposition, message: LocalizedText,
        isAcknowledged: Bool = false
    ) {
        self.file = file
        self.line = line
        self.byte = byte
        self.column = column
        self.columnName = columnName
        self.rule = rule
        self.severity = severity
        self.disposition = disposition
        self.message = message
        self.isAcknowledged = isAcknowledged
    }
}

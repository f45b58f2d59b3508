public import Extraction
public import PupilSupport

/// How the exports of one sender are recognised, read and mapped to the model.
public struct SourceDefinition: Hashable, Sendable {
    /// The code of the source, which is also the name of its file.
    public var code: String
    /// The name that messages show.
    public var name: LocalizedText
    /// The code of the school whose exports these are, or `nil` when each record names its school.
    public var school: String?
    /// What a wrong check digit of a personal code means.
    public var checkDigit: CheckDigitPolicy
    /// The kinds of file that the source sends, in the order of the definition.
    public var files: [FileDefinition]
    /// Rules whose severity differs for this source; `nil` as the value turns a rule off.
    public var ruleSeverities: [String: RuleSetting]

    /// Creates a definition.
    public init(
        code: String, name: LocalizedText, school: String?, checkDigit: CheckDigitPolicy = .verify,
        files: [FileDefinition], ruleSeverities: [String: RuleSetting] = [:]
    ) {
        self.code = code
        self.name = name
        self.school = school
        self.checkDigit = checkDigit
        self.files = files
        self.ruleSeverities = ruleSeverities
    }
}

/// What a definition may make of a rule.
public enum RuleSetting: String, Sendable, CaseIterable {
    /// The rule is not applied.
    case off
    /// A hit is a note.
    case note
    /// A hit is a warning.
    case warning
    /// A hit holds the record back.
    case error
}

/// What a wrong check digit of a personal code means.
public enum CheckDigitPolicy: String, Sendable, CaseIterable {
    /// It is an error: the default.
    case verify
    /// It is demanded: synthetic data carry a wrong digit so that no code can be anyone's.
    case synthetic
    /// It is not looked at.
    case ignore
}

/// How one kind of file of a source is recognised, read and mapped.
public struct FileDefinition: Hashable, Sendable {
    /// The kind, by which deliveries are expected and listed: `consultations`.
    public var kind: String
    /// By what the file is recognised.
    public var recognition: Recognition
    /// The encoding; that of a workbook is UTF-8, into which its sheets are turned.
    public var encoding: TextEncoding
    /// Whether a file that contradicts encoding or dialect is read as it is, with a warning.
    public var adapts: Bool
    /// Delimited or XML, and how.
    public var format: FileFormat
    /// The closing row with sums, or `nil` when the file has none.
    public var totalRow: TotalRow?
    /// The mark between whole and fraction in numbers.
    public var decimalMark: DecimalMark
    /// What each record of the file becomes in the model.
    public var records: [RecordMapping]

    /// Creates a definition.
    public init(
        kind: String, recognition: Recognition, encoding: TextEncoding = .utf8,
        adapts: Bool = false, format: FileFormat,
        totalRow: TotalRow? = nil, decimalMark: DecimalMark = .comma, records: [RecordMapping]
    ) {
        self.kind = kind
        self.recognition = recognition
        self.encoding = encoding
        self.adapts = adapts
        self.format = format
        self.totalRow = totalRow
        self.decimalMark = decimalMark
        self.records = records
    }
}

/// By what a file is recognised: its content first, its name second.
public struct Recognition: Hashable, Sendable {
    /// Column names that the header of a delimited file must all have.
    public var columns: [String]
    /// The local name of the root element of an XML file.
    public var root: String?
    /// The namespace of the root element, or `nil` for none.
    public var namespace: String?
    /// A pattern with `*` for the file's name, which decides between definitions that fit equally.
    public var fileName: String?

    /// Creates a recognition.
    public init(
        columns: [String] = [], root: String? = nil, namespace: String? = nil,
        fileName: String? = nil
    ) {
        self.columns = columns
        self.root = root
        self.namespace = namespace
        self.fileName = fileName
    }
}

/// The format of a file and the options to read it with.
public enum FileFormat: Hashable, Sendable {
    /// Rows of cells between delimiters.
    case delimited(DelimitedOptions)
    /// Rows of cells on a sheet.
    case workbook(SpreadsheetOptions)
    /// Elements and attributes.
    case xml(XMLOptions)
}

/// The mark between the whole and the fraction of a number.
public enum DecimalMark: String, Sendable, CaseIterable {
    /// `1,5`, as Latvian exports write it.
    case comma = ","
    /// `1.5`.
    case point = "."
}

/// The closing row of a table, whose sums must agree with the rows above.
public struct TotalRow: Hashable, Sendable {
    /// The column in which the row is marked.
    public var column: String
    /// The text that marks the row, `Kopā`.
    public var text: String
    /// The columns that the row sums up.
    public var sums: [String]

    /// Creates a total row.
    public init(column: String, text: String, sums: [String]) {
        self.column = column
        self.text = text
        self.sums = sums
    }
}

/// What a record of a file becomes: one record of the model, or one for each cell unpivoted or split.
public struct RecordMapping: Hashable, Sendable {
    /// The kind of record of the model.
    public var kind: RecordKind
    /// The path of the record's element, from the root; `nil` in delimited files.
    public var at: String?
    /// Where the fields come from.
    public var fields: [FieldMapping]
    /// How columns are turned into records, or `nil` for one record a row.
    public var unpivot: Unpivot?
    /// The column or path without whose value no record is made.
    public var whenPresent: String?
    /// The law by which such records may be kept; sensitive answers need it.
    public var legalBasis: LocalizedText?

    /// Creates a mapping.
    public init(
        kind: RecordKind, at: String? = nil, fields: [FieldMapping], unpivot: Unpivot? = nil,
        whenPresent: String? = nil, legalBasis: LocalizedText? = nil
    ) {
        self.kind = kind
        self.at = at
        self.fields = fields
        self.unpivot = unpivot
        self.whenPresent = whenPresent
        self.legalBasis = legalBasis
    }
}

/// Where a field of the model comes from and how its text is read.
public struct FieldMapping: Hashable, Sendable {
    /// The name of the field in the model.
    public var field: String
    /// Where the value comes from.
    public var source: FieldSource
    /// Whether a record without the value is held back.
    public var isRequired: Bool
    /// The text between several values in one cell, each of which becomes a record of its own.
    public var splitBy: String?
    /// What a teacher is identified by.
    public var identifiedBy: TeacherIdentifier
    /// The minutes that one unit of a length of time stands for: 1 for minutes, 60 for hours.
    public var minutesPerUnit: Int
    /// The smallest number allowed, in minutes or things.
    public var atLeast: Int?
    /// The largest number allowed, in minutes or things.
    public var atMost: Int?
    /// A regular expression that the whole trimmed text must match.
    public var pattern: String?

    /// Creates a mapping.
    public init(
        field: String, source: FieldSource, isRequired: Bool, splitBy: String? = nil,
        identifiedBy: TeacherIdentifier = .personalCode, minutesPerUnit: Int = 1,
        atLeast: Int? = nil, atMost: Int? = nil, pattern: String? = nil
    ) {
        self.field = field
        self.source = source
        self.isRequired = isRequired
        self.splitBy = splitBy
        self.identifiedBy = identifiedBy
        self.minutesPerUnit = minutesPerUnit
        self.atLeast = atLeast
        self.atMost = atMost
        self.pattern = pattern
    }
}

/// Where the value of a field comes from.
public enum FieldSource: Hashable, Sendable {
    /// A column of a delimited file, by name.
    case column(String)
    /// Paths of an XML file from the record's element; the first that is present counts.
    case paths([String])
    /// The same text for every record.
    case constant(String)
    /// The semester in which the value of another field, a date, lies.
    case semesterOfDate(field: String)
    /// The name of the unpivoted column.
    case unpivotedName
    /// The cell of the unpivoted column.
    case unpivotedValue
}

/// What a teacher is identified by in an export.
public enum TeacherIdentifier: String, Sendable, CaseIterable {
    /// The personal code.
    case personalCode = "personal_code"
    /// The school's own staff number, which its staff list resolves to a person.
    case staffNumber = "staff_number"
    /// A code that is unique across schools.
    case sharedCode = "shared_code"
}

/// How columns of a wide table are turned into records.
public struct Unpivot: Hashable, Sendable {
    /// The columns to turn, by name.
    public var columns: [String]
    /// Whether a blank cell makes no record.
    public var skipsBlanks: Bool

    /// Creates an unpivot.
    public init(columns: [String], skipsBlanks: Bool) {
        self.columns = columns
        self.skipsBlanks = skipsBlanks
    }
}

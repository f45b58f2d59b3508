import Diagnostics
import PupilSupport

/// A mapping of a definition, ready to be applied to rows; an object, for rows share it.
final class CompiledMapping {
    /// Where a field of the model gets its value.
    enum Slot {
        /// A reader's value for the row.
        case reader(Int)
        /// The same value for every row.
        case constant(Int)
        /// The semester of the day in another field.
        case semesterOf(field: Int)
        /// The field is not mapped.
        case empty
    }

    /// Where a field gets its value when nothing about the row is out of the ordinary.
    struct Source {
        /// The reader, or -1 for what is the same in every row.
        let reader: Int
        /// The value where no reader gives it.
        let constant: Int
        /// Whether a record without the field is held back, as far as the row itself gives the field.
        let isRequired: Bool
    }

    /// The fields that every row asks for, or -1 where the kind has none; the place of what was seen of the kind.
    struct AskedFields {
        var semester = -1
        var school = -1
        var plan = -1
        var repeatIndex = 0
        var namesPerson = false
    }

    let kind: RecordKind
    let slots: [Slot]
    /// The slots as plain values, for most rows have nothing else in them.
    let sources: [Source]
    /// Whether a record without the field is held back, field by field.
    let isRequired: [Bool]
    /// The reader without whose value no record is made.
    let presence: Int?
    /// The field whose reader gives lists.
    let listField: Int?
    let checks: [ActiveCheck]
    /// What has passed each of the checks, for rows are mostly like others; ``checks`` keeps it.
    let passed: [PassedRecords.Table?]
    let planField: Int?
    let schoolField: Int?
    let roleField: Int?
    let measureField: Int?
    let dateField: Int?
    let birthDateField: Int?
    let semesterField: Int?
    /// The fields of the person named and of their names, where the kind has them.
    let isXML: Bool
    /// With the place of what was seen of the kind's records, which all tables of a file share.
    var askedFields = AskedFields()
    let personFields: (person: Int, givenName: Int, familyName: Int)?

    init(
        kind: RecordKind, slots: [Slot], isRequired: [Bool], presence: Int?, listField: Int?,
        checks: [ActiveCheck], isXML: Bool
    ) {
        self.kind = kind
        self.slots = slots
        sources = zip(slots, isRequired).map { slot, isRequired in
            switch slot {
            case .reader(let reader):
                Source(reader: reader, constant: ModelBatch.missing, isRequired: isRequired)
            case .constant(let value):
                Source(reader: -1, constant: value, isRequired: isRequired)
            case .semesterOf:
                Source(reader: -1, constant: ModelBatch.missing, isRequired: false)
            case .empty:
                Source(reader: -1, constant: ModelBatch.missing, isRequired: isRequired)
            }
        }
        self.isRequired = isRequired
        self.presence = presence
        self.listField = listField
        self.checks = checks
        passed = checks.map(\.passed?.table)
        self.isXML = isXML
        planField = kind.fieldIndex("plan_number")
        schoolField = kind.fieldIndex("school")
        roleField = kind == .session ? kind.fieldIndex("role") : nil
        measureField = kind.fieldIndex("measure")
        dateField = kind.fieldIndex("date")
        birthDateField = kind.fieldIndex("birth_date")
        semesterField = kind.fieldIndex("semester")
        askedFields.semester = semesterField ?? -1
        askedFields.school = schoolField ?? -1
        askedFields.plan = planField ?? -1
        if let givenName = kind.fieldIndex("given_name"),
            let familyName = kind.fieldIndex("family_name"),
            let person = kind.fieldIndex(kind == .staffMember ? "teacher" : "pupil")
        {
            personFields = (person, givenName, familyName)
        } else {
            personFields = nil
        }
        askedFields.namesPerson = personFields != nil
    }
}

/// What a file's definition becomes for one of its tables.
struct CompiledTable {
    /// The header as messages may show it: it may be a row of data for want of a header.
    let shownColumns: [String]
    var readers: [ValueReader]
    let mappings: [CompiledMapping]
    var total: CompiledTotal?
}

/// The total row of a table, ready to be recognised and compared.
struct CompiledTotal {
    let text: String
    /// The reader whose value is 1 in the total row.
    let marker: Int
    /// The columns summed up.
    var sums: [CompiledSum]
}

/// A column that a total row sums up.
struct CompiledSum {
    let reader: Int
    let column: String
    /// The number of minutes, or things, that one unit of the column stands for.
    let perUnit: Int
    let decimalMark: DecimalMark
    /// The sum of the rows so far, in minutes or things.
    var sum = 0
    /// The number of rows so far that are not in the sum, because their value cannot be read.
    var missingRows = 0

    /// The sum as the column would show it; four decimals tell any two whole minutes apart.
    var text: String {
        let scale = 10_000
        let scaled = (sum * scale * 2 + perUnit) / (2 * perUnit)
        guard scaled % scale != 0 else { return "\(scaled / scale)" }
        let decimals = String(String(scale + scaled % scale).dropFirst())
        let end = decimals.lastIndex { $0 != "0" } ?? decimals.startIndex
        return "\(scaled / scale)\(decimalMark.rawValue)\(decimals[...end])"
    }
}

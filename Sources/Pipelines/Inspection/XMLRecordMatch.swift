import Extraction
import PupilSupport

/// Finds the kind of record that an element looks like, and the fields of the model that its values may
/// hold: by what they are called and by what they look like.
struct XMLRecordMatch {
    let kind: RecordKind
    let fields: [(name: String, path: String)]
    /// The keys of a field besides its path, and the comment behind them, where it is a length of time.
    private(set) var units: [String: (keys: String, remark: String)] = [:]
    /// Required fields that no value fits.
    let missing: [String]
    /// The paths of values that no field fits.
    let unmatched: [String]

    /// What schools call a record, as roots of words without marks.
    private static let kinds: [(kind: RecordKind, roots: [String])] = [
        (.planRisk, ["risk"]), (.planMeasure, ["pasakum", "measure"]),
        (.planResult, ["rezultat", "iznakum", "result", "outcome"]),
        (.session, ["nodarb", "konsultac", "session"]), (.plan, ["plan", "iap"]),
        (.need, ["vajadz", "need"]), (.mark, ["vertejum", "atzim", "mark"]),
        (.absence, ["kavej", "absence"]), (.feedback, ["atsauksm", "aptauj", "feedback"]),
        (.staffMember, ["darbin", "pedagog", "person", "staff", "teacher"]),
        (.pupil, ["skolen", "pupil", "student"]),
    ]

    /// What schools call a value, as roots of words without marks, the most telling first.
    private static let roots: [(field: String, roots: [String])] = [
        ("pupil", ["pk", "personas", "skolen", "kods", "pupil"]),
        ("teacher", ["pedagog", "skolotaj", "personas", "pk", "teacher"]),
        ("staff_number", ["numur", "nr", "number"]),
        ("plan_number", ["numur", "nr", "plan", "iap"]),
        ("school", ["iestade", "skola", "school"]), ("semester", ["semestr", "semester"]),
        ("class", ["klase", "class"]), ("role", ["amats", "loma", "role"]),
        ("measure", ["veids", "atbalst", "pasakum", "measure"]),
        ("subject", ["prieksmet", "subject"]), ("date", ["datums", "date"]),
        ("minutes", ["minut", "ilgum", "stund", "hours"]),
        ("planned_minutes", ["minut", "stund"]), ("minutes_asked", ["minut", "stund"]),
        ("mode", ["norise", "forma", "mode"]), ("confirmed_on", ["apliecin", "confirmed"]),
        ("mark_before", ["pirms", "before"]), ("mark_after", ["pec", "after"]),
        ("mark", ["vertejum", "atzim", "mark"]),
        ("justified_lessons", ["attaisn", "justified"]),
        ("missed_lessons", ["stund", "kavej", "missed"]),
        ("respondent", ["respondent", "kas"]), ("rating", ["vertejum", "rating"]),
        ("answers", ["skait", "atbild", "answers"]), ("sex", ["dzimum", "sex"]),
        ("birth_date", ["dzimis", "dzimsan", "birth"]), ("given_name", ["vards", "given"]),
        ("family_name", ["uzvard", "family"]), ("starts_on", ["no", "sakum", "starts"]),
        ("ends_on", ["lidz", "beig", "ends"]), ("applied_on", ["iesnieg", "applied"]),
        ("enrolled_from", ["no", "from"]), ("enrolled_until", ["lidz", "until"]),
        ("status", ["status", "status"]), ("head_approved_on", ["direktor", "head"]),
        ("municipality_approved_on", ["pasvald", "municipal"]),
        ("state_approved_on", ["ikvd", "state"]), ("project_number", ["projekt", "project"]),
        ("risk", ["risk"]), ("outcome", ["iznakum", "rezultat", "outcome"]),
        ("continuation", ["turpm", "continu"]), ("listed_on", ["uz", "listed"]),
    ]

    /// Matches a record with the kind that its name tells, or that most of its values fit.
    init(_ record: XMLRecordFields.Record) {
        let kinds = Self.kind(named: record.name).map { [$0] } ?? RecordKind.inStore
        let matches = kinds.map { XMLRecordMatch(record, kind: $0) }
        self = matches.max { $0.worth < $1.worth } ?? XMLRecordMatch(record, kind: .session)
    }

    /// Returns the kinds of record that an element holds: a pupil may come with a place in a class.
    static func all(of record: XMLRecordFields.Record) -> [XMLRecordMatch] {
        let match = XMLRecordMatch(record)
        guard match.kind == .pupil else { return [match] }
        let place = XMLRecordMatch(record, kind: .enrolment)
        return place.missing.isEmpty ? [match, place] : [match]
    }

    /// Returns the kind of record that an element's name tells, or `nil`.
    static func kind(named name: String) -> RecordKind? {
        let name = PlainName.folded(name)
        return kinds.first { _, roots in roots.contains { name.hasPrefix($0) } }?.kind
    }

    private var worth: Int { 3 * fields.count - 4 * missing.count }

    private init(_ record: XMLRecordFields.Record, kind: RecordKind) {
        var free = Array(record.fields.indices)
        var found: [(name: String, path: String)] = []
        for (field, roots) in Self.roots {
            guard let index = kind.fieldIndex(field) else { continue }
            let type = kind.fields[index].type
            for root in roots {
                let place = free.first { place in
                    let value = record.fields[place]
                    return Self.name(of: value).hasPrefix(root) && Self.fits(value.values, type)
                }
                guard let place else { continue }
                found.append((field, record.fields[place].path))
                if type == .minutes {
                    units[field] = MinutesUnit.texts(
                        name: record.fields[place].attribute ?? record.fields[place].element,
                        numbers: record.fields[place].values.numbers, isSession: kind == .session)
                }
                free.removeAll { $0 == place }
                break
            }
        }
        let names = kind.fields.map(\.name)
        fields = names.compactMap { name in found.first { $0.name == name } }
        missing = kind.fields.filter { field in
            field.isRequired && field.name != "school"
                && !found.contains { $0.name == field.name }
        }.map(\.name)
        unmatched = free.map { record.fields[$0].path }
        self.kind = kind
    }

    /// What a value is called: a number or a code of an element above is called by that element.
    private static func name(of field: XMLRecordFields.Field) -> String {
        let name = PlainName.folded(field.attribute ?? field.element)
        return field.place.up > 0 && ["numurs", "numur", "nr", "id"].contains(name)
            ? PlainName.folded(field.element) : name
    }

    /// Whether values can be those of a field.
    private static func fits(_ values: XMLOutline.Values, _ type: FieldType) -> Bool {
        guard values.filled > 0 else { return true }
        return switch type {
        case .pupil, .teacher:
            values.personalCodes > 0 || values.shape == .code || values.shape == .integer
        case .date: values.shape == .date || values.share < 0.6
        case .minutes, .count: values.shape == .integer || values.share < 0.6
        case .planNumber, .term, .name, .school:
            values.personalCodes == 0 && values.shape != .date
        default: values.personalCodes == 0
        }
    }
}

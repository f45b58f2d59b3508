/// A kind of record of the common pupil-support model.
///
/// The model is this list: definitions map an export's cells to ``fields``, the normaliser checks
/// them, and the store has one table a kind with one column a field.
public enum RecordKind: String, Sendable, CaseIterable {
    /// What is known of a pupil as a person.
    case pupil
    /// A pupil's place in a class of a school in a semester.
    case enrolment
    /// A person whom a school lists as staff, with the school's own number for them; a list that names
    /// its semester says nothing of earlier ones.
    case staffMember = "staff_member"
    /// An individual support plan (individuālais atbalsta plāns): one pupil, one school, one semester.
    case plan
    /// A risk that a plan names.
    case planRisk = "plan_risk"
    /// A measure that a plan provides for.
    case planMeasure = "plan_measure"
    /// How a plan ended.
    case planResult = "plan_result"
    /// One delivered piece of support: a line of the consultation form (KA veidlapa).
    case session
    /// A pupil's semester mark in a subject.
    case mark
    /// A pupil's missed lessons in a semester.
    case absence
    /// What pupils, parents or teachers say of the support.
    case feedback
    /// A pupil with an identified risk and the support asked for.
    case need
    /// What a pupil answered to the questions that the law protects most; it goes to the vault, never
    /// to the store.
    case sensitiveAnswers = "sensitive_answers"

    /// Whether the store has a table of the kind.
    public var isInStore: Bool { self != .sensitiveAnswers }

    /// The kinds of which the store has a table.
    public static let inStore = allCases.filter(\.isInStore)

    /// The fields of the kind, in the order of the store's columns.
    public var fields: [ModelField] {
        switch self {
        case .pupil:
            [
                .init("pupil", .pupil, required: true), .init("sex", .term(.sexes)),
                .init("birth_date", .date), .init("given_name", .name),
                .init("family_name", .name),
            ]
        case .enrolment:
            [
                .init("school", .school, required: true),
                .init("semester", .semester, required: true),
                .init("pupil", .pupil, required: true),
                .init("class", .schoolClass, required: true),
                .init("enrolled_from", .date), .init("enrolled_until", .date),
            ]
        case .staffMember:
            [
                .init("school", .school, required: true),
                .init("staff_number", .teacherNumber, required: true),
                .init("teacher", .teacher, required: true), .init("role", .term(.roles)),
                .init("given_name", .name), .init("family_name", .name),
                .init("listed_on", .date), .init("semester", .semester),
            ]
        case .plan:
            [
                .init("school", .school, required: true),
                .init("semester", .semester, required: true),
                .init("plan_number", .planNumber, required: true),
                .init("pupil", .pupil, required: true),
                .init("project_number", .projectNumber),
                .init("starts_on", .date, required: true), .init("ends_on", .date, required: true),
                .init("applied_on", .date), .init("status", .term(.planStatuses), required: true),
                .init("head_approved_on", .date), .init("municipality_approved_on", .date),
                .init("state_approved_on", .date),
            ]
        case .planRisk:
            [
                .init("school", .school, required: true),
                .init("plan_number", .planNumber, required: true),
                .init("risk", .term(.risks), required: true),
            ]
        case .planMeasure:
            [
                .init("school", .school, required: true),
                .init("plan_number", .planNumber, required: true),
                .init("measure", .term(.measures), required: true),
                .init("subject", .term(.subjects)), .init("planned_minutes", .minutes),
            ]
        case .planResult:
            [
                .init("school", .school, required: true),
                .init("plan_number", .planNumber, required: true),
                .init("outcome", .term(.outcomes), required: true),
                .init("continuation", .term(.continuations), required: true),
                .init("recorded_on", .date),
            ]
        case .session:
            [
                .init("school", .school, required: true),
                .init("semester", .semester, required: true),
                .init("plan_number", .planNumber), .init("pupil", .pupil, required: true),
                .init("class", .schoolClass), .init("teacher", .teacher, required: true),
                .init("role", .term(.roles)), .init("measure", .term(.measures), required: true),
                .init("subject", .term(.subjects)), .init("date", .date, required: true),
                .init("minutes", .minutes, required: true), .init("mode", .term(.sessionModes)),
                .init("confirmed_on", .date), .init("mark_before", .mark),
                .init("mark_after", .mark), .init("order_number", .documentNumber),
            ]
        case .mark:
            [
                .init("school", .school, required: true),
                .init("semester", .semester, required: true),
                .init("pupil", .pupil, required: true),
                .init("subject", .term(.subjects), required: true), .init("mark", .mark),
            ]
        case .absence:
            [
                .init("school", .school, required: true),
                .init("semester", .semester, required: true),
                .init("pupil", .pupil, required: true),
                .init("missed_lessons", .count, required: true), .init("justified_lessons", .count),
            ]
        case .feedback:
            [
                .init("school", .school, required: true),
                .init("semester", .semester, required: true),
                .init("respondent", .term(.respondents), required: true),
                .init("rating", .term(.ratings), required: true), .init("answers", .count),
            ]
        case .need:
            [
                .init("school", .school, required: true),
                .init("semester", .semester, required: true),
                .init("pupil", .pupil, required: true),
                .init("risk", .term(.risks), required: true),
                .init("measure", .term(.measures)), .init("minutes_asked", .minutes),
            ]
        case .sensitiveAnswers:
            [
                .init("pupil", .pupil, required: true),
                .init("foreign_minority", .term(.answers)), .init("disability", .term(.answers)),
                .init("other_disadvantaged", .term(.answers)),
                .init("evidence_reference", .evidenceReference),
            ]
        }
    }

    /// Returns the place of a field in ``fields``, or `nil` when the kind has no such field.
    public func fieldIndex(_ name: String) -> Int? {
        fields.firstIndex { $0.name == name }
    }

    /// The table of the store that holds the kind.
    public var table: String {
        switch self {
        case .pupil: "pupilRecord"
        default: Self.camelCased(rawValue)
        }
    }

    /// Returns a name of the definitions as the store spells it: `plan_number` becomes `planNumber`.
    public static func camelCased(_ name: String) -> String {
        let words = name.split(separator: "_")
        return words.dropFirst().reduce(words.first.map(String.init) ?? "") { joined, word in
            joined + word.prefix(1).uppercased() + word.dropFirst()
        }
    }
}

/// A field of a record of the model.
public struct ModelField: Hashable, Sendable {
    /// The name by which definitions map the field, `head_approved_on`.
    public let name: String
    /// What values the field holds.
    public let type: FieldType
    /// Whether a record without it is held back.
    public let isRequired: Bool

    init(_ name: String, _ type: FieldType, required: Bool = false) {
        self.name = name
        self.type = type
        isRequired = required
    }

    /// The column of the store that holds the field, `headApprovedOn`.
    public var column: String { RecordKind.camelCased(name) }

    /// Whether a value may appear in a message: what identifies a person never does.
    public var isPersonal: Bool {
        switch type {
        case .pupil, .teacher, .teacherNumber, .name, .evidenceReference, .term(.answers): true
        case .date: name == "birth_date"
        default: false
        }
    }
}

/// What values a field of the model holds.
public enum FieldType: Hashable, Sendable {
    /// A pupil, by personal code.
    case pupil
    /// A teacher or other person who gives support, by personal code or by a school's staff number.
    case teacher
    /// A school's own number for a member of staff.
    case teacherNumber
    /// A given or family name; it goes to the vault, never to the store.
    case name
    /// A school, by code, name, alias or registration number.
    case school
    /// A semester.
    case semester
    /// A class label.
    case schoolClass
    /// A calendar day.
    case date
    /// A length of time in minutes, 0 or more.
    case minutes
    /// A number of things, 0 or more.
    case count
    /// A mark, or a sign that is not a mark.
    case mark
    /// A term of a vocabulary.
    case term(VocabularyName)
    /// A school's number of a support plan.
    case planNumber
    /// A project number in one of the accepted spellings.
    case projectNumber
    /// The number of a document of the school, such as the head's order.
    case documentNumber
    /// The reference of a document of one person, which names nobody; it goes to the vault, never to the store.
    case evidenceReference
}

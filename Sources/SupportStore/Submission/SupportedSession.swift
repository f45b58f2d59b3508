public import PupilSupport

/// A session as the submission needs it, one that is held back included.
public struct SupportedSession: Sendable {
    /// Where it stands.
    public let origin: StoredPlace
    /// The plan, or `nil` where the record names none.
    public let planNumber: Int?
    /// The school.
    public let school: String
    /// The pupil who is counted.
    public let pupil: Int
    /// The person who gave it.
    public let teacher: Int
    /// The code of the role, or empty.
    public let role: String
    /// The code of the measure.
    public let measure: String
    /// The code of the subject, or empty.
    public let subject: String
    /// The day.
    public let date: CivilDate
    /// The minutes.
    public let minutes: Int
    /// The code of the mode, or empty.
    public let mode: String
    /// The day of the pupil's confirmation.
    public let confirmedOn: CivilDate?
    /// The number of the head's order for it, or empty.
    public let orderNumber: String
    /// The class level written with it, else that of the pupil's list.
    public let level: Int?
    /// Whether it is held back.
    public let isHeld: Bool
    /// The rules that hold it back.
    public let rules: [String]
}

/// Where a record of the store stands.
public struct StoredPlace: Hashable, Sendable {
    /// The number of the delivery.
    public let delivery: Int
    /// The physical line, or the row of the sheet.
    public let line: Int
    /// The offset of the first byte.
    public let byte: Int
}

/// A support plan with what belongs to it.
public struct SupportedPlan: Sendable {
    /// Where it stands.
    public let origin: StoredPlace
    /// The key of its number.
    public let number: Int
    /// The school's own number of it.
    public let numberText: String
    /// The school.
    public let school: String
    /// The pupil who is counted.
    public let pupil: Int
    /// The first day.
    public let startsOn: CivilDate
    /// The last day.
    public let endsOn: CivilDate
    /// The code of the status.
    public let status: String
    /// When the head approved it.
    public let headApprovedOn: CivilDate?
    /// When the municipality approved it.
    public let municipalityApprovedOn: CivilDate?
    /// When the State's service approved it.
    public let stateApprovedOn: CivilDate?
    /// The level of the pupil's class at the school.
    public let level: Int?
    /// Whether the school said what came of it.
    public let hasResult: Bool
    /// The code of the outcome, or `nil`.
    public let outcome: String?
    /// The code of what happens afterwards, or `nil`.
    public let continuation: String?
    /// The day on which it was recorded what came of it; `nil` where not every record says it.
    public let resultRecordedOn: CivilDate?
}

/// A measure of a plan.
public struct SupportedMeasure: Sendable {
    /// The key of the plan's number.
    public let planNumber: Int
    /// The code of the measure.
    public let measure: String
    /// The code of the subject, or empty.
    public let subject: String
    /// The minutes planned, or `nil`.
    public let plannedMinutes: Int?
}

/// What the lists of pupils say of somebody.
public struct SupportedPupil: Sendable {
    /// The pupil who is counted.
    public let pupil: Int
    /// The code of the sex, where all records agree.
    public let sex: String?
    /// The day of birth, where all records agree.
    public let birthDate: CivilDate?
    /// Where the first record stands.
    public let origin: StoredPlace
}

/// What came of a pupil's marks and absences in a semester.
public struct PupilChanges: Hashable, Sendable {
    /// Low marks in the semester before, in subjects with a mark in both.
    public var lowMarksBefore: Int?
    /// Low marks in this semester, in the same subjects.
    public var lowMarksAfter: Int?
    /// Lessons missed in the semester before.
    public var missedBefore: Int?
    /// Lessons missed in this semester.
    public var missedAfter: Int?

    /// Creates what is not known.
    public init() {}
}

/// What the store holds of one semester for the submission.
public struct SubmissionSemester: Sendable {
    /// The semester.
    public let semester: Semester
    /// The sessions, those held back included, in the order of their places.
    public let sessions: [SupportedSession]
    /// The plans that are not held back, in the order of their places.
    public let plans: [SupportedPlan]
    /// The measures of these plans.
    public let measures: [SupportedMeasure]
    /// The codes of the risks of these plans, by plan.
    public let risks: [Int: [String]]
    /// What is known of pupils' marks and absences.
    public let changes: [Int: PupilChanges]
}

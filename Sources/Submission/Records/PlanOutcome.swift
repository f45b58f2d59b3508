public import PupilSupport

/// What came of a plan.
public enum OutcomeCode: String, Sendable, CaseIterable {
    case improved
    case unchanged
    case worse
    case notComparable = "not_comparable"
}

/// What happens after a plan.
public enum ContinuationCode: String, Sendable, CaseIterable {
    case continues
    case noLongerNeeded = "no_longer_needed"
    case leftSchool = "left_school"
    case refused
    case moved
}

/// What came of a plan at the end of its semester, and the answers of the Fund's result indicators.
public struct PlanOutcome: PackageRecord {
    /// The plan.
    public var plan = ""
    /// What came of it.
    public var outcome: OutcomeCode?
    /// What happens after it.
    public var continuation: ContinuationCode?
    /// The pupil's low marks in the semester before, among subjects with a mark in both.
    public var lowMarksBefore: Int?
    /// The pupil's low marks in this semester, in the same subjects.
    public var lowMarksAfter: Int?
    /// Lessons missed in the semester before.
    public var absenceBefore: Int?
    /// Lessons missed in this semester.
    public var absenceAfter: Int?
    /// The codes of the Fund's immediate results, `CR01` to `CR05`.
    public var commonResults: [String] = []
    /// When the result was recorded.
    public var recordedOn: CivilDate?
    /// Where the row stands; not part of the package.
    public var place: SubmittedPlace?

    /// Creates a record without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "results", in: .restricted, key: ["iap_id"],
        references: [.init(column: "iap_id", table: "participations", target: "iap_id")],
        lv: "Rezultāti semestra beigās", en: "Results at the end of the semester",
        columns: [
            .text("iap_id", \.plan, lv: "Plāns", en: "Plan"),
            .code("outcome", \.outcome, lv: "Rezultāts", en: "Outcome"),
            .code("continuation", \.continuation, lv: "Turpmāk", en: "Afterwards"),
            .integer(
                "low_marks_before", \.lowMarksBefore, lv: "Zemi vērtējumi iepriekšējā semestrī",
                en: "Low marks in the semester before"),
            .integer(
                "low_marks_after", \.lowMarksAfter, lv: "Zemi vērtējumi šajā semestrī",
                en: "Low marks in this semester"),
            .integer(
                "absence_before", \.absenceBefore, lv: "Kavējumi iepriekšējā semestrī",
                en: "Missed lessons in the semester before"),
            .integer(
                "absence_after", \.absenceAfter, lv: "Kavējumi šajā semestrī",
                en: "Missed lessons in this semester"),
            .codes(
                "cr_codes", \.commonResults, lv: "ESF rezultāta kodi", en: "Codes of ESF results"),
            .date("result_date", \.recordedOn, lv: "Kad reģistrēts", en: "When recorded"),
        ])
}

public import PupilSupport

/// An individual support plan: one person, one school, one semester.
public struct Participation: PackageRecord {
    /// The plan: school, semester and the school's own number.
    public var id = ""
    /// The participant, or a pupil who has a plan and no session that counts.
    public var participant = ""
    /// The school year, `2018-2019`.
    public var schoolYear = ""
    /// 1 or 2.
    public var semester: Int?
    /// The school.
    public var school = ""
    /// The class level.
    public var grade: Int?
    /// The first day.
    public var startsOn: CivilDate?
    /// The last day.
    public var endsOn: CivilDate?
    /// The code of the status.
    public var status = ""
    /// When the head approved it.
    public var headApprovedOn: CivilDate?
    /// When the municipality approved it.
    public var municipalityApprovedOn: CivilDate?
    /// When the State's service approved it.
    public var stateApprovedOn: CivilDate?
    /// The codes of its risks.
    public var risks: [String] = []
    /// Why it was interrupted.
    public var interruptionReason = ""
    /// Whether it is a plan for the holidays.
    public var isHolidayPlan = false
    /// Where the row stands; not part of the package.
    public var place: SubmittedPlace?

    /// Creates a record without values.
    public init() {}

    /// The semester that the plan belongs to.
    public var term: Semester? {
        guard let year = Int(schoolYear.prefix(4)), let semester else { return nil }
        return Semester(startYear: year, number: semester)
    }

    /// The table.
    public static let table = PackageTable<Self>(
        "participations", in: .restricted, key: ["iap_id"],
        lv: "Individuālie atbalsta plāni", en: "Individual support plans",
        columns: [
            .text("iap_id", \.id, lv: "Plāns", en: "Plan"),
            .text(
                "participant_id", \.participant, type: .pseudonym, lv: "Dalībnieks",
                en: "Participant"),
            .text("school_year", \.schoolYear, lv: "Mācību gads", en: "School year"),
            .integer("semester", \.semester, required: true, lv: "Semestris", en: "Semester"),
            .text("school_code", \.school, lv: "Skola", en: "School"),
            .integer("grade", \.grade, lv: "Klase", en: "Class"),
            .date("plan_start", \.startsOn, required: true, lv: "Sākums", en: "First day"),
            .date("plan_end", \.endsOn, required: true, lv: "Beigas", en: "Last day"),
            .text("status", \.status, lv: "Statuss", en: "Status"),
            .date(
                "approved_head", \.headApprovedOn, lv: "Apstiprinājis direktors",
                en: "Approved by the head"),
            .date(
                "approved_municipality", \.municipalityApprovedOn, lv: "Apstiprinājusi pašvaldība",
                en: "Approved by the municipality"),
            .date(
                "approved_ikvd", \.stateApprovedOn, lv: "Apstiprinājis IKVD", en: "Approved by IKVD"
            ),
            .codes("risk_codes", \.risks, lv: "Riski", en: "Risks"),
            .text(
                "interruption_reason", \.interruptionReason, required: false,
                lv: "Apturēšanas iemesls", en: "Reason of the interruption"),
            .flag("holiday_plan", \.isHolidayPlan, lv: "Brīvlaika plāns", en: "Plan for holidays"),
        ])
}

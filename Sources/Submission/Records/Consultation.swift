public import PupilSupport

/// Why a session is not eligible (esf.md, SCO-10).
public enum IneligibilityReason: String, Sendable, CaseIterable {
    case beforeApproval = "before_approval"
    case outsidePlan = "outside_iap"
    case noPupilSignature = "no_pupil_signature"
    case remoteWithoutOrder = "remote_without_order"
    case overlap
    case overPlan = "over_plan"
    case suspendedPlan = "suspended_iap"
    case duplicate
    /// The record is held back by a check that is none of the above.
    case heldBack = "held_back"
}

extension IneligibilityReason {
    /// Whether support was given all the same, so that people and sessions count, though nothing is claimed.
    public var isSupport: Bool { self == .overPlan || self == .overlap }
}

/// Whether somebody was there or not.
public enum ConsultationMode: String, Sendable, CaseIterable {
    case inPerson = "in_person"
    case remote
}

/// A line of the consultation form (KA veidlapa): one session of one pupil.
public struct Consultation: PackageRecord {
    /// The record: the beginning of its file's fingerprint, and the byte it begins at.
    public var id = ""
    /// The plan; empty where the record names none that was delivered.
    public var plan = ""
    /// The teacher.
    public var teacher = ""
    /// The day.
    public var date: CivilDate?
    /// The time of day when it began, where the exports say so.
    public var start = ""
    /// How long it was.
    public var minutes: Int?
    /// The code of the subject, or empty.
    public var subject = ""
    /// The code of the measure.
    public var measure = ""
    /// In person or remote.
    public var mode: ConsultationMode?
    /// The number of the form.
    public var form = ""
    /// The line of the form.
    public var formLine: Int?
    /// The day of the pupil's confirmation of a remote session.
    public var confirmedOn: CivilDate?
    /// The head's order for remote sessions.
    public var order = ""
    /// Whether it counts.
    public var isEligible = false
    /// Why it does not.
    public var reason: IneligibilityReason?
    /// Where the row stands; not part of the package.
    public var place: SubmittedPlace?

    /// Creates a record without values.
    public init() {}

    /// Whether it counts as support: eligible, or given beyond what is paid for.
    public var counts: Bool { isEligible || reason?.isSupport == true }

    /// The table.
    public static let table = PackageTable<Self>(
        "consultations", in: .restricted, key: ["consultation_id"],
        references: [.init(column: "iap_id", table: "participations", target: "iap_id")],
        lv: "Nodarbības: KA veidlapas rindas", en: "Sessions: lines of the consultation form",
        columns: [
            .text("consultation_id", \.id, lv: "Ieraksts", en: "Record"),
            .text("iap_id", \.plan, required: false, lv: "Plāns", en: "Plan"),
            .text("teacher_id", \.teacher, type: .pseudonym, lv: "Pedagogs", en: "Teacher"),
            .date("date", \.date, required: true, lv: "Datums", en: "Day"),
            .text("start", \.start, required: false, lv: "Sākums", en: "Begin"),
            .integer("minutes", \.minutes, required: true, lv: "Minūtes", en: "Minutes"),
            .text("subject", \.subject, required: false, lv: "Priekšmets", en: "Subject"),
            .text("support_type", \.measure, lv: "Atbalsta veids", en: "Measure"),
            .code("mode", \.mode, lv: "Norise", en: "Mode"),
            .text("ka_form_no", \.form, required: false, lv: "KA veidlapas numurs", en: "Form"),
            .integer("line_no", \.formLine, lv: "KA veidlapas rinda", en: "Line of the form"),
            .date(
                "confirmation_date", \.confirmedOn, lv: "Skolēna apliecinājuma diena",
                en: "Day of the pupil's confirmation"),
            .text(
                "order_ref", \.order, required: false, lv: "Direktora rīkojums",
                en: "The head's order"),
            .flag("eligible", \.isEligible, lv: "Attiecināma", en: "Eligible"),
            .code("reason_code", \.reason, lv: "Kāpēc nav attiecināma", en: "Why not eligible"),
        ])
}

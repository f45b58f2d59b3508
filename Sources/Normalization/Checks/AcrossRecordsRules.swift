public import Diagnostics
import PupilSupport

/// The checks that need several records.
public enum AcrossRecordsRules {
    /// A total row that does not agree with the rows above it.
    public static let totalDiffers = Rule(
        "FIL-005", .file, .warning,
        summary: .init(
            lv: "rinda '{text}' ailē '{column}' rāda {found}, bet rindu summa ir {expected}",
            en: "the row '{text}' says {found} in '{column}', but the rows add up to {expected}"),
        advice: .init(
            lv: "pārbaudiet, vai failā ir visas rindas",
            en: "check whether the file has all its rows"))

    /// A total row, which is no record.
    public static let totalRow = Rule(
        "CSV-005", .file, .note,
        summary: .init(
            lv: "kopsummas rinda '{text}', nav ieraksts",
            en: "the total row '{text}', which is no record"),
        advice: .init(
            lv: "nekas nav jādara",
            en: "nothing needs to be done"))

    /// A session without a delivered plan.
    public static let unknownPlan = Rule(
        "XRC-001", .acrossRecords, .error,
        summary: .init(
            lv: "nodarbības plāna {found} nav starp skolas ielādētajiem plāniem",
            en: "the session's plan {found} is not among the plans loaded of the school"),
        advice: .init(
            lv: "pārbaudiet plāna numuru; atsūtiet plānu vai, ja tas ir aizturēts, izlabojiet to",
            en: "check the plan's number; send the plan, or mend it if it is held back"))

    /// A session under another pupil's plan.
    public static let plansPupilDiffers = Rule(
        "XRC-002", .acrossRecords, .error,
        summary: .init(
            lv: "plāns {found} ir cita skolēna plāns",
            en: "plan {found} is another pupil's"),
        advice: .init(
            lv: "pārbaudiet plāna numuru un personas kodu",
            en: "check the plan's number and the personal code"))

    /// A session outside its plan's days.
    public static let outsidePlan = Rule(
        "XRC-003", .acrossRecords, .error,
        summary: .init(
            lv: "nodarbība {found} nav plāna {plan} laikā ({start}–{end})",
            en: "the session on {found} is outside plan {plan} ({start} to {end})"),
        advice: .init(
            lv: "pārbaudiet nodarbības datumu un plāna laiku",
            en: "check the session's date and the plan's days"))

    /// A session before the head approved its plan.
    public static let beforeApproval = Rule(
        "XRC-004", .acrossRecords, .error,
        summary: .init(
            lv: "nodarbība {found} ir pirms direktora apstiprinājuma plānam {plan} ({approved})",
            en: "the session on {found} is before the head approved plan {plan} ({approved})"),
        advice: .init(
            lv: "nodarbības pirms apstiprinājuma neieskaita; pārbaudiet abus datumus",
            en: "sessions before the approval do not count; check both dates"))

    /// A session under a plan that the head has not approved.
    public static let approvalMissing = Rule(
        "XRC-018", .acrossRecords, .error,
        summary: .init(
            lv: "plānam {plan} nav direktora apstiprinājuma, tāpēc nodarbību {found} neieskaita",
            en: "plan {plan} has no approval of the head, so the session on {found} does not count"),
        advice: .init(
            lv:
                "ierakstiet plānā dienu, kurā direktors to apstiprinājis, un atsūtiet plānu vēlreiz",
            en: "enter in the plan the day on which the head approved it, and send the plan again"))

    /// A session under a plan whose status does not count.
    public static let planDoesNotCount = Rule(
        "XRC-005", .acrossRecords, .error,
        summary: .init(
            lv: "plāns {plan} ir statusā '{found}', tā nodarbības neieskaita",
            en: "plan {plan} has the status '{found}', so its sessions do not count"),
        advice: .init(
            lv: "pabeidziet plāna saskaņošanu un atsūtiet to no jauna",
            en: "have the plan approved and send it again"))

    /// A pupil who is not in the school's list of the semester.
    public static let notEnrolled = Rule(
        "XRC-006", .acrossRecords, .error,
        summary: .init(
            lv: "skolēna nav skolas sarakstā semestrī {semester}",
            en: "the pupil is not in the school's list of semester {semester}"),
        advice: .init(
            lv:
                "pārbaudiet personas kodu, papildiniet skolēnu sarakstu vai, ja skolēna rinda tajā ir aizturēta, izlabojiet to",
            en:
                "check the personal code, complete the list of pupils, or mend the pupil's row in it if it is held back"
        ))

    /// The same record again.
    public static let repeated = Rule(
        "XRC-007", .acrossRecords, .note,
        summary: .init(
            lv: "tas pats ieraksts jau ir {line}. rindā; ieskaitīts vienreiz",
            en: "the same record stands on line {line}; it counts once"),
        advice: .init(
            lv: "nekas nav jādara",
            en: "nothing needs to be done"))

    /// The same session twice with different contents.
    public static let sameKeyOtherContents = Rule(
        "XRC-008", .acrossRecords, .warning,
        summary: .init(
            lv:
                "tam pašam skolēnam, pedagogam, dienai un pasākumam jau ir nodarbība {line}. rindā ar citu saturu",
            en:
                "the same pupil, teacher, day and measure have a session with other contents on line {line}"
        ),
        advice: .init(
            lv: "pārbaudiet, vai abas nodarbības tiešām notika",
            en: "check that both sessions did take place"))

    /// A staff number that the staff list does not have.
    public static let unknownStaffNumber = Rule(
        "XRC-009", .acrossRecords, .error,
        summary: .init(
            lv: "darbinieka numura nav skolas darbinieku sarakstā",
            en: "the staff number is not in the school's staff list"),
        advice: .init(
            lv: "pārbaudiet numuru vai papildiniet darbinieku sarakstu",
            en: "check the number or complete the staff list"))

    /// A name that differs from the one given before.
    public static let nameDiffers = Rule(
        "XRC-010", .acrossRecords, .warning,
        summary: .init(
            lv: "vārds vai uzvārds atšķiras no agrāk dotā ar to pašu personas kodu",
            en: "the name differs from the one given before with the same personal code"),
        advice: .init(
            lv: "pārbaudiet, vai personas kods ir pareizais un vārds uzrakstīts pareizi",
            en: "check that the personal code is right and the name is written correctly"))

    /// A record of a plan that was not delivered.
    public static let recordOfUnknownPlan = Rule(
        "XRC-011", .acrossRecords, .error,
        summary: .init(
            lv: "plāna {found} nav starp skolas ielādētajiem plāniem",
            en: "plan {found} is not among the plans loaded of the school"),
        advice: .init(
            lv: "pārbaudiet plāna numuru; atsūtiet plānu vai, ja tas ir aizturēts, izlabojiet to",
            en: "check the plan's number; send the plan, or mend it if it is held back"))

    /// A second mark for the same pupil, subject and semester.
    public static let secondMark = Rule(
        "XRC-012", .acrossRecords, .error,
        summary: .init(
            lv: "šim skolēnam šajā priekšmetā un semestrī jau ir cits vērtējums",
            en: "this pupil has another mark in this subject and semester already"),
        advice: .init(
            lv: "atstājiet vienu vērtējumu",
            en: "leave one mark"))

    /// Two different records of one pupil's missed lessons.
    public static let secondAbsence = Rule(
        "XRC-013", .acrossRecords, .error,
        summary: .init(
            lv: "šim skolēnam šajā semestrī ir arī citi kavējumi: {file}, {line}. rinda",
            en: "this pupil has other missed lessons in this semester too: {file}, line {line}"),
        advice: .init(
            lv: "atstājiet vienu ierakstu; kamēr ir divi, neskaita nevienu",
            en: "leave one record; while there are two, neither counts"))

    /// Two different plans of one number.
    public static let planNumberRepeated = Rule(
        "XRC-014", .acrossRecords, .error,
        summary: .init(
            lv: "ar šo numuru ir arī cits plāns: {file}, {line}. rinda",
            en: "another plan has this number too: {file}, line {line}"),
        advice: .init(
            lv: "dodiet katram plānam savu numuru; kamēr ir divi, neskaita nevienu",
            en: "give each plan a number of its own; while two have it, neither counts"))

    /// Two different results of one plan.
    public static let secondResult = Rule(
        "XRC-015", .acrossRecords, .error,
        summary: .init(
            lv: "šim plānam ir arī cits rezultāts: {file}, {line}. rinda",
            en: "this plan has another result too: {file}, line {line}"),
        advice: .init(
            lv: "atstājiet vienu rezultātu; kamēr ir divi, neskaita nevienu",
            en: "leave one result; while there are two, neither counts"))

    /// A staff number that stands for several people.
    public static let sharedStaffNumber = Rule(
        "XRC-016", .acrossRecords, .error,
        summary: .init(
            lv: "darbinieka numurs skolas darbinieku sarakstā ir vairākiem cilvēkiem",
            en: "the school's staff list gives the staff number to several people"),
        advice: .init(
            lv: "izlabojiet numuru darbinieku sarakstā un atsūtiet to no jauna",
            en: "correct the number in the staff list and send it again"))

    /// The very same record in another file.
    public static let repeatedElsewhere = Rule(
        "XRC-017", .acrossRecords, .error,
        summary: .init(
            lv: "tas pats ieraksts jau ir {file} {line}. rindā; ieskaitīts vienreiz",
            en: "the same record stands in {file} on line {line}; it counts once"),
        advice: .init(
            lv: "sūtiet katru ierakstu vienā failā", en: "send each record in one file"))

    /// Returns the rule for different records of which there should be one; `nil` when a kind may have
    /// several.
    static func contradiction(in kind: RecordKind) -> Rule? {
        switch kind {
        case .plan: planNumberRepeated
        case .planResult: secondResult
        case .absence: secondAbsence
        case .mark: secondMark
        default: nil
        }
    }

    /// The rules in the order of their codes.
    public static let all = [
        totalDiffers, totalRow, unknownPlan, plansPupilDiffers, outsidePlan, beforeApproval,
        planDoesNotCount, notEnrolled, repeated, sameKeyOtherContents, unknownStaffNumber,
        nameDiffers, recordOfUnknownPlan, secondMark, secondAbsence, planNumberRepeated,
        secondResult,
        sharedStaffNumber, repeatedElsewhere, approvalMissing,
    ]
}

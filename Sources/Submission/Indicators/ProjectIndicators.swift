import PupilSupport

/// What an indicator of the project is broken down by, besides the school.
public enum ProjectBreakdown: String, Sendable, CaseIterable {
    case none = ""
    case classBand = "class_band"
    case risk
    case measure
    case subject
    case role
    case outcome
    case continuation

    /// The vocabulary that names the categories, or an empty text.
    public var listName: String { vocabulary ?? "" }

    /// The vocabulary that names the categories, where one does.
    var vocabulary: String? {
        switch self {
        case .none, .classBand: nil
        case .risk: "risks"
        case .measure: "measures"
        case .subject: "subjects"
        case .role: "roles"
        case .outcome: "outcomes"
        case .continuation: "continuations"
        }
    }
}

/// An indicator of the project, under a name of our own (esf.md, section 1.5): `LV-834-…`, never a code of
/// the Fund.
public struct ProjectIndicator: Sendable {
    /// The name that the reports give it, `participants`.
    public let name: String
    /// The name in Latvian.
    public let label: String
    /// What is counted.
    public let unit: String
    /// How it is counted.
    public let countingUnit: String
    /// By what it is broken down.
    public let breakdowns: [ProjectBreakdown]
    /// Whether it counts participants, so that women and men are told apart.
    public let isOfParticipants: Bool
    /// Whether it is counted for the semester alone.
    public let isOfSemester: Bool

    /// Returns the code of the indicator, or of one category of it.
    public func code(_ breakdown: ProjectBreakdown, _ category: String) -> String {
        var parts = ["LV-834", name]
        if breakdown != .none { parts += [breakdown.rawValue, category] }
        return parts.joined(separator: "-").uppercased().replacing("_", with: "-")
    }

    /// The indicators, in their order.
    public static let all: [ProjectIndicator] = [
        .init(
            "participants", "Atbalstītie skolēni", "pupils", "distinct_persons",
            by: [.none, .classBand, .risk, .measure], isOfParticipants: true),
        .init(
            "teachers", "Iesaistītie pedagogi", "teachers", "distinct_persons", by: [.none, .role]),
        .init("teacher_pupil_pairs", "Pedagogu un skolēnu pāri", "pairs", "distinct_pairs"),
        .init("sessions", "Nodarbības", "sessions", "sessions", by: [.none, .measure, .subject]),
        .init(
            "minutes", "Sniegtās minūtes", "minutes", "minutes", by: [.none, .measure, .subject]),
        .init("plans", "Atbalsta plāni", "plans", "plans"),
        .init("plans_completed", "Pabeigti plāni", "plans", "plans"),
        .init("plans_interrupted", "Apturēti plāni", "plans", "plans"),
        .init(
            "minutes_planned", "Plānotās minūtes", "minutes", "minutes",
            by: [.none, .measure, .subject]),
        .init(
            "plan_results", "Plānu rezultāti", "plans", "plans",
            by: [.none, .outcome, .continuation]),
        .init(
            "low_marks_before", "Zemi vērtējumi iepriekšējā semestrī", "marks", "pupil_subjects",
            isOfSemester: true),
        .init(
            "low_marks_after", "Zemi vērtējumi šajā semestrī", "marks", "pupil_subjects",
            isOfSemester: true),
        .init(
            "pupils_with_low_marks_before", "Skolēni ar zemiem vērtējumiem iepriekš", "pupils",
            "distinct_persons", isOfParticipants: true, isOfSemester: true),
        .init(
            "pupils_with_fewer_low_marks", "Skolēni, kuriem zemo vērtējumu kļuvis mazāk", "pupils",
            "distinct_persons", isOfParticipants: true, isOfSemester: true),
        .init(
            "pupils_with_more_low_marks", "Skolēni, kuriem zemo vērtējumu kļuvis vairāk", "pupils",
            "distinct_persons", isOfParticipants: true, isOfSemester: true),
        .init(
            "missed_lessons_before", "Kavējumi iepriekšējā semestrī", "lessons", "lessons",
            isOfSemester: true),
        .init(
            "missed_lessons_after", "Kavējumi šajā semestrī", "lessons", "lessons",
            isOfSemester: true),
        .init(
            "pupils_missing_fewer", "Skolēni, kuri kavē mazāk", "pupils", "distinct_persons",
            isOfParticipants: true, isOfSemester: true),
        .init(
            "pupils_missing_more", "Skolēni, kuri kavē vairāk", "pupils", "distinct_persons",
            isOfParticipants: true, isOfSemester: true),
    ]

    private init(
        _ name: String, _ label: String, _ unit: String, _ countingUnit: String,
        by breakdowns: [ProjectBreakdown] = [.none], isOfParticipants: Bool = false,
        isOfSemester: Bool = false
    ) {
        self.name = name
        self.label = label
        self.unit = unit
        self.countingUnit = countingUnit
        self.breakdowns = breakdowns
        self.isOfParticipants = isOfParticipants
        self.isOfSemester = isOfSemester
    }
}

import PupilSupport
import Rollup

/// Which tables the page shows, and in what order.
enum PageLayout {
    /// A table of the page.
    enum Table {
        /// Schools and the city against indicators.
        case bySchool([String])
        /// The categories of a dimension against indicators.
        case by(DimensionName, [String])
        /// The categories of a dimension against the city and the schools.
        case bySchoolAnd(DimensionName, String)

        /// The codes of the indicators.
        var indicators: [String] {
            switch self {
            case .bySchool(let codes), .by(_, let codes): codes
            case .bySchoolAnd(_, let code): [code]
            }
        }

        /// By what the table is broken down, schools apart where there is something else.
        var dimension: DimensionName {
            switch self {
            case .bySchool: .school
            case .by(let dimension, _), .bySchoolAnd(let dimension, _): dimension
            }
        }

        /// Whether the table holds the schools and the city.
        var showsSchools: Bool {
            switch self {
            case .bySchool, .bySchoolAnd: true
            case .by: false
            }
        }
    }

    static let sections: [(family: String, tables: [Table])] = [
        (
            "participants",
            [
                .bySchool([
                    "participants", "participants_new", "participants_returning", "plans",
                    "plans_completed", "plans_interrupted",
                ]),
                .bySchoolAnd(.classBand, "participants"), .by(.level, ["participants"]),
                .bySchoolAnd(.sex, "participants"), .bySchoolAnd(.risk, "participants"),
                .bySchoolAnd(.measure, "participants"), .by(.subject, ["participants"]),
            ]
        ),
        (
            "support",
            [
                .bySchool([
                    "sessions", "minutes", "minutes_planned", "minutes_delivered_share",
                    "sessions_per_participant",
                ]),
                .by(
                    .measure, ["minutes", "sessions", "minutes_planned", "minutes_delivered_share"]),
                .by(
                    .subject, ["minutes", "sessions", "minutes_planned", "minutes_delivered_share"]),
                .by(.role, ["minutes", "sessions"]),
            ]
        ),
        (
            "teachers",
            [
                .bySchool(["teachers", "minutes_per_teacher", "pupils_per_teacher"]),
                .by(.role, ["teachers", "minutes_per_teacher", "pupils_per_teacher"]),
            ]
        ),
        (
            "outcomes",
            [
                .bySchool([
                    "pupil_subjects_compared", "low_marks_before", "low_marks_after",
                    "low_marks_change",
                ]),
                .bySchool([
                    "pupil_subjects_improved", "pupil_subjects_unchanged", "pupil_subjects_worse",
                    "pupil_subjects_not_comparable", "improved_share",
                ]),
                .by(
                    .subject,
                    [
                        "low_marks_after", "low_marks_before", "pupil_subjects_improved",
                        "pupil_subjects_worse",
                    ]),
                .bySchool([
                    "pupils_with_low_marks_before", "pupils_with_fewer_low_marks",
                    "pupils_with_more_low_marks", "pupils_with_fewer_low_marks_share",
                ]),
                .bySchool([
                    "missed_lessons_before", "missed_lessons_after", "pupils_missing_fewer",
                    "pupils_missing_more",
                ]),
                .bySchoolAnd(.outcome, "plan_results"),
                .bySchoolAnd(.continuation, "plan_results"),
            ]
        ),
        (
            "feedback",
            [
                .by(
                    .respondent,
                    ["feedback_answers", "feedback_positive", "feedback_positive_share"])
            ]
        ),
        (
            "need",
            [
                .bySchool([
                    "pupils_in_need", "pupils_in_need_supported", "pupils_waiting",
                    "pupils_in_need_supported_share",
                ]),
                .by(.risk, ["pupils_in_need", "pupils_in_need_supported", "pupils_waiting"]),
                .by(.measure, ["minutes_asked", "minutes_given_in_need", "minutes_given_share"]),
            ]
        ),
    ]
}

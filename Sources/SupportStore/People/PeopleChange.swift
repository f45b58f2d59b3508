import PupilSupport

/// What a decision about people changed, within its transaction.
struct PeopleChange: Sendable {
    let decision: PeopleDecision
    /// The schools and semesters to judge anew.
    let touched: [(school: Int, semester: Semester)]
}

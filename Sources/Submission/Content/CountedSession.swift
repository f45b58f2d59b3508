public import PupilSupport

/// A session that counts, with what its plan says of it.
///
/// It shares the tables instead of copying its rows, for a country has a million of them.
public struct CountedSession: Sendable {
    private let sessions: [Consultation]
    private let plans: [Participation]
    private let number: Int
    /// The place of its plan in the package's list.
    let planNumber: Int
    /// The semester of the plan.
    public let semester: Semester
    /// The day.
    public let date: CivilDate

    /// The session.
    public var session: Consultation { sessions[number] }
    /// Its plan.
    public var plan: Participation { plans[planNumber] }

    /// Returns the sessions of a package that count; of two plans of one name the first counts.
    static func all(of content: PackageContent) -> [CountedSession] {
        let sessions = content.consultations
        let plans = content.participations
        let numbers = Dictionary(
            plans.indices.map { (plans[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        let terms = plans.map(\.term)
        return sessions.indices.compactMap { number in
            guard sessions[number].counts, let plan = numbers[sessions[number].plan],
                let term = terms[plan], let date = sessions[number].date
            else { return nil }
            return CountedSession(
                sessions: sessions, plans: plans, number: number, planNumber: plan, semester: term,
                date: date)
        }
    }
}

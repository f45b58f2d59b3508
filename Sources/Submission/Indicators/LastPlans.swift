import PupilSupport

/// The plans that each participant left the operation with: those with sessions that count that end last.
///
/// Results are the situation after the last exit and take the place of earlier ones (esf.md, ESF-6), so
/// what came of a plan before it is no result of the participant. Plans of two schools may end together.
struct LastPlans: Sendable {
    private let plans: [String: [Participation]]

    init(_ package: PackageCase) {
        var plans: [String: [Participation]] = [:]
        for plan in package.content.participations
        where package.plansWithSessions.contains(plan.id) {
            guard let end = plan.endsOn else { continue }
            if let known = plans[plan.participant]?.first?.endsOn {
                if known > end { continue }
                if known < end { plans[plan.participant] = nil }
            }
            plans[plan.participant, default: []].append(plan)
        }
        self.plans = plans
    }

    /// Returns the last plans of a participant.
    subscript(_ participant: String) -> [Participation] { plans[participant] ?? [] }

    /// Returns whether a plan is one of the last of its participant.
    func contains(_ plan: Participation) -> Bool {
        self[plan.participant].contains { $0.id == plan.id }
    }
}

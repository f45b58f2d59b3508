import PupilSupport

/// Sessions that count and plans whose status counts, with names and categories as small numbers.
struct ProjectRecords {
    /// What is counted of a session.
    struct Session {
        let pupil: Int
        let teacher: Int
        /// The teacher and the pupil together.
        let pair: Int
        /// The place of its plan in the package's list.
        let plan: Int
        let measure: Int?
        let subject: Int?
        let minutes: Int
    }

    /// What is counted of a plan.
    struct Plan {
        /// The slots of its class and its risks.
        let slots: [Int]
        let isInterrupted: Bool
        let outcome: PlanOutcome?
        /// The slots of what came of it and what happens after it.
        let results: [Int]
        /// The minutes planned, with the slots of measure and subject.
        let planned: [(minutes: Int, slots: [Int])]
    }

    /// What is counted of a teacher at a school in the semester that is reported.
    struct Teacher {
        let number: Int
        /// The slots of the roles.
        let roles: [Int]
    }

    let sessions: [Session]
    let plans: [Plan]
    /// The participants by the numbers of pupils; `nil` for somebody who is none.
    let participants: [Participant?]
    let teacherCount: Int
    let pairCount: Int
    /// The teachers by school and, under `Total`, of all.
    let teachers: [String: [Teacher]]

    private struct Pair: Hashable {
        let teacher: Int
        let pupil: Int
    }

    init(_ package: PackageCase, _ figures: ProjectFigures) {
        let plans = package.content.participations
        self.plans = plans.map { Plan($0, in: package, figures) }
        var pupils = NameNumbers()
        let pupilNumbers = plans.map { pupils.number($0.participant) }
        var teachers = NameNumbers()
        var pairs: [Pair: Int] = [:]
        sessions = package.sessions.map { counted in
            let session = counted.session
            let pair = Pair(
                teacher: teachers.number(session.teacher), pupil: pupilNumbers[counted.planNumber])
            let number = pairs[pair] ?? pairs.count
            pairs[pair] = number
            return Session(
                pupil: pair.pupil, teacher: pair.teacher, pair: number, plan: counted.planNumber,
                measure: figures.slot(.measure, session.measure),
                subject: figures.slot(.subject, session.subject), minutes: session.minutes ?? 0)
        }
        participants = pupils.names.map { package.participants[$0] }
        teacherCount = teachers.names.count
        pairCount = pairs.count
        self.teachers = package.teachers.mapValues { rows in
            rows.compactMap { row in
                guard "\(row.schoolYear)-\(row.semester ?? 0)" == package.semester?.code,
                    let number = teachers.known(row.id)
                else { return nil }
                return Teacher(
                    number: number, roles: row.roles.compactMap { figures.slot(.role, $0) })
            }
        }
    }
}

extension ProjectRecords.Plan {
    init(_ plan: Participation, in package: PackageCase, _ figures: ProjectFigures) {
        slots =
            figures.slots(ofClass: plan.grade) + plan.risks.compactMap { figures.slot(.risk, $0) }
        isInterrupted = plan.status == "interrupted"
        outcome = package.outcomes[plan.id]
        results = [
            outcome?.outcome.flatMap { figures.slot(.outcome, $0.rawValue) },
            outcome?.continuation.flatMap { figures.slot(.continuation, $0.rawValue) },
        ].compactMap(\.self)
        planned = (package.measures[plan.id] ?? []).compactMap { measure in
            guard let minutes = measure.plannedMinutes, package.isInMinutes(measure.measure)
            else { return nil }
            let slots = [
                figures.slot(.measure, measure.measure), figures.slot(.subject, measure.subject),
            ]
            return (minutes, slots.compactMap(\.self))
        }
    }
}

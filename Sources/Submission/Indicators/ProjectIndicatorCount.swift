import PupilSupport

/// Counts the project's own indicators from the records of a package, without the store and without SQL:
/// what comes out must be what the reports have, or the package is not sealed.
///
/// Every record is looked at once for each span and school that it belongs to, whatever the number of figures.
struct ProjectIndicatorCount {
    private let package: PackageCase
    private let figures: ProjectFigures
    private let records: ProjectRecords
    private let sessionsOfSchools: [String: [Int]]
    private let plansOfSchools: [String: [Int]]
    // Who was seen already: pupils with slots of categories, teachers with slots of roles.
    private var pupils: SeenNumbers
    private var teachers: SeenNumbers
    private var teachersInRoles: SeenNumbers
    private var pairs: SeenNumbers
    private var pupilsWithOutcome: SeenNumbers

    init(_ package: PackageCase) {
        self.package = package
        figures = ProjectFigures(package)
        records = ProjectRecords(package, figures)
        let all = CommonIndicatorCount.everySchool
        let sessions = package.sessions
        var sessionsOfSchools = Dictionary(grouping: sessions.indices) { sessions[$0].plan.school }
        sessionsOfSchools[all] = Array(sessions.indices)
        self.sessionsOfSchools = sessionsOfSchools
        let plans = package.content.participations
        let counted = plans.indices.filter { package.counts(plans[$0]) }
        var plansOfSchools = Dictionary(grouping: counted) { plans[$0].school }
        plansOfSchools[all] = counted
        self.plansOfSchools = plansOfSchools
        let slots = figures.slotCount
        pupils = SeenNumbers(below: records.participants.count * slots)
        teachers = SeenNumbers(below: records.teacherCount)
        teachersInRoles = SeenNumbers(below: records.teacherCount * slots)
        pairs = SeenNumbers(below: records.pairCount)
        pupilsWithOutcome = SeenNumbers(below: records.participants.count)
    }

    /// Returns the figures of a span and a school, or of all schools.
    mutating func rows(in window: CountingWindow, school: String) -> [ProjectIndicatorRow] {
        let tally = tally(in: window, school: school)
        return figures.all.lazy.filter { $0.isCounted(in: window.type) }.map { figure in
            var row = ProjectIndicatorRow()
            row.value = tally.value(of: figure)
            row.value.indicatorSet = "project"
            row.value.code = figure.code
            row.value.label = figure.label
            row.value.unit = figure.indicator.unit
            row.value.periodType = window.type
            row.value.period = window.period
            row.value.school = school
            row.value.countingUnit = figure.indicator.countingUnit
            return row
        }
    }

    private mutating func tally(in window: CountingWindow, school: String) -> ProjectTally {
        var tally = ProjectTally(slots: figures.slotCount)
        pupils.begin()
        teachers.begin()
        teachersInRoles.begin()
        pairs.begin()
        pupilsWithOutcome.begin()
        for number in sessionsOfSchools[school] ?? []
        where window.contains(package.sessions[number].semester, package.sessions[number].date) {
            add(records.sessions[number], to: &tally)
        }
        for teacher in records.teachers[school] ?? [] where teachers.contains(teacher.number) {
            for role in teacher.roles
            where teachersInRoles.isNew(teacher.number * figures.slotCount + role) {
                tally.teachers[role] += 1
            }
        }
        let plans = package.content.participations
        for number in plansOfSchools[school] ?? [] {
            guard let term = plans[number].term, let day = plans[number].startsOn,
                window.contains(term, day)
            else { continue }
            Self.add(records.plans[number], to: &tally)
        }
        return tally
    }

    private mutating func add(_ session: ProjectRecords.Session, to tally: inout ProjectTally) {
        add(session, in: 0, to: &tally)
        if let measure = session.measure { add(session, in: measure, to: &tally) }
        if let subject = session.subject {
            tally.sessions[subject] += 1
            tally.minutes[subject] &+= session.minutes
        }
        if teachers.isNew(session.teacher) { tally.teachers[0] += 1 }
        if pairs.isNew(session.pair) { tally.pairs += 1 }
        for slot in records.plans[session.plan].slots { addPupil(of: session, slot, to: &tally) }
        // What is known of marks and absences is a pupil's, once, whatever the number of plans.
        guard let outcome = records.plans[session.plan].outcome,
            pupilsWithOutcome.isNew(session.pupil)
        else { return }
        let person = records.participants[session.pupil]
        tally.lowMarks.add(outcome.lowMarksBefore, outcome.lowMarksAfter, of: person)
        tally.missedLessons.add(outcome.absenceBefore, outcome.absenceAfter, of: person)
    }

    private mutating func add(
        _ session: ProjectRecords.Session, in slot: Int, to tally: inout ProjectTally
    ) {
        tally.sessions[slot] += 1
        tally.minutes[slot] &+= session.minutes
        addPupil(of: session, slot, to: &tally)
    }

    private mutating func addPupil(
        of session: ProjectRecords.Session, _ slot: Int, to tally: inout ProjectTally
    ) {
        guard pupils.isNew(session.pupil * figures.slotCount + slot),
            let person = records.participants[session.pupil]
        else { return }
        tally.people[slot].add(person.sex)
    }

    private static func add(_ plan: ProjectRecords.Plan, to tally: inout ProjectTally) {
        tally.plans += 1
        let isGiven = plan.outcome?.isGiven == true
        if plan.isInterrupted {
            tally.interruptedPlans += 1
        } else if isGiven {
            tally.completedPlans += 1
        }
        if isGiven {
            for slot in [0] + plan.results { tally.results[slot] += 1 }
        }
        for planned in plan.planned {
            for slot in [0] + planned.slots { tally.plannedMinutes[slot] &+= planned.minutes }
        }
    }
}

extension PlanOutcome {
    /// Whether the school said what came of the plan; marks and absences are known without it.
    var isGiven: Bool { outcome != nil || continuation != nil }
}

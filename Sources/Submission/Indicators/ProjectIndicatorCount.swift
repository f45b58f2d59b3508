import PupilSupport

/// Sessions that count and plans whose status counts, by school and, under `Total`, all together.
struct SchoolRecords {
    let sessions: [String: [CountedSession]]
    let plans: [String: [Participation]]

    init(_ package: PackageCase) {
        var sessions = Dictionary(grouping: package.sessions, by: \.plan.school)
        sessions[CommonIndicatorCount.everySchool] = package.sessions
        let counted = package.content.participations.filter(package.counts)
        var plans = Dictionary(grouping: counted, by: \.school)
        plans[CommonIndicatorCount.everySchool] = counted
        self.sessions = sessions
        self.plans = plans
    }
}

/// Counts the project's own indicators from the records of a package, without the store and without SQL:
/// what comes out must be what the reports have, or the package is not sealed.
struct ProjectIndicatorCount {
    private let package: PackageCase
    private let school: String
    private let sessions: [CountedSession]
    private let plans: [Participation]

    /// Takes what belongs to a span and a school, or to all schools.
    init(_ package: PackageCase, of records: SchoolRecords, window: CountingWindow, school: String)
    {
        self.package = package
        self.school = school
        sessions = (records.sessions[school] ?? []).filter {
            window.contains($0.semester, $0.date)
        }
        plans = (records.plans[school] ?? []).filter { plan in
            guard let term = plan.term, let day = plan.startsOn else { return false }
            return window.contains(term, day)
        }
    }

    /// Returns the values of an indicator, one a category.
    func values(
        of indicator: ProjectIndicator, by breakdown: ProjectBreakdown
    ) -> [(category: String, value: IndicatorValue)] {
        categories(of: breakdown).map { category in
            (category, value(of: indicator, by: breakdown, category))
        }
    }

    private func categories(of breakdown: ProjectBreakdown) -> [String] {
        switch breakdown {
        case .none: [""]
        case .classBand: package.reference.classBands.map(\.code)
        default:
            package.reference.terms.filter { $0.vocabulary == breakdown.vocabulary }.map(\.code)
        }
    }

    private func value(
        of indicator: ProjectIndicator, by breakdown: ProjectBreakdown, _ category: String
    ) -> IndicatorValue {
        var value = IndicatorValue()
        switch indicator.name {
        case "participants": value.take(people(sessions(by: breakdown, category)))
        case "teachers": value.total = teachers(by: breakdown, category)
        case "teacher_pupil_pairs":
            value.total =
                Set(sessions.map { [$0.session.teacher, $0.plan.participant] }).count
        case "sessions": value.total = sessions(by: breakdown, category).count
        case "minutes":
            value.total = sessions(by: breakdown, category).reduce(0) {
                $0 &+ ($1.session.minutes ?? 0)
            }
        case "plans": value.total = plans.count
        case "plans_completed":
            value.total =
                plans.count {
                    $0.status != "interrupted" && package.outcomes[$0.id]?.isGiven == true
                }
        case "plans_interrupted": value.total = plans.count { $0.status == "interrupted" }
        case "minutes_planned": value.total = plannedMinutes(by: breakdown, category)
        case "plan_results": value.total = results(by: breakdown, category)
        default: take(pupilFigure: indicator, into: &value)
        }
        return value
    }

    // MARK: - Sessions

    private func people(_ sessions: [CountedSession]) -> PeopleCount {
        PeopleCount(Set(sessions.map(\.plan.participant)).compactMap { package.participants[$0] })
    }

    private func sessions(by breakdown: ProjectBreakdown, _ category: String) -> [CountedSession] {
        switch breakdown {
        case .classBand:
            guard let band = package.reference.classBands.first(where: { $0.code == category })
            else { return [] }
            return sessions.filter {
                $0.plan.grade.map { (band.from...band.to).contains($0) } == true
            }
        case .risk: return sessions.filter { $0.plan.risks.contains(category) }
        case .measure: return sessions.filter { $0.session.measure == category }
        case .subject: return sessions.filter { $0.session.subject == category }
        default: return sessions
        }
    }

    private func teachers(by breakdown: ProjectBreakdown, _ category: String) -> Int {
        let everybody = Set(sessions.map(\.session.teacher))
        guard breakdown == .role else { return everybody.count }
        let semesters = Set(sessions.map(\.semester.code))
        let inRole = (package.teachers[school] ?? []).filter { teacher in
            teacher.roles.contains(category)
                && semesters.contains("\(teacher.schoolYear)-\(teacher.semester ?? 0)")
        }
        return everybody.intersection(inRole.map(\.id)).count
    }

    // MARK: - Plans

    private func plannedMinutes(by breakdown: ProjectBreakdown, _ category: String) -> Int {
        plans.lazy.flatMap { package.measures[$0.id] ?? [] }.reduce(0) { sum, measure in
            guard let minutes = measure.plannedMinutes, package.isInMinutes(measure.measure)
            else { return sum }
            switch breakdown {
            case .measure where measure.measure != category: return sum
            case .subject where measure.subject != category: return sum
            default: return sum + minutes
            }
        }
    }

    private func results(by breakdown: ProjectBreakdown, _ category: String) -> Int {
        plans.count { plan in
            guard let outcome = package.outcomes[plan.id], outcome.isGiven else { return false }
            switch breakdown {
            case .outcome: return outcome.outcome?.rawValue == category
            case .continuation: return outcome.continuation?.rawValue == category
            default: return true
            }
        }
    }

    // MARK: - Pupils

    /// What is known of the marks and absences of each supported pupil, once, whatever the number of plans.
    private var outcomesOfPupils: [String: PlanOutcome] {
        var outcomes: [String: PlanOutcome] = [:]
        for session in sessions where outcomes[session.plan.participant] == nil {
            outcomes[session.plan.participant] = package.outcomes[session.plan.id]
        }
        return outcomes
    }

    private func take(pupilFigure indicator: ProjectIndicator, into value: inout IndicatorValue) {
        let outcomes = outcomesOfPupils
        func sum(_ field: KeyPath<PlanOutcome, Int?>, with other: KeyPath<PlanOutcome, Int?>) -> Int
        {
            outcomes.values.reduce(0) {
                $0 + ($1[keyPath: other] == nil ? 0 : $1[keyPath: field] ?? 0)
            }
        }
        func people(where isOne: (PlanOutcome) -> Bool) -> PeopleCount {
            PeopleCount(
                outcomes.filter { isOne($0.value) }.keys.compactMap { package.participants[$0] })
        }
        func changed(
            _ before: KeyPath<PlanOutcome, Int?>, _ after: KeyPath<PlanOutcome, Int?>,
            _ isOne: (Int, Int) -> Bool
        ) -> PeopleCount {
            people { outcome in
                guard let first = outcome[keyPath: before], let second = outcome[keyPath: after]
                else { return false }
                return isOne(first, second)
            }
        }
        switch indicator.name {
        case "low_marks_before": value.total = sum(\.lowMarksBefore, with: \.lowMarksAfter)
        case "low_marks_after": value.total = sum(\.lowMarksAfter, with: \.lowMarksBefore)
        case "pupils_with_low_marks_before":
            value.take(changed(\.lowMarksBefore, \.lowMarksAfter) { before, _ in before > 0 })
        case "pupils_with_fewer_low_marks":
            value.take(changed(\.lowMarksBefore, \.lowMarksAfter, >))
        case "pupils_with_more_low_marks":
            value.take(changed(\.lowMarksBefore, \.lowMarksAfter, <))
        case "missed_lessons_before": value.total = sum(\.absenceBefore, with: \.absenceAfter)
        case "missed_lessons_after": value.total = sum(\.absenceAfter, with: \.absenceBefore)
        case "pupils_missing_fewer": value.take(changed(\.absenceBefore, \.absenceAfter, >))
        case "pupils_missing_more": value.take(changed(\.absenceBefore, \.absenceAfter, <))
        default: break
        }
    }
}

extension PlanOutcome {
    /// Whether the school said what came of the plan; marks and absences are known without it.
    var isGiven: Bool { outcome != nil || continuation != nil }
}

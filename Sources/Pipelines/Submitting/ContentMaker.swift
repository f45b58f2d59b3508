import PupilSupport
import Submission
import SupportStore

/// Makes the records of a package from what the store holds of the semesters up to one.
struct ContentMaker {
    let definitions: Definitions
    let reference: PackageReference
    /// What the store holds, oldest semester first.
    let semesters: [SubmissionSemester]
    let pupils: [SupportedPupil]
    /// The recipient's pseudonyms.
    let pupilNames: [Int: String]
    let teacherNames: [Int: String]
    /// The files of the deliveries, with their fingerprints, and as they may be shown.
    let files: [Int: (sha256: String, name: String)]
    let revision: String
    /// The claims of the revision that is replaced.
    let earlierClaims: [Claim]
    /// Names and personal codes, where the package is to hold them.
    let identities: [Int: VaultAccess.Identity]
    /// Sensitive answers, where the package is to hold them.
    let answers: [Int: SensitiveAnswers]?

    func content() -> PackageContent {
        var content = PackageContent()
        for semester in semesters {
            let plans = PlanNames(semester)
            content.consultations += sessions(of: semester, plans)
            content.participations += participations(of: semester, plans)
            content.outcomes += outcomes(of: semester, plans)
        }
        markOverPlan(&content.consultations)
        for semester in semesters {
            content.measures += measures(of: semester, PlanNames(semester), content.consultations)
        }
        let records = PackageCase(content: content, reference: reference)
        content.participants = participants(records)
        content.sensitive = sensitive(of: content.participants)
        content.teachers = teachers(records)
        content.claims = ClaimMaker(reference).claims(
            for: content.consultations, after: earlierClaims, revision: revision)
        content.sort()
        return content
    }

    /// The names by which a package knows plans: school, semester and the school's own number.
    private struct PlanNames {
        let names: [Int: String]
        let semester: Semester

        init(_ records: SubmissionSemester) {
            semester = records.semester
            names = Dictionary(
                records.plans.map { plan in
                    (
                        plan.number,
                        "\(plan.school)/\(records.semester.code)/\(plan.numberText)"
                    )
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    private func place(_ origin: StoredPlace) -> SubmittedPlace? {
        files[origin.delivery].map { SubmittedPlace(file: $0.name, line: origin.line) }
    }

    private static func schoolYear(_ semester: Semester) -> String {
        "\(semester.startYear)-\(semester.startYear + 1)"
    }

    // MARK: - Sessions

    private func sessions(
        of semester: SubmissionSemester, _ plans: PlanNames
    ) -> [Consultation] {
        semester.sessions.map { session in
            var record = Consultation()
            let file = files[session.origin.delivery]?.sha256 ?? ""
            record.id = "\(file.prefix(12))-\(session.origin.byte)"
            record.plan = session.planNumber.flatMap { plans.names[$0] } ?? ""
            record.teacher = teacherNames[session.teacher] ?? ""
            record.date = session.date
            record.minutes = session.minutes
            record.subject = session.subject
            record.measure = session.measure
            record.mode = ConsultationMode(rawValue: session.mode)
            record.confirmedOn = session.confirmedOn
            record.order = session.orderNumber
            record.isEligible = !session.isHeld && !record.plan.isEmpty
            if !record.isEligible {
                record.reason = IneligibilityReason(rules: session.rules)
            }
            record.place = place(session.origin)
            return record
        }
    }

    /// What was given beyond the minutes that a plan provides for a measure is support, but is not claimed.
    private func markOverPlan(_ sessions: inout [Consultation]) {
        var planned: [String: Int] = [:]
        for semester in semesters {
            let plans = PlanNames(semester)
            for measure in semester.measures {
                guard let plan = plans.names[measure.planNumber],
                    let minutes = measure.plannedMinutes
                else { continue }
                planned["\(plan)\u{1F}\(measure.measure)", default: 0] += minutes
            }
        }
        var given: [String: Int] = [:]
        let order = sessions.indices.sorted {
            (sessions[$0].date?.storedValue ?? 0, sessions[$0].id)
                < (sessions[$1].date?.storedValue ?? 0, sessions[$1].id)
        }
        for index in order where sessions[index].isEligible {
            let key = "\(sessions[index].plan)\u{1F}\(sessions[index].measure)"
            let sum = given[key, default: 0] + (sessions[index].minutes ?? 0)
            if sum > planned[key, default: 0] {
                sessions[index].isEligible = false
                sessions[index].reason = .overPlan
            } else {
                given[key] = sum
            }
        }
    }

    // MARK: - Plans

    private func participations(
        of semester: SubmissionSemester, _ plans: PlanNames
    ) -> [Participation] {
        let levels = Dictionary(grouping: semester.sessions.filter { !$0.isHeld }) {
            $0.planNumber ?? 0
        }.mapValues { Set($0.compactMap(\.level)) }
        return semester.plans.map { plan in
            var record = Participation()
            record.id = plans.names[plan.number] ?? ""
            record.participant = pupilNames[plan.pupil] ?? ""
            record.schoolYear = Self.schoolYear(semester.semester)
            record.semester = semester.semester.number
            record.school = plan.school
            let own = levels[plan.number] ?? []
            record.grade = own.count == 1 ? own.first : plan.level
            record.startsOn = plan.startsOn
            record.endsOn = plan.endsOn
            record.status = plan.status
            record.headApprovedOn = plan.headApprovedOn
            record.municipalityApprovedOn = plan.municipalityApprovedOn
            record.stateApprovedOn = plan.stateApprovedOn
            record.risks = semester.risks[plan.number] ?? []
            record.isHolidayPlan = isOfHolidays(plan, in: semester.semester)
            record.place = place(plan.origin)
            return record
        }
    }

    private func isOfHolidays(_ plan: SupportedPlan, in semester: Semester) -> Bool {
        let period = definitions.municipality.calendar.period(of: semester)
        return period?.holidays.contains { $0.from <= plan.startsOn && plan.endsOn <= $0.until }
            ?? false
    }

    private func outcomes(of semester: SubmissionSemester, _ plans: PlanNames) -> [PlanOutcome] {
        semester.plans.map { plan in
            var record = PlanOutcome()
            record.plan = plans.names[plan.number] ?? ""
            record.outcome = plan.outcome.flatMap(OutcomeCode.init(rawValue:))
            record.continuation = plan.continuation.flatMap(ContinuationCode.init(rawValue:))
            let changes = semester.changes[plan.pupil] ?? PupilChanges()
            record.recordedOn = plan.resultRecordedOn
            record.lowMarksBefore = changes.lowMarksBefore
            record.lowMarksAfter = changes.lowMarksAfter
            record.absenceBefore = changes.missedBefore
            record.absenceAfter = changes.missedAfter
            record.place = place(plan.origin)
            return record
        }
    }

    private func measures(
        of semester: SubmissionSemester, _ plans: PlanNames, _ sessions: [Consultation]
    ) -> [PlannedMeasure] {
        let roles = definitions.vocabularies[.measures]?.terms ?? []
        let role = Dictionary(
            roles.map { ($0.code, $0.attributes["role"] ?? "") }, uniquingKeysWith: { $1 })
        var records: [String: PlannedMeasure] = [:]
        func change(
            _ plan: String, _ measure: String, _ subject: String,
            _ body: (inout PlannedMeasure) -> Void
        ) {
            let key = [plan, measure, subject].joined(separator: "\u{1F}")
            var record = records[key] ?? PlannedMeasure()
            record.plan = plan
            record.measure = measure
            record.subject = subject
            record.providerType = role[measure] ?? ""
            record.deliveredMinutes = record.deliveredMinutes ?? 0
            body(&record)
            records[key] = record
        }
        for measure in semester.measures {
            guard let plan = plans.names[measure.planNumber] else { continue }
            change(plan, measure.measure, measure.subject) {
                $0.plannedMinutes = measure.plannedMinutes
            }
        }
        let own = Set(plans.names.values)
        for session in sessions where session.isEligible && own.contains(session.plan) {
            change(session.plan, session.measure, session.subject) {
                $0.deliveredMinutes = ($0.deliveredMinutes ?? 0) + (session.minutes ?? 0)
            }
        }
        return Array(records.values)
    }
}

extension IneligibilityReason {
    /// The reason that the rules stand for which hold a session back; the first that says more than that it is.
    init(rules: [String]) {
        let known: [(rules: Set<String>, reason: IneligibilityReason)] = [
            (["XRC-004", "XRC-018"], .beforeApproval),
            (["XRC-005"], .suspendedPlan),
            (["XRC-007", "XRC-017"], .duplicate),
            (["XRC-001", "XRC-002", "XRC-003", "XRC-006"], .outsidePlan),
        ]
        self = known.first { !$0.rules.isDisjoint(with: rules) }?.reason ?? .heldBack
    }
}

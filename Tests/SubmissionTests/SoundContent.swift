import PupilSupport

@testable import Submission

/// The records of ``SoundPackage``, table by table.
enum SoundContent {
    static var content: PackageContent {
        var content = PackageContent()
        content.participants = participants
        content.sensitive = sensitive
        content.participations = plans
        content.measures = measures
        content.consultations = sessions
        content.timesheets = timesheets
        content.claims = claims
        content.outcomes = outcomes
        content.teachers = teachers
        content.sort()
        return content
    }

    static func pupil(_ number: Int) -> String { String(repeating: "0", count: 31) + "\(number)" }
    static func teacher(_ number: Int) -> String { String(repeating: "f", count: 31) + "\(number)" }

    private static var participants: [Participant] {
        [
            participant(1, .women, "2007-05-05", 5, "jaundubulti", "2018-10-01", "2018-12-21"),
            participant(2, .men, "2004-03-09", 8, "jaundubulti", "2018-10-02", "2019-05-31"),
            participant(3, .women, "2002-11-30", 10, "sloka", "2018-10-03", "2018-12-21"),
            participant(4, .men, "2003-06-17", 9, "jaundubulti", "2019-02-05", "2019-05-31"),
            participant(5, .women, "2006-09-21", 6, "sloka", "2019-02-08", "2019-05-31"),
            participant(6, .women, "2005-12-02", 7, "jaundubulti", "2019-02-06", nil),
        ]
    }

    private static func participant(
        _ number: Int, _ sex: ParticipantSex, _ born: String, _ grade: Int, _ school: String,
        _ entry: String, _ leave: String?
    ) -> Participant {
        var person = Participant()
        person.operation = "8.3.4.0/16/I/001"
        person.id = pupil(number)
        person.sex = sex
        person.birthDate = day(born)
        person.gradeAtEntry = grade
        person.school = school
        person.labourStatus = .inactiveInEducation
        person.education = CompletedEducation(classLevel: grade)
        person.entryDate = day(entry)
        person.leaveDate = leave.map(day)
        person.leaveReason = leave == nil ? nil : .noLongerNeeded
        person.isComplete = true
        person.sourceFile = String(repeating: "a", count: 64)
        person.sourceRow = number + 1
        return person
    }

    private static var sensitive: [SensitiveRecord] {
        let answers: [[Submission.SensitiveAnswer]] = [
            [.no, .no, .no], [.refused, .refused, .no], [.yes, .no, .no],
            [.no, .notCollected, .no],
            [.no, .no, .no], [.no, .no, .no],
        ]
        return answers.enumerated().map { index, answers in
            var record = SensitiveRecord()
            record.participant = pupil(index + 1)
            record.foreignOrMinority = answers[0]
            record.disability = answers[1]
            record.otherDisadvantage = answers[2]
            record.evidence = answers.contains(.notCollected) ? "anketa 4" : ""
            return record
        }
    }

    private static var plans: [Participation] {
        [
            plan("jaundubulti-1-1", 1, "jaundubulti", 5),
            plan("jaundubulti-1-2", 2, "jaundubulti", 8),
            plan("jaundubulti-2-1", 2, "jaundubulti", 8),
            plan("jaundubulti-2-2", 4, "jaundubulti", 9),
            plan("jaundubulti-2-3", 6, "jaundubulti", 7), plan("sloka-1-1", 3, "sloka", 10),
            plan("sloka-2-1", 4, "sloka", 9), plan("sloka-2-2", 5, "sloka", 6),
        ]
    }

    private static func plan(
        _ id: String, _ number: Int, _ school: String, _ grade: Int
    ) -> Participation {
        let isFirst = id.contains("-1-")
        var plan = Participation()
        plan.id = id
        plan.participant = pupil(number)
        plan.schoolYear = "2018-2019"
        plan.semester = isFirst ? 1 : 2
        plan.school = school
        plan.grade = grade
        plan.startsOn = day(isFirst ? "2018-09-17" : "2019-01-18")
        plan.endsOn = day(isFirst ? "2018-12-21" : "2019-05-31")
        plan.status = "in_progress"
        plan.headApprovedOn = day(isFirst ? "2018-09-14" : "2019-01-18")
        plan.municipalityApprovedOn = day(isFirst ? "2018-09-14" : "2019-01-21")
        plan.stateApprovedOn = day(isFirst ? "2018-09-18" : "2019-01-24")
        plan.risks = number == 4 ? ["family", "learning"] : ["learning"]
        return plan
    }

    private static var measures: [PlannedMeasure] {
        plans.map { plan in
            var measure = PlannedMeasure()
            measure.plan = plan.id
            measure.measure = "consultation"
            measure.subject = "mathematics"
            measure.providerType = "teacher"
            measure.plannedMinutes = 120
            measure.deliveredMinutes = sessions.filter {
                $0.plan == plan.id && $0.isEligible && $0.measure == "consultation"
            }.reduce(0) { $0 + ($1.minutes ?? 0) }
            measure.amount = plan.id == "sloka-1-1" ? ExactAmount("12.5") : nil
            return measure
        }
    }

    private static var sessions: [Consultation] {
        var sessions = [
            session("s01", "jaundubulti-1-1", 1, "2018-10-01", 60),
            session("s02", "jaundubulti-1-2", 1, "2018-10-02", 60),
            session("s03", "sloka-1-1", 2, "2018-10-03", 90),
            session("s04", "jaundubulti-2-1", 1, "2019-02-04", 60),
            session("s05", "jaundubulti-2-2", 1, "2019-02-05", 60),
            session("s06", "jaundubulti-2-3", 3, "2019-02-06", 45),
            session("s07", "sloka-2-1", 2, "2019-02-07", 90),
            session("s08", "sloka-2-2", 3, "2019-02-08", 45),
            session("s09", "sloka-2-2", 2, "2019-03-05", 60),
            session("s10", "jaundubulti-2-2", 1, "2019-01-17", 60),
        ]
        sessions[7].mode = .remote
        sessions[7].confirmedOn = day("2019-02-08")
        sessions[7].order = "1-9/12"
        sessions[8].start = "14:00"
        // The day before the head approved the plan.
        sessions[9].isEligible = false
        sessions[9].reason = .beforeApproval
        return sessions
    }

    private static func session(
        _ id: String, _ plan: String, _ number: Int, _ date: String, _ minutes: Int
    ) -> Consultation {
        var session = Consultation()
        session.id = id
        session.plan = plan
        session.teacher = teacher(number)
        session.date = day(date)
        session.minutes = minutes
        session.measure = number == 3 ? "psychologist" : "consultation"
        session.subject = number == 3 ? "" : "mathematics"
        session.mode = .inPerson
        session.form = "KA, \"\(id)\""
        session.formLine = 1
        session.isEligible = true
        return session
    }

    private static var timesheets: [Timesheet] {
        [
            sheet(1, "jaundubulti", "2018-10", 120), sheet(1, "jaundubulti", "2019-02", 120),
            sheet(2, "sloka", "2018-10", 90), sheet(2, "sloka", "2019-02", 90),
            sheet(2, "sloka", "2019-03", 60), sheet(3, "jaundubulti", "2019-02", 45),
            sheet(3, "sloka", "2019-02", 45),
        ]
    }

    private static func sheet(
        _ number: Int, _ school: String, _ month: String, _ minutes: Int
    ) -> Timesheet {
        var sheet = Timesheet()
        sheet.teacher = teacher(number)
        sheet.school = school
        sheet.month = month
        sheet.projectMinutes = minutes
        sheet.allMinutes = 9_600
        sheet.number = "DLUV-\(month)"
        return sheet
    }

    private static var claims: [Claim] {
        [CostType.unitCost, .unitCostDeduction].map { type in
            var claim = Claim()
            claim.operation = "8.3.4.0/16/I/001"
            claim.item = "consultation"
            claim.year = 2019
            claim.month = 2
            claim.costType = type
            claim.referenceType = "iap"
            claim.reference = "sloka-2-1"
            claim.units = type == .unitCost ? 90 : -30
            claim.unit = "minutes"
            claim.computed = type == .unitCost ? ExactAmount("7.5") : ExactAmount("-2.5")
            return claim
        }
    }

    private static var outcomes: [PlanOutcome] {
        [
            outcome("jaundubulti-1-1", .improved, .noLongerNeeded, "2018-12-21"),
            outcome("jaundubulti-1-2", .unchanged, .continues, "2018-12-21"),
            outcome("jaundubulti-2-1", .improved, .noLongerNeeded, "2019-06-03"),
            outcome("jaundubulti-2-2", .worse, .noLongerNeeded, "2019-05-31"),
            outcome("jaundubulti-2-3", .improved, .continues, "2019-05-31"),
            outcome("sloka-1-1", .improved, .noLongerNeeded, "2019-01-10", ["CR03", "CR05"]),
            outcome("sloka-2-1", .notComparable, .noLongerNeeded, "2019-06-03"),
            // The last day of the four weeks.
            outcome("sloka-2-2", .improved, .noLongerNeeded, "2019-06-28"),
        ]
    }

    private static func outcome(
        _ plan: String, _ code: OutcomeCode, _ continuation: ContinuationCode, _ recorded: String,
        _ results: [String] = []
    ) -> PlanOutcome {
        var outcome = PlanOutcome()
        outcome.plan = plan
        outcome.outcome = code
        outcome.continuation = continuation
        outcome.recordedOn = day(recorded)
        outcome.commonResults = results
        if plan == "jaundubulti-2-1" {
            outcome.lowMarksBefore = 3
            outcome.lowMarksAfter = 1
            outcome.absenceBefore = 10
            outcome.absenceAfter = 12
        }
        return outcome
    }

    private static var teachers: [PackageTeacher] {
        [
            row(1, "jaundubulti", 1, 2, 120), row(1, "jaundubulti", 2, 2, 120),
            row(2, "sloka", 1, 1, 90), row(2, "sloka", 2, 2, 150),
            row(3, "jaundubulti", 2, 1, 45), row(3, "sloka", 2, 1, 45),
        ]
    }

    private static func row(
        _ number: Int, _ school: String, _ semester: Int, _ sessions: Int, _ minutes: Int
    ) -> PackageTeacher {
        var teacher = PackageTeacher()
        teacher.id = Self.teacher(number)
        teacher.school = school
        teacher.schoolYear = "2018-2019"
        teacher.semester = semester
        teacher.roles = number == 3 ? ["psychologist"] : ["teacher"]
        teacher.consultations = sessions
        teacher.minutes = minutes
        return teacher
    }
}

import Diagnostics
import PupilSupport

@testable import Submission

/// A small package that every rule accepts, made by hand: six pupils, three teachers, two schools, two
/// semesters, the second of which is reported.
///
/// | pupil | sex | class | semester 1 | semester 2 |
/// |---|---|---|---|---|
/// | p1 | F | 5 | jaundubulti | |
/// | p2 | M | 8 | jaundubulti | jaundubulti |
/// | p3 | F | 10 | sloka | |
/// | p4 | M | 9 | | jaundubulti and sloka |
/// | p5 | F | 6 | | sloka, once remotely |
/// | p6 | F | 7 | | jaundubulti, and goes on |
///
/// A test changes one thing and looks at all that the rules find.
struct SoundPackage {
    var content = SoundContent.content
    var reference = SoundContent.reference
    var arePublicFilesEqual: Bool? = true
    private var changes: [@Sendable (inout PackageAggregates) -> Void] = []

    /// The figures that follow from the records.
    var counted: PackageAggregates { PackageAggregates(counting: records) }

    var records: PackageCase {
        var sorted = content
        sorted.sort()
        return PackageCase(content: sorted, reference: reference)
    }

    var checked: CheckedPackage {
        let records = records
        var aggregates = PackageAggregates(counting: records)
        for change in changes { change(&aggregates) }
        return CheckedPackage(
            records: records, aggregates: aggregates, arePublicFilesEqual: arePublicFilesEqual)
    }

    /// Everything that the rules find, a line each: code, severity, table, row, school and what was found.
    var found: [String] { found(in: .english) }

    func found(in language: Language) -> [String] {
        let rules = Dictionary(uniqueKeysWithValues: SubmissionRules.all.map { ($0.code, $0) })
        return SubmissionRules.check(checked).flatMap { result in
            result.hits.map { hit in
                let severity = hit.severity ?? rules[result.code]?.severity
                let place = [hit.table, Self.short(hit.row), hit.school].filter { !$0.isEmpty }
                return "\(result.code) \(severity?.rawValue ?? "–") "
                    + "\(place.joined(separator: " ")): \(hit.found[language])"
            }
        }
    }

    private static func short(_ row: String) -> String {
        row.replacing("8.3.4.0/16/I/001|", with: "")
            .replacing(String(repeating: "0", count: 31), with: "p")
            .replacing(String(repeating: "f", count: 31), with: "t")
    }
}

// MARK: - What a test changes

extension SoundPackage {
    subscript(pupil number: Int) -> Participant {
        get { content.participants[index(ofPupil: number)] }
        set { content.participants[index(ofPupil: number)] = newValue }
    }

    private func index(ofPupil number: Int) -> Int {
        known(content.participants.firstIndex { $0.id == SoundContent.pupil(number) })
    }

    subscript(sensitive number: Int) -> SensitiveRecord {
        get { content.sensitive[number - 1] }
        set { content.sensitive[number - 1] = newValue }
    }

    subscript(plan id: String) -> Participation {
        get { content.participations[index(ofPlan: id)] }
        set { content.participations[index(ofPlan: id)] = newValue }
    }

    private func index(ofPlan id: String) -> Int {
        known(content.participations.firstIndex { $0.id == id })
    }

    subscript(session id: String) -> Consultation {
        get { content.consultations[index(ofSession: id)] }
        set { content.consultations[index(ofSession: id)] = newValue }
    }

    private func index(ofSession id: String) -> Int {
        known(content.consultations.firstIndex { $0.id == id })
    }

    subscript(outcome plan: String) -> PlanOutcome {
        get { content.outcomes[index(ofOutcome: plan)] }
        set { content.outcomes[index(ofOutcome: plan)] = newValue }
    }

    private func index(ofOutcome plan: String) -> Int {
        known(content.outcomes.firstIndex { $0.plan == plan })
    }

    /// Adds a session like another one.
    mutating func add(
        session id: String, like other: String, _ change: (inout Consultation) -> Void
    ) {
        var session = self[session: other]
        session.id = id
        change(&session)
        content.consultations.append(session)
    }

    /// Changes the figures after they were counted.
    mutating func changeFigures(_ change: @escaping @Sendable (inout PackageAggregates) -> Void) {
        changes.append(change)
    }

    /// Sets a common output indicator of a school, of women alone unless men are given.
    mutating func set(
        output code: String, _ type: PeriodType, _ school: String = "Total", women: Int,
        men: Int = 0
    ) {
        changeFigures { figures in
            for index in figures.output.indices
            where figures.output[index].value.isOf(code, type, school) {
                figures.output[index].value.women = women
                figures.output[index].value.men = men
                figures.output[index].value.total = women + men
            }
        }
    }

    /// Sets a common result indicator of a school, of women alone unless men are given.
    mutating func set(
        result code: String, _ type: PeriodType, _ school: String = "Total", women: Int,
        men: Int = 0
    ) {
        changeFigures { figures in
            for index in figures.result.indices
            where figures.result[index].value.isOf(code, type, school) {
                figures.result[index].value.women = women
                figures.result[index].value.men = men
                figures.result[index].value.total = women + men
            }
        }
    }

    /// Sets what some people add up to.
    mutating func set(item: String, _ type: PeriodType, _ school: String = "Total", to value: Int?)
    {
        changeFigures { figures in
            for index in figures.reconciliation.indices
            where figures.reconciliation[index].periodType == type
                && figures.reconciliation[index].school == school
                && figures.reconciliation[index].item == item
            {
                figures.reconciliation[index].value = value
            }
        }
    }
}

extension IndicatorValue {
    func isOf(_ code: String, _ type: PeriodType, _ school: String) -> Bool {
        self.code == code && periodType == type && self.school == school
    }
}

/// Returns a day.
func day(_ text: String) -> CivilDate { known(CivilDate(iso: text)) }

/// Returns what a test knows to be there.
func known<Value>(_ value: Value?) -> Value {
    guard let value else {
        preconditionFailure("a test names what the sound package does not have")
    }
    return value
}

// MARK: - What a test takes away

extension SoundPackage {
    /// Takes away a plan with all that belongs to it, its minutes on time sheets included.
    mutating func remove(plan id: String) {
        let school = self[plan: id].school
        for session in content.consultations where session.plan == id && session.isEligible {
            addWork(of: session, at: school, times: -1)
        }
        content.timesheets.removeAll { $0.projectMinutes == 0 }
        content.participations.removeAll { $0.id == id }
        content.measures.removeAll { $0.plan == id }
        content.consultations.removeAll { $0.plan == id }
        content.outcomes.removeAll { $0.plan == id }
    }

    /// Takes away participants and their answers.
    mutating func remove(pupils numbers: [Int]) {
        let people = Set(numbers.map(SoundContent.pupil))
        content.participants.removeAll { people.contains($0.id) }
        content.sensitive.removeAll { people.contains($0.participant) }
    }
}

// MARK: - What a test moves

extension SoundPackage {
    /// Moves a session that counts to another day, with the minutes of the time sheets.
    mutating func move(_ id: String, to date: String) {
        let session = self[session: id]
        let school = self[plan: session.plan].school
        addWork(of: session, at: school, times: -1)
        self[session: id].date = day(date)
        addWork(of: self[session: id], at: school, times: 1)
        content.timesheets.removeAll { $0.projectMinutes == 0 }
    }

    /// Adds the minutes of a session to the teacher's time sheet of its month.
    mutating func addWork(of session: Consultation, at school: String, times: Int = 1) {
        var sheet = Timesheet()
        sheet.teacher = session.teacher
        sheet.school = school
        sheet.month = String(known(session.date).description.prefix(7))
        sheet.projectMinutes = 0
        let index =
            content.timesheets.firstIndex {
                $0.teacher == sheet.teacher && $0.school == sheet.school
                    && $0.month == sheet.month
            } ?? content.timesheets.count
        if index == content.timesheets.count { content.timesheets.append(sheet) }
        content.timesheets[index].projectMinutes? += times * (session.minutes ?? 0)
    }
}

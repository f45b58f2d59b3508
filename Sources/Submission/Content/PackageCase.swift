public import PupilSupport

/// The records of a package with what they are checked against, ready to be looked up.
///
/// Everything that is counted, and every rule, works on this alone; it is made from the store when a
/// package is written, and from the files when it is verified.
public struct PackageCase: Sendable {
    /// The records.
    public let content: PackageContent
    /// What they are checked against.
    public let reference: PackageReference
    /// The plans by their names.
    public let plans: [String: Participation]
    /// The participants by their pseudonyms.
    public let participants: [String: Participant]
    /// What came of plans, by the plans' names.
    public let outcomes: [String: PlanOutcome]
    /// The measures of each plan, by the plans' names.
    public let measures: [String: [PlannedMeasure]]
    /// The teachers of each school and, under `Total`, of all.
    let teachers: [String: [PackageTeacher]]
    /// The sessions that count, with what their plans say.
    public let sessions: [CountedSession]
    /// The plans that have sessions that count.
    let plansWithSessions: Set<String>
    private let terms: [TermName: PackageReference.TermEntry]
    /// The semesters with their first days, oldest first.
    private let begins: [(day: CivilDate, semester: Semester)]

    private struct TermName: Hashable {
        let vocabulary: String
        let code: String
    }

    /// Looks up records.
    public init(content: PackageContent, reference: PackageReference) {
        self.content = content
        self.reference = reference
        let plans = Dictionary(
            content.participations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.plans = plans
        participants = Dictionary(
            content.participants.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        outcomes = Dictionary(
            content.outcomes.map { ($0.plan, $0) }, uniquingKeysWith: { first, _ in first })
        measures = Dictionary(grouping: content.measures, by: \.plan)
        var teachers = Dictionary(grouping: content.teachers, by: \.school)
        teachers[CommonIndicatorCount.everySchool] = content.teachers
        self.teachers = teachers
        terms = Dictionary(
            reference.terms.map { (TermName(vocabulary: $0.vocabulary, code: $0.code), $0) },
            uniquingKeysWith: { first, _ in first })
        begins = reference.semesters.compactMap { entry in
            guard let semester = Semester(code: entry.code),
                let day = CivilDate(iso: entry.startsOn)
            else { return nil }
            return (day, semester)
        }.sorted { $0.day < $1.day }
        sessions = CountedSession.all(of: content)
        var numbers = Set<Int>()
        plansWithSessions = Set(
            sessions.lazy.filter { numbers.insert($0.planNumber).inserted }.map(\.plan.id))
    }

    /// The semester that is reported.
    public var semester: Semester? { Semester(code: reference.semester) }

    /// The term with a code, or `nil` when the vocabulary has none.
    public func term(_ vocabulary: String, _ code: String) -> PackageReference.TermEntry? {
        terms[TermName(vocabulary: vocabulary, code: code)]
    }

    /// Whether a measure is counted in minutes.
    func isInMinutes(_ measure: String) -> Bool { term("measures", measure)?.isInMinutes == true }

    /// The semester that a day belongs to: the last one that had begun, or `nil` before the first.
    public func semester(on day: CivilDate) -> Semester? {
        begins.last { $0.day <= day }?.semester
    }

    /// Whether plans of a status count.
    public func counts(_ plan: Participation) -> Bool {
        term("plan-statuses", plan.status)?.counts == true
    }

    /// The first and last day of a semester that is reported or earlier.
    public func days(of semester: Semester) -> ClosedRange<CivilDate>? {
        guard let entry = reference.semesters.first(where: { $0.code == semester.code }),
            let first = CivilDate(iso: entry.startsOn), let last = CivilDate(iso: entry.plansEndOn),
            first <= last
        else { return nil }
        return first...last
    }
}

import PupilSupport
import Submission
import SupportStore

extension ContentMaker {
    /// Returns everybody with a session that counts, once: the first entry fixes the characteristics, the last
    /// exit when and why they left.
    func participants(_ records: PackageCase) -> [Participant] {
        let numbers = Dictionary(
            pupilNames.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        let known = Dictionary(
            pupils.map { ($0.pupil, $0) }, uniquingKeysWith: { first, _ in first })
        let sessions = Dictionary(grouping: records.sessions, by: \.plan.participant)
        return sessions.compactMap { id, own in
            guard let first = own.min(by: { ($0.date, $0.session.id) < ($1.date, $1.session.id) })
            else { return nil }
            var person = Participant()
            person.operation = reference.operation.number
            person.id = id
            person.school = first.plan.school
            person.gradeAtEntry = first.plan.grade
            person.entryDate = first.date
            person.education = first.plan.grade.flatMap(CompletedEducation.init(classLevel:))
            // Whoever has a class is enrolled, and so inactive in education (esf.md, CO03).
            person.labourStatus = first.plan.grade == nil ? nil : .inactiveInEducation
            if let identity = numbers[id].flatMap({ identities[$0] }) {
                person.personalCode = identity.text
                person.givenName = identity.givenName
                person.familyName = identity.familyName
            }
            if let pupil = numbers[id].flatMap({ known[$0] }) {
                person.sex = pupil.sex.flatMap(ParticipantSex.init(vocabularyCode:))
                person.birthDate = pupil.birthDate
                person.sourceFile = files[pupil.origin.delivery]?.sha256 ?? ""
                person.sourceRow = pupil.origin.line
                person.place = files[pupil.origin.delivery].map {
                    SubmittedPlace(file: $0.name, line: pupil.origin.line)
                }
            }
            leave(&person, plans: own.map(\.plan), records)
            person.missingFields = person.foundMissing
            person.isComplete = person.missingFields.isEmpty
            return person
        }
    }

    /// Returns the sensitive answers of participants; where nobody asked, that is said.
    func sensitive(of people: [Participant]) -> [SensitiveRecord] {
        guard let answers else { return [] }
        let numbers = Dictionary(
            pupilNames.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        return people.map { person in
            var record = SensitiveRecord()
            record.participant = person.id
            let given = numbers[person.id].flatMap { answers[$0] }
            record.foreignOrMinority = Submission.SensitiveAnswer(given?.foreignMinority)
            record.disability = Submission.SensitiveAnswer(given?.disability)
            record.otherDisadvantage = Submission.SensitiveAnswer(given?.otherDisadvantaged)
            record.evidence = given?.evidenceReference ?? ""
            return record
        }
    }

    private func leave(_ person: inout Participant, plans: [Participation], _ records: PackageCase)
    {
        let last = plans.max { first, second in
            (first.endsOn?.storedValue ?? 0, first.id) < (
                second.endsOn?.storedValue ?? 0, second.id
            )
        }
        guard let last, let continuation = records.outcomes[last.id]?.continuation,
            let reason = LeaveReason(rawValue: continuation.rawValue)
        else { return }
        person.leaveDate = last.endsOn
        person.leaveReason = reason
    }

    /// Returns who gave support, by school and semester.
    func teachers(_ records: PackageCase) -> [PackageTeacher] {
        struct Key: Hashable {
            let teacher: String
            let school: String
            let semester: Semester
        }
        var roles: [Key: Set<String>] = [:]
        for semester in semesters {
            for session in semester.sessions where !session.isHeld && !session.role.isEmpty {
                let key = Key(
                    teacher: teacherNames[session.teacher] ?? "", school: session.school,
                    semester: semester.semester)
                roles[key, default: []].insert(session.role)
            }
        }
        let own = Dictionary(grouping: records.sessions) { session in
            Key(
                teacher: session.session.teacher, school: session.plan.school,
                semester: session.semester)
        }
        return own.map { key, sessions in
            var record = PackageTeacher()
            record.id = key.teacher
            record.school = key.school
            record.schoolYear = "\(key.semester.startYear)-\(key.semester.startYear + 1)"
            record.semester = key.semester.number
            record.roles = roles[key]?.sorted() ?? []
            record.consultations = sessions.count
            record.minutes = sessions.reduce(0) { $0 + ($1.session.minutes ?? 0) }
            return record
        }
    }
}

extension Submission.SensitiveAnswer {
    /// The answer as a package has it; what nobody recorded was not collected.
    init(_ answer: PupilSupport.SensitiveAnswer?) {
        switch answer {
        case .yes: self = .yes
        case .no: self = .no
        case .refused: self = .refused
        case .notCollected, nil: self = .notCollected
        }
    }
}

extension ParticipantSex {
    /// The sex that a term of the vocabulary means.
    init?(vocabularyCode code: String) {
        switch code {
        case "female": self = .women
        case "male": self = .men
        default: return nil
        }
    }
}

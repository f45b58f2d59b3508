import PupilSupport

/// What the records say of the people behind a period and a school, beside the indicators themselves.
struct CountedPeople: Sendable {
    /// Participants who entered.
    var entered = 0
    /// Participants who entered and whose record is not complete.
    var incomplete = 0
    /// Participants who entered and whose sex is not known.
    var withoutSex = 0
    /// Complete records of those who had not completed primary school at entry.
    var belowPrimary = PeopleCount()
    /// Complete records of those who were in education at entry.
    var inEducation = 0
    /// Complete records of those who were disadvantaged at entry, as far as they said so.
    var disadvantaged = 0
    /// Complete records of those who left, and who were in employment at entry.
    var employedLeavers = 0
    /// Complete records of those who left, and who were not.
    var otherLeavers = 0

    /// Counts the records of a package, by period and school.
    static func all(in package: PackageCase) -> [FigureSpan: CountedPeople] {
        let windows = CountingWindow.all(of: package)
        let answers = Dictionary(
            package.content.sensitive.map { ($0.participant, $0) },
            uniquingKeysWith: { first, _ in first })
        var counted: [FigureSpan: CountedPeople] = [:]
        for person in package.content.participants {
            let entry = person.entryDate.flatMap { day in
                package.semester(on: day).map { ($0, day) }
            }
            let leave = person.leaveDate.flatMap { day in
                package.semester(on: day).map { ($0, day) }
            }
            for window in windows {
                for school in [person.school, CommonIndicatorCount.everySchool] {
                    let span = FigureSpan(
                        type: window.type, period: window.period, school: school)
                    if let (semester, day) = entry, window.contains(semester, day) {
                        counted[span, default: CountedPeople()]
                            .add(entered: person, answers[person.id])
                    }
                    if let (semester, day) = leave, window.contains(semester, day) {
                        counted[span, default: CountedPeople()].add(left: person)
                    }
                }
            }
        }
        return counted
    }

    private mutating func add(entered person: Participant, _ answers: SensitiveRecord?) {
        entered += 1
        if person.sex == nil { withoutSex += 1 }
        guard person.isComplete else {
            incomplete += 1
            return
        }
        if person.education == .belowPrimary { belowPrimary.add(person.sex) }
        if person.labourStatus == .inactiveInEducation { inEducation += 1 }
        if answers?.answers.contains(.yes) == true { disadvantaged += 1 }
    }

    private mutating func add(left person: Participant) {
        guard person.isComplete else { return }
        if person.labourStatus == .employed { employedLeavers += 1 } else { otherLeavers += 1 }
    }
}

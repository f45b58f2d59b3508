/// What the records of a span and a school add up to, for each slot of ``ProjectFigures``.
struct ProjectTally {
    /// Participants, once each.
    var people: [PeopleCount]
    /// Teachers, once each.
    var teachers: [Int]
    /// Pairs of a teacher and a pupil, once each.
    var pairs = 0
    /// Sessions.
    var sessions: [Int]
    /// Their minutes.
    var minutes: [Int]
    /// Plans.
    var plans = 0
    /// Plans whose outcome is known and that were not interrupted.
    var completedPlans = 0
    /// Plans that were interrupted.
    var interruptedPlans = 0
    /// Minutes that plans provide for.
    var plannedMinutes: [Int]
    /// Plans with results.
    var results: [Int]
    /// The marks of pupils.
    var lowMarks = PupilChange()
    /// The absences of pupils.
    var missedLessons = PupilChange()

    init(slots: Int) {
        let zeros = Array(repeating: 0, count: slots)
        people = Array(repeating: PeopleCount(), count: slots)
        teachers = zeros
        sessions = zeros
        minutes = zeros
        plannedMinutes = zeros
        results = zeros
    }

    /// Returns the value of a figure.
    func value(of figure: ProjectFigure) -> IndicatorValue {
        var value = IndicatorValue()
        let slot = figure.slot
        switch figure.indicator.name {
        case "participants": value.take(people[slot])
        case "teachers": value.total = teachers[slot]
        case "teacher_pupil_pairs": value.total = pairs
        case "sessions": value.total = sessions[slot]
        case "minutes": value.total = minutes[slot]
        case "plans": value.total = plans
        case "plans_completed": value.total = completedPlans
        case "plans_interrupted": value.total = interruptedPlans
        case "minutes_planned": value.total = plannedMinutes[slot]
        case "plan_results": value.total = results[slot]
        case "low_marks_before": value.total = lowMarks.before
        case "low_marks_after": value.total = lowMarks.after
        case "pupils_with_low_marks_before": value.take(lowMarks.anyBefore)
        case "pupils_with_fewer_low_marks": value.take(lowMarks.fewer)
        case "pupils_with_more_low_marks": value.take(lowMarks.more)
        case "missed_lessons_before": value.total = missedLessons.before
        case "missed_lessons_after": value.total = missedLessons.after
        case "pupils_missing_fewer": value.take(missedLessons.fewer)
        case "pupils_missing_more": value.take(missedLessons.more)
        default: break
        }
        return value
    }
}

/// How something changed from one semester to the next, among pupils of whom both are known.
struct PupilChange {
    private(set) var before = 0
    private(set) var after = 0
    /// Participants who had any before.
    private(set) var anyBefore = PeopleCount()
    private(set) var fewer = PeopleCount()
    private(set) var more = PeopleCount()

    /// Adds a pupil; only a participant is counted as a person.
    mutating func add(_ before: Int?, _ after: Int?, of person: Participant?) {
        guard let before, let after else { return }
        self.before &+= before
        self.after &+= after
        guard let person else { return }
        if before > 0 { anyBefore.add(person.sex) }
        if before > after { fewer.add(person.sex) }
        if before < after { more.add(person.sex) }
    }
}

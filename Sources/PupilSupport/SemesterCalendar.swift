/// When the semesters begin and end, for each class level.
///
/// The end of a semester depends on the class: classes 9 and 12 stop earlier (domain facts,
/// section 3). A support plan may run past the last school day.
public struct SemesterCalendar: Hashable, Sendable {
    /// The semesters, oldest first.
    public let periods: [SemesterPeriod]

    /// Creates a calendar; the periods may come in any order.
    public init(periods: [SemesterPeriod]) {
        self.periods = periods.sorted { $0.semester < $1.semester }
    }

    /// Returns the period of a semester, or `nil` when the calendar does not know it.
    public func period(of semester: Semester) -> SemesterPeriod? {
        periods.first { $0.semester == semester }
    }

    /// Returns the semester to whose span a day belongs, or `nil` when there is none.
    public func semester(on date: CivilDate) -> Semester? {
        periods.first { $0.startsOn <= date && date <= $0.plansEndOn }?.semester
    }

    /// Returns the semester for which a list of a day is made: that of the day, or between semesters
    /// the next one.
    public func semester(ofListMadeOn date: CivilDate) -> Semester? {
        semester(on: date) ?? periods.first { date < $0.startsOn }?.semester
    }
}

/// When one semester begins and ends.
public struct SemesterPeriod: Hashable, Sendable {
    /// Which semester.
    public let semester: Semester
    /// The first school day.
    public let startsOn: CivilDate
    /// The last school day of the classes that ``endsByLevel`` does not name.
    public let endsOn: CivilDate
    /// The last school day of single levels.
    public let endsByLevel: [Int: CivilDate]
    /// The last day on which a plan of the semester may end.
    public let plansEndOn: CivilDate
    /// The school holidays within the span.
    public let holidays: [Holiday]

    /// Creates a period.
    public init(
        semester: Semester, startsOn: CivilDate, endsOn: CivilDate,
        endsByLevel: [Int: CivilDate] = [:], plansEndOn: CivilDate, holidays: [Holiday] = []
    ) {
        self.semester = semester
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.endsByLevel = endsByLevel
        self.plansEndOn = plansEndOn
        self.holidays = holidays
    }

    /// Whether a day lies within the semester as far as plans may reach.
    public func contains(_ date: CivilDate) -> Bool {
        startsOn <= date && date <= plansEndOn
    }

    /// Returns the last school day of a level.
    public func lastSchoolDay(ofLevel level: Int) -> CivilDate {
        endsByLevel[level] ?? endsOn
    }
}

/// School holidays, from the first to the last day.
public struct Holiday: Hashable, Sendable {
    /// The first free day.
    public let from: CivilDate
    /// The last free day.
    public let until: CivilDate
    /// The levels that are free, or `nil` for all.
    public let levels: ClosedRange<Int>?

    /// Creates holidays.
    public init(from: CivilDate, until: CivilDate, levels: ClosedRange<Int>? = nil) {
        self.from = from
        self.until = until
        self.levels = levels
    }

    /// Whether a level is free on a day; without a level, whether anybody's holidays cover it.
    public func covers(_ date: CivilDate, level: Int?) -> Bool {
        guard from <= date, date <= until else { return false }
        guard let levels, let level else { return true }
        return levels.contains(level)
    }
}

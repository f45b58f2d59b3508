/// What the definitions of one municipality say: its project, schools, calendar and targets.
public struct Municipality: Hashable, Sendable {
    /// The code of the municipality, `jurmala`.
    public let code: String
    /// The board that runs the project.
    public let board: LocalizedText
    /// Where questions about reports go, or `nil` while nobody has said so.
    public let contact: LocalizedText?
    /// The project.
    public let project: Project
    /// The schools, in the order in which reports show them.
    public let schools: [School]
    /// The bands of class levels by which figures are broken down.
    public let classBands: [ClassBand]
    /// The semesters.
    public let calendar: SemesterCalendar
    /// Marks below this many points are low.
    public let lowMarkBelow: Int
    /// The targets, in the order of the definitions.
    public let targets: [Target]
    /// The deliveries that each school owes.
    public let expectedDeliveries: [ExpectedDelivery]
    /// When a delivery is late.
    public let freshness: Freshness
    /// What the query of an indicator may ask.
    public let indicatorLimits: IndicatorLimits
    /// What catalogues of data are told.
    public let publication: Publication
    /// What is said of the submission to the State and the Fund.
    public let submission: SubmissionSettings
    /// How long what identifies people is kept.
    public let retention: Retention

    /// Creates a municipality.
    public init(
        code: String, board: LocalizedText, contact: LocalizedText? = nil, project: Project,
        schools: [School],
        classBands: [ClassBand], calendar: SemesterCalendar, lowMarkBelow: Int, targets: [Target],
        expectedDeliveries: [ExpectedDelivery], freshness: Freshness = Freshness(),
        indicatorLimits: IndicatorLimits = IndicatorLimits(),
        publication: Publication = Publication(),
        submission: SubmissionSettings = SubmissionSettings(), retention: Retention = Retention()
    ) {
        self.submission = submission
        self.publication = publication
        self.retention = retention
        self.code = code
        self.board = board
        self.contact = contact
        self.project = project
        self.schools = schools
        self.classBands = classBands
        self.calendar = calendar
        self.lowMarkBelow = lowMarkBelow
        self.targets = targets
        self.expectedDeliveries = expectedDeliveries
        self.freshness = freshness
        self.indicatorLimits = indicatorLimits
    }
}

/// What the query of an indicator may ask before it is taken for one without an end.
public struct IndicatorLimits: Hashable, Sendable {
    /// The largest number of seconds.
    public let querySeconds: Int
    /// The largest number of rows.
    public let queryRows: Int

    /// Creates limits; the defaults are far above what the evidence of a city takes.
    public init(querySeconds: Int = 60, queryRows: Int = 20_000_000) {
        self.querySeconds = querySeconds
        self.queryRows = queryRows
    }
}

/// The project whose support is counted.
public struct Project: Hashable, Sendable {
    /// The canonical number, `8.3.4.0/16/I/001`.
    public let number: String
    /// Other spellings of the number that are accepted on input.
    public let acceptedNumbers: [String]
    /// The full title.
    public let title: LocalizedText
    /// The short name, `PuMPuRS`.
    public let shortName: String
    /// The first day of the project.
    public let startsOn: CivilDate
    /// The last day of the project.
    public let endsOn: CivilDate
    /// The class levels that the project supports.
    public let levels: ClosedRange<Int>
    /// The sentence that names the Union and the fund.
    public let funding: LocalizedText
    /// The mark of the National Development Plan, or `nil` where the Board has supplied none.
    public let planMark: PictureFile?

    /// Creates a project.
    public init(
        number: String, acceptedNumbers: [String], title: LocalizedText, shortName: String,
        startsOn: CivilDate, endsOn: CivilDate, levels: ClosedRange<Int>, funding: LocalizedText,
        planMark: PictureFile? = nil
    ) {
        self.number = number
        self.acceptedNumbers = acceptedNumbers
        self.title = title
        self.shortName = shortName
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.levels = levels
        self.funding = funding
        self.planMark = planMark
    }
}

/// A band of class levels, such as 7 to 9.
public struct ClassBand: Hashable, Sendable {
    /// The code, `7-9`.
    public let code: String
    /// The name that reports show.
    public let name: LocalizedText
    /// The levels of the band.
    public let levels: ClosedRange<Int>

    /// Creates a band.
    public init(code: String, name: LocalizedText, levels: ClosedRange<Int>) {
        self.code = code
        self.name = name
        self.levels = levels
    }
}

/// A number that the project means to pass; a plan, never an observation.
public struct Target: Hashable, Sendable {
    /// The indicator whose city figure is compared.
    public let indicator: String
    /// The semester whose figure is compared.
    public let semester: Semester
    /// The target is reached when the figure is greater than this.
    public let moreThan: Int
    /// The day by which it is to be reached.
    public let by: CivilDate
    /// Where the target was announced.
    public let source: LocalizedText

    /// Creates a target.
    public init(
        indicator: String, semester: Semester, moreThan: Int, by: CivilDate, source: LocalizedText
    ) {
        self.indicator = indicator
        self.semester = semester
        self.moreThan = moreThan
        self.by = by
        self.source = source
    }
}

/// What a school owes for a semester.
public struct ExpectedDelivery: Hashable, Sendable {
    /// The code of the school.
    public let school: String
    /// The semester.
    public let semester: Semester
    /// The kinds of file, as the school's source definition names them.
    public let kinds: [String]
    /// The day from which it is late, where it has one of its own.
    public let warnOn: CivilDate?
    /// The day from which its absence is an error, where it has one of its own.
    public let errorOn: CivilDate?

    /// Creates an expected delivery.
    public init(
        school: String, semester: Semester, kinds: [String], warnOn: CivilDate? = nil,
        errorOn: CivilDate? = nil
    ) {
        self.warnOn = warnOn
        self.errorOn = errorOn
        self.school = school
        self.semester = semester
        self.kinds = kinds
    }
}

/// When a delivery that has not come is late: days after the semester's last school day.
public struct Freshness: Hashable, Sendable {
    /// The number of days after which a warning is given.
    public let warnAfterDays: Int
    /// The number of days after which it is an error.
    public let errorAfterDays: Int

    /// Creates bounds.
    public init(warnAfterDays: Int = 14, errorAfterDays: Int = 30) {
        self.warnAfterDays = warnAfterDays
        self.errorAfterDays = errorAfterDays
    }
}

extension Municipality {
    /// How late a delivery is that has not come.
    public enum Lateness: Int, Comparable, Sendable {
        /// It is not late yet.
        case due
        /// It is late.
        case late
        /// It is so late that something must be done.
        case overdue

        /// Whether one is less late than another.
        public static func < (first: Lateness, second: Lateness) -> Bool {
            first.rawValue < second.rawValue
        }
    }

    /// Returns how late a delivery is on a day when it has not come.
    public func lateness(of delivery: ExpectedDelivery, on day: CivilDate) -> Lateness {
        guard let end = calendar.period(of: delivery.semester)?.endsOn else { return .due }
        func isPast(_ own: CivilDate?, _ days: Int) -> Bool {
            own.map { day >= $0 } ?? (day.dayNumber > end.dayNumber + days)
        }
        if isPast(delivery.errorOn, freshness.errorAfterDays) { return .overdue }
        return isPast(delivery.warnOn, freshness.warnAfterDays) ? .late : .due
    }

    /// Returns the semesters that have ended before a day, oldest first.
    public func semestersDue(on day: CivilDate) -> [Semester] {
        calendar.periods.filter { $0.endsOn < day }.map(\.semester)
    }
}

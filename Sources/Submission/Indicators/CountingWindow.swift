import PupilSupport

/// The span that something is counted over.
struct CountingWindow: Hashable, Sendable {
    let type: PeriodType
    /// How the period is written in tables.
    let period: String
    private let semester: Semester
    private let year: Int
    /// Whether what came after the year is left out.
    private var endsWithYear = false

    private init(
        type: PeriodType, period: String, semester: Semester, year: Int, endsWithYear: Bool = false
    ) {
        self.type = type
        self.period = period
        self.semester = semester
        self.year = year
        self.endsWithYear = endsWithYear
    }

    /// The spans that are reported with a semester: the semester, the calendar year in which it ends as far
    /// as it has gone, and all since the beginning.
    ///
    /// With a calendar year only it is counted, and all since the beginning until it ends.
    static func all(of package: PackageCase) -> [CountingWindow] {
        if let year = package.reference.calendarYear, let semester = package.semester {
            return [PeriodType.calendarYear, .cumulative].map {
                CountingWindow(
                    type: $0, period: String(year), semester: semester, year: year,
                    endsWithYear: true)
            }
        }
        guard let semester = package.semester,
            let entry = package.reference.semesters.first(where: { $0.code == semester.code }),
            let end = CivilDate(iso: entry.endsOn)
        else { return [] }
        return [
            CountingWindow(
                type: .semester, period: semester.code, semester: semester, year: end.year),
            CountingWindow(
                type: .calendarYear, period: String(end.year), semester: semester, year: end.year),
            CountingWindow(
                type: .cumulative, period: semester.code, semester: semester, year: end.year),
        ]
    }

    /// One semester.
    static func semester(_ semester: Semester) -> CountingWindow {
        CountingWindow(type: .semester, period: semester.code, semester: semester, year: 0)
    }

    /// Whether something of a semester on a day falls into the span.
    func contains(_ term: Semester, _ day: CivilDate) -> Bool {
        switch type {
        case .semester: term == semester
        case .calendarYear: day.year == year
        case .cumulative: !endsWithYear || day.year <= year
        }
    }
}

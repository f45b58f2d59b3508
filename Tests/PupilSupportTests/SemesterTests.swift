import Testing

@testable import PupilSupport

struct SemesterTests {
    @Test func `a code is read`() {
        #expect(Semester(code: "2018-2019-2") == Semester(startYear: 2018, number: 2))
    }

    @Test(arguments: [
        "", "2018-2019", "2018-2020-1", "2018-2019-3", "2018-2019-0", "2018-2019-2-1",
        "18-19-1", "2018/2019/2", "2018-2019-02", "2018-2019-+2", " 2018-2019-2",
    ])
    func `other text is no code`(text: String) {
        #expect(Semester(code: text) == nil)
    }

    @Test func `a semester survives its stored value`() {
        #expect(Semester(storedValue: 20_182)?.code == "2018-2019-2")
    }

    @Test(arguments: [Int.min, -20_182, 0, 2018, 20_183, 20_180])
    func `an integer that names no semester is refused`(storedValue: Int) {
        #expect(Semester(storedValue: storedValue) == nil)
    }

    @Test func `the semester before the second is the first`() throws {
        #expect(try semester("2018-2019-2").previous.code == "2018-2019-1")
    }

    @Test func `the semester before the first is the second of the year before`() throws {
        #expect(try semester("2018-2019-1").previous.code == "2017-2018-2")
    }

    @Test func `a semester has a Latvian name`() throws {
        #expect(
            try semester("2018-2019-2").latvian == "2018./2019. mācību gada 2. semestris")
    }

    @Test func `a semester has an English name`() throws {
        #expect(try semester("2018-2019-2").english == "2018/2019, semester 2")
    }

    @Test func `autumn comes before spring, and spring before the next autumn`() throws {
        let codes = ["2019-2020-1", "2018-2019-1", "2018-2019-2"]
        #expect(
            try codes.map(semester).sorted().map(\.code)
                == ["2018-2019-1", "2018-2019-2", "2019-2020-1"])
    }
}

struct SemesterCalendarTests {
    private let calendar: SemesterCalendar
    private let spring: SemesterPeriod

    init() throws {
        spring = SemesterPeriod(
            semester: try semester("2018-2019-2"), startsOn: try day("2019-01-07"),
            endsOn: try day("2019-05-31"), endsByLevel: [9: try day("2019-05-17")],
            plansEndOn: try day("2019-08-31"),
            holidays: [
                Holiday(from: try day("2019-03-11"), until: try day("2019-03-15"), levels: 1...11),
                Holiday(from: try day("2019-04-18"), until: try day("2019-04-22")),
            ])
        let autumn = SemesterPeriod(
            semester: try semester("2018-2019-1"), startsOn: try day("2018-09-03"),
            endsOn: try day("2018-12-21"), plansEndOn: try day("2018-12-31"))
        calendar = SemesterCalendar(periods: [spring, autumn])
    }

    @Test func `periods are kept oldest first`() {
        #expect(calendar.periods.map(\.semester.code) == ["2018-2019-1", "2018-2019-2"])
    }

    @Test func `a period is found by its semester`() {
        #expect(calendar.period(of: spring.semester) == spring)
    }

    @Test func `a semester that the calendar lacks has no period`() throws {
        #expect(try calendar.period(of: semester("2019-2020-1")) == nil)
    }

    @Test(arguments: ["2019-01-07", "2019-05-31", "2019-08-31"])
    func `a day belongs to a semester as far as plans may reach`(text: String) throws {
        #expect(try calendar.semester(on: day(text)) == spring.semester)
    }

    @Test(arguments: ["2018-09-02", "2019-01-01", "2019-01-06", "2019-09-01"])
    func `a day between semesters belongs to none`(text: String) throws {
        #expect(try calendar.semester(on: day(text)) == nil)
    }

    @Test func `a period contains its last day of plans and no day behind it`() throws {
        #expect(try spring.contains(day("2019-08-31")))
        #expect(try !spring.contains(day("2019-09-01")))
    }

    @Test func `a level may have a last school day of its own`() throws {
        #expect(try spring.lastSchoolDay(ofLevel: 9) == day("2019-05-17"))
    }

    @Test func `other levels end with the semester`() throws {
        #expect(try spring.lastSchoolDay(ofLevel: 8) == day("2019-05-31"))
    }

    @Test func `holidays free the levels that they name`() throws {
        #expect(try spring.holidays[0].covers(day("2019-03-11"), level: 11))
    }

    @Test func `holidays leave other levels at school`() throws {
        #expect(try !spring.holidays[0].covers(day("2019-03-11"), level: 12))
    }

    @Test func `without a level holidays free whoever they name`() throws {
        #expect(try spring.holidays[0].covers(day("2019-03-15"), level: nil))
    }

    @Test func `holidays without levels free all`() throws {
        #expect(try spring.holidays[1].covers(day("2019-04-22"), level: 12))
    }

    @Test func `holidays end with their last day`() throws {
        #expect(try !spring.holidays[1].covers(day("2019-04-23"), level: nil))
    }
}

/// Returns a semester from its code.
func semester(_ code: String) throws -> Semester {
    try #require(Semester(code: code))
}

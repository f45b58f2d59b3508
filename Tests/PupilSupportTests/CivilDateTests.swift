import Testing

@testable import PupilSupport

struct CivilDateTests {
    @Test func `a century year is no leap year`() {
        #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    }

    @Test func `a fourth century year is a leap year`() {
        #expect(CivilDate(year: 2000, month: 2, day: 29)?.storedValue == 20_000_229)
    }

    @Test func `a year that four divides is a leap year`() {
        #expect(CivilDate.daysInMonth(2, of: 2020) == 29)
    }

    @Test func `a common February has 28 days`() {
        #expect(CivilDate(year: 2019, month: 2, day: 29) == nil)
    }

    @Test func `the months of a common year have 365 days`() {
        #expect((1...12).map { CivilDate.daysInMonth($0, of: 2019) }.reduce(0, +) == 365)
    }

    @Test(arguments: [(1799, 12, 31), (2200, 1, 1), (2019, 0, 1), (2019, 13, 1), (2019, 1, 0)])
    func `what the calendar lacks is no day`(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [Int.min, -20_190_531, 0, 20_190_000, 20_191_301, 20_190_230])
    func `an integer that names no day is refused`(storedValue: Int) {
        #expect(CivilDate(storedValue: storedValue) == nil)
    }

    @Test func `a day survives its stored value`() {
        #expect(CivilDate(storedValue: 20_190_531)?.description == "2019-05-31")
    }

    @Test func `ISO text is read`() {
        #expect(
            CivilDate(iso: "2019-05-31") == CivilDate(year: 2019, month: 5, day: 31))
    }

    @Test(arguments: [
        "", "2019-5-31", "2019-05-31.", "31.05.2019.", "2019-05", "2019-02-30", "+019-05-31",
        "2019-05-31-01", "２０１９-05-31",
    ])
    func `other text is no ISO day`(text: String) {
        #expect(CivilDate(iso: text) == nil)
    }

    @Test func `the parts of a day are told apart`() throws {
        let day = try day("2019-05-31")
        #expect([day.year, day.month, day.day] == [2019, 5, 31])
    }

    @Test func `a day is written in Latvian with two digits and a final full stop`() throws {
        #expect(try day("2019-02-03").latvian == "03.02.2019.")
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2019-05-31", 18_047),
        ("1800-01-01", -62_091),
    ])
    func `days are numbered from 1 January 1970`(text: String, number: Int) throws {
        #expect(try day(text).dayNumber == number)
    }

    @Test func `the numbers of neighbouring days differ by one for four centuries`() {
        var last: Int?
        for year in 1800...2199 {
            for month in 1...12 {
                for day in 1...CivilDate.daysInMonth(month, of: year) {
                    let number = CivilDate(year: year, month: month, day: day)?.dayNumber
                    if let last, number != last + 1 {
                        Issue.record("\(year)-\(month)-\(day) has the number \(number ?? 0)")
                    }
                    last = number
                }
            }
        }
        #expect(last == 84_005)
    }

    @Test(arguments: [
        ("2019-05-31", 5), ("1970-01-01", 4), ("2018-09-02", 7), ("2018-09-03", 1),
        ("1969-12-28", 7), ("1969-12-22", 1), ("1969-12-21", 7), ("1900-01-01", 1),
    ])
    func `weekdays run from Monday 1 to Sunday 7`(text: String, weekday: Int) throws {
        #expect(try day(text).weekday == weekday)
    }

    @Test func `weekdays before 1970 lie between 1 and 7`() {
        let days = (1...31).compactMap { CivilDate(year: 1969, month: 12, day: $0) }
        #expect(Set(days.map(\.weekday)) == Set(1...7))
    }

    @Test func `an earlier day is less than a later one`() throws {
        #expect(try day("2018-12-31") < day("2019-01-01"))
    }
}

/// Returns a day from its ISO text.
func day(_ iso: String) throws -> CivilDate {
    try #require(CivilDate(iso: iso))
}

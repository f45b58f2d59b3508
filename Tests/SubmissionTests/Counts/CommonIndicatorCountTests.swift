import PupilSupport
import Testing

@testable import Submission

/// Numbers counted by hand from the table of ``SoundPackage``.
struct CommonIndicatorCountTests {
    private func output(
        _ code: String, _ type: PeriodType, _ school: String = "Total",
        in package: SoundPackage = SoundPackage()
    ) -> [Int?] {
        package.counted.output.first { $0.value.isOf(code, type, school) }?.people ?? []
    }

    private func result(
        _ code: String, _ type: PeriodType, _ school: String = "Total",
        in package: SoundPackage = SoundPackage()
    ) -> [Int?] {
        package.counted.result.first { $0.value.isOf(code, type, school) }?.people ?? []
    }

    // Women, men and all, in this order.

    @Test func `participants stand in the semester of their first entry`() {
        // p4, p5 and p6; p2 had entered before.
        #expect(output("TOTAL", .semester) == [2, 1, 3])
        #expect(output("TOTAL", .semester, "jaundubulti") == [1, 1, 2])
        #expect(output("TOTAL", .semester, "sloka") == [1, 0, 1])
    }

    @Test func `participants of the calendar year are those that entered in it`() {
        #expect(output("TOTAL", .calendarYear) == [2, 1, 3])
    }

    @Test func `who comes again next semester is one participant since the beginning`() {
        #expect(output("TOTAL", .cumulative) == [4, 2, 6])
        #expect(output("GRAND-TOTAL", .cumulative) == [4, 2, 6])
    }

    @Test func `who is supported at two schools is a participant of the first`() {
        #expect(output("TOTAL", .cumulative, "jaundubulti") == [2, 2, 4])
        #expect(output("TOTAL", .cumulative, "sloka") == [2, 0, 2])
    }

    @Test func `pupils are inactive, in education and below 25`() {
        #expect(output("CO03", .cumulative) == [4, 2, 6])
        #expect(output("CO06", .cumulative) == [4, 2, 6])
        for code in ["CO01", "CO02", "CO04", "CO05", "CO07", "CO08", "CO10", "CO11"] {
            #expect(output(code, .cumulative) == [0, 0, 0])
        }
    }

    @Test func `pupils of classes 5 and 6 are in the total and in no level of education`() {
        // p1 is in class 5, p5 in class 6; p3 and p6 are girls, p2 and p4 boys of higher classes.
        #expect(output("CO09", .cumulative) == [2, 2, 4])
        #expect(output("CO09", .semester, "sloka") == [0, 0, 0])
        #expect(output("TOTAL", .semester, "sloka") == [1, 0, 1])
    }

    @Test func `the later period counts classes 5 and 6 in the lowest level`() {
        var package = SoundPackage()
        package.reference.indicatorSet = .esfPlus2021
        #expect(output("EECO09", .cumulative, in: package) == [4, 2, 6])
        #expect(output("EECO01", .cumulative, in: package) == [4, 2, 6])
        #expect(output("EECO06", .cumulative, in: package) == [4, 2, 6])
    }

    @Test func `an incomplete record stands in the grand total alone`() {
        var package = SoundPackage()
        package[pupil: 5].education = nil
        package[pupil: 5].isComplete = false
        package[pupil: 5].missingFields = ["isced_completed"]
        #expect(output("GRAND-TOTAL", .semester, in: package) == [2, 1, 3])
        #expect(output("TOTAL", .semester, in: package) == [1, 1, 2])
        #expect(output("CO03", .semester, in: package) == [1, 1, 2])
        #expect(output("CO06", .semester, in: package) == [1, 1, 2])
    }

    @Test func `somebody whose sex is not known is in the grand total of all`() {
        var package = SoundPackage()
        package[pupil: 5].sex = nil
        package[pupil: 5].isComplete = false
        package[pupil: 5].missingFields = ["sex"]
        #expect(output("GRAND-TOTAL", .semester, in: package) == [1, 1, 3])
    }

    @Test func `a refused sensitive answer leaves the record complete and counts as no`() {
        // p2 refused two answers.
        #expect(output("CO03", .cumulative, "jaundubulti") == [2, 2, 4])
        #expect(output("CO16", .cumulative) == [0, 0, 0])
    }

    @Test func `only a yes counts among sensitive answers`() {
        #expect(output("CO15", .cumulative) == [1, 0, 1])
        #expect(output("CO15", .semester) == [0, 0, 0])
        #expect(output("CO17", .cumulative) == [0, 0, 0])
    }

    @Test func `those that left stand in the period of their last exit`() {
        // p2, p4 and p5 left on 31 May, p1 and p3 in December; p6 goes on.
        #expect(result("LEAVERS", .semester) == [1, 2, 3])
        #expect(result("LEAVERS", .calendarYear) == [1, 2, 3])
        #expect(result("LEAVERS", .cumulative) == [3, 2, 5])
    }

    @Test func `results stand in the period of the last exit`() {
        #expect(result("CR03", .cumulative) == [1, 0, 1])
        #expect(result("CR05", .cumulative, "sloka") == [1, 0, 1])
        #expect(result("CR03", .semester) == [0, 0, 0])
    }

    @Test(arguments: ["2019-06-28", "2019-06-29"])
    func `a result on day 28 counts, and so does a late one on day 29`(recorded: String) {
        var package = SoundPackage()
        package[outcome: "sloka-2-2"].recordedOn = day(recorded)
        package[outcome: "sloka-2-2"].commonResults = ["CR03"]
        #expect(result("CR03", .semester, in: package) == [1, 0, 1])
    }

    @Test func `the result after a re-entry takes the place of the earlier one`() {
        var package = SoundPackage()
        package[outcome: "jaundubulti-1-2"].commonResults = ["CR03"]
        package[outcome: "jaundubulti-2-1"].commonResults = ["CR04"]
        #expect(result("CR03", .cumulative, in: package) == [1, 0, 1])
        #expect(result("CR04", .cumulative, in: package) == [0, 1, 1])
    }

    @Test func `an earlier result does not count where nothing is known of the last plan`() {
        var package = SoundPackage()
        package[outcome: "jaundubulti-1-2"].commonResults = ["CR03"]
        package.content.outcomes.removeAll { $0.plan == "jaundubulti-2-1" }
        #expect(result("CR03", .cumulative, in: package) == [1, 0, 1])
    }

    @Test func `a plan without sessions that count is not the last one`() {
        var package = SoundPackage()
        var plan = package[plan: "sloka-1-1"]
        plan.id = "sloka-2-3"
        plan.semester = 2
        plan.startsOn = day("2019-01-18")
        plan.endsOn = day("2019-05-31")
        package.content.participations.append(plan)
        #expect(result("CR03", .cumulative, in: package) == [1, 0, 1])
    }

    @Test func `results at two schools that end together count both`() {
        var package = SoundPackage()
        package[outcome: "jaundubulti-2-2"].commonResults = ["CR03"]
        package[outcome: "sloka-2-1"].commonResults = ["CR04"]
        #expect(result("CR03", .semester, in: package) == [0, 1, 1])
        #expect(result("CR04", .semester, in: package) == [0, 1, 1])
    }

    @Test func `who goes on has no result`() {
        var package = SoundPackage()
        package[outcome: "jaundubulti-2-3"].commonResults = ["CR03"]
        #expect(result("CR03", .semester, in: package) == [0, 0, 0])
    }

    @Test func `every indicator is there, zero where there is nothing`() {
        let figures = SoundPackage().counted
        // 20 codes, the total and the grand total; 9 codes and those that left; 3 periods, 3 rows each.
        #expect(figures.output.count == 22 * 9)
        #expect(figures.result.count == 10 * 9)
    }

    @Test func `a package without the Fund's figures has none`() {
        var package = SoundPackage()
        package.reference.indicatorSet = nil
        #expect(package.counted.output.isEmpty)
        #expect(package.counted.result.isEmpty)
        #expect(!package.counted.project.isEmpty)
    }

    @Test func `an entry in the first year is no entry of the calendar year`() {
        #expect(output("TOTAL", .calendarYear, "jaundubulti") == [1, 1, 2])
    }

    @Test(arguments: [
        ("2009-02-08", 10), ("2009-02-09", 9), ("2008-03-01", 10), ("2009-01-31", 10),
    ])
    func `the age at entry is in whole years on the day`(born: String, age: Int) {
        // p5 entered on 8 February 2019.
        var person = SoundPackage()[pupil: 5]
        person.birthDate = day(born)
        #expect(person.ageAtEntry == age)
    }
}

extension IndicatorRecord {
    /// Women, men and all.
    var people: [Int?] { [value.women, value.men, value.total] }
}

import PupilSupport
import Testing

@testable import Submission

/// A town that is small enough to count by hand: pupils 1, 2 and 3 are supported in 2018, 2, 4, 5 and 6 in 2019.
struct YearFiguresTests {
    private func figures(of year: Int) -> YearFigures {
        var reference = SoundContent.reference
        reference.calendarYear = year
        return YearFigures(counting: SoundContent.content, reference, as: .final)
    }

    private func item(_ item: String, _ type: PeriodType, in year: Int) -> Int? {
        figures(of: year).item(item, type)
    }

    @Test func `a year counts the pupils of its own days`() {
        #expect(item("supported", .calendarYear, in: 2018) == 3)
        #expect(item("supported", .calendarYear, in: 2019) == 4)
    }

    @Test func `who was supported in both years is new in the first and returning in the second`() {
        #expect(item("new", .calendarYear, in: 2018) == 3)
        #expect(item("new", .calendarYear, in: 2019) == 3)
        #expect(item("returning", .calendarYear, in: 2019) == 1)
    }

    @Test func `who was at two schools is counted once in the city`() {
        #expect(item("sum_of_schools", .calendarYear, in: 2019) == 5)
        #expect(item("duplicates", .calendarYear, in: 2019) == 1)
    }

    @Test func `all since the beginning end with the year`() {
        #expect(item("grand_total", .cumulative, in: 2018) == 3)
        #expect(item("grand_total", .cumulative, in: 2019) == 6)
        #expect(figures(of: 2018).total("LV-834-SESSIONS", .cumulative)?.total == 3)
        #expect(figures(of: 2019).total("LV-834-SESSIONS", .cumulative)?.total == 9)
    }

    @Test func `girls and boys are told apart`() {
        let value = figures(of: 2019).total("LV-834-PARTICIPANTS", .calendarYear)
        #expect(value?.women == 2)
        #expect(value?.men == 2)
    }

    @Test func `units are the minutes of eligible sessions`() {
        let rows = figures(of: 2018).units.filter {
            $0.school == "Total" && $0.periodType == .calendarYear
        }
        #expect(rows.map(\.measure) == ["consultation"])
        #expect(rows.first?.sessions == 3)
        #expect(rows.first?.units == 210)
        #expect(rows.first?.notEligible == 0)
    }

    @Test func `what was given beyond a plan is told apart from what is eligible`() {
        var content = SoundContent.content
        content.consultations[1].isEligible = false
        content.consultations[1].reason = .overPlan
        var reference = SoundContent.reference
        reference.calendarYear = 2018
        let units = YearFigures(counting: content, reference, as: .final).units
        let row = units.first { $0.school == "Total" && $0.periodType == .calendarYear }
        #expect(row?.units == 150)
        #expect(row?.notEligible == 60)
    }

    @Test func `a semester is counted as ever while no year is named`() {
        let package = PackageCase(content: SoundContent.content, reference: SoundContent.reference)
        let counted = PackageAggregates(counting: package)
        #expect(Set(counted.project.compactMap(\.value.periodType)).count == 3)
    }

    // MARK: - What changed

    @Test func `two years are compared by what was counted within them`() throws {
        let rows = YearChanges(of: figures(of: 2019), as: .final).sinceYear(figures(of: 2018), 2018)
        #expect(rows.allSatisfy { $0.periodType == .calendarYear && $0.causes == ["other_year"] })
        let row = try #require(
            rows.first { $0.code == "supported" && $0.school == "Total" })
        #expect(row.old == 3)
        #expect(row.new == 4)
    }

    @Test func `the same figures have no differences`() {
        let causes = YearCauses(from: manifest(), to: manifest())
        let rows = YearChanges(of: figures(of: 2019), as: .final)
            .since(figures(of: 2019), named: "r01", causes: causes)
        #expect(rows.isEmpty)
    }

    // MARK: - Causes

    private func input(
        _ school: String, _ semester: String?, _ sha256: String, rejected: Int = 0
    ) -> PackageManifest.Input {
        PackageManifest.Input(
            schools: [school], semester: semester, file: "a.csv", sha256: sha256, rowsRead: 10,
            rowsAccepted: 10 - rejected, rowsRejected: rejected, rowsIgnored: 0, source: school,
            kind: "consultations")
    }

    private func manifest(
        _ inputs: [PackageManifest.Input] = [], definitions: String = "d"
    ) -> YearManifest {
        var reference = SoundContent.reference
        reference.calendarYear = 2019
        return YearManifest(
            name: YearName(
                operation: "8.3.4.0/16/I/001", municipality: "JURMALA", year: 2019, revision: 1,
                isPreliminary: false), supersedes: nil, state: .final,
            reporter: .init(code: "jurmala", name: "Pārvalde"), dataAsOf: "2019-05-31",
            generatedAt: nil, software: .init(name: "pumpurs", version: "1"),
            sensitiveIncluded: false, definitions: definitions, inputs: inputs,
            semesters: [
                YearSemester(
                    semester: "2018-2019-2", from: "2019-01-07", until: "2019-08-31",
                    state: .sealed,
                    package: nil, expected: 0, missing: [], heldBack: 0)
            ], reference: reference,
            content: YearContent(figures: figures(of: 2019), changes: []))
    }

    private func causes(
        _ old: [PackageManifest.Input], _ new: [PackageManifest.Input], of school: String,
        isOfYear: Bool = true
    ) -> [YearCause] {
        YearCauses(from: manifest(old), to: manifest(new)).of(school, isOfYear: isOfYear)
    }

    @Test func `a file with other bytes is a correction for its school and the city`() {
        let (old, new) = (
            [input("sloka", "2018-2019-2", "a")], [input("sloka", "2018-2019-2", "b")]
        )
        #expect(causes(old, new, of: "sloka") == [.correction])
        #expect(causes(old, new, of: "Total") == [.correction])
        #expect(causes(old, new, of: "jaundubulti").isEmpty)
    }

    @Test
    func `a file of which there was none is a late delivery, and one that is gone is withdrawn`() {
        let file = [input("sloka", "2018-2019-2", "a")]
        #expect(causes([], file, of: "sloka") == [.lateDelivery])
        #expect(causes(file, [], of: "sloka") == [.withdrawn])
    }

    @Test func `the same file with other records that count was judged anew`() {
        #expect(
            causes(
                [input("sloka", "2018-2019-2", "a")],
                [input("sloka", "2018-2019-2", "a", rejected: 1)], of: "sloka") == [.judgedAnew])
    }

    @Test func `a file of an earlier year moves only what is counted since the beginning`() {
        let (old, new) = (
            [input("sloka", "2018-2019-1", "a")], [input("sloka", "2018-2019-1", "b")]
        )
        #expect(causes(old, new, of: "sloka").isEmpty)
        #expect(causes(old, new, of: "sloka", isOfYear: false) == [.correction])
    }

    @Test func `other definitions may have moved every figure`() {
        let causes = YearCauses(from: manifest(), to: manifest(definitions: "e"))
        #expect(causes.of("sloka", isOfYear: true) == [.definitions])
    }
}

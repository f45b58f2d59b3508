import PupilSupport
import Testing

@testable import Submission

/// Numbers counted by hand from the table of ``SoundPackage``.
struct ReconciliationCountTests {
    private func value(
        _ item: String, _ type: PeriodType, _ school: String = "Total",
        in package: SoundPackage = SoundPackage()
    ) -> Int? {
        package.counted.reconciliation.first {
            $0.item == item && $0.periodType == type && $0.school == school
        }?.value
    }

    @Test func `participants stand at the school of their first entry`() {
        #expect(value("grand_total", .cumulative) == 6)
        #expect(value("grand_total", .cumulative, "jaundubulti") == 4)
        #expect(value("grand_total", .cumulative, "sloka") == 2)
    }

    @Test func `complete and incomplete records are the grand total`() {
        var package = SoundPackage()
        package[pupil: 5].birthDate = nil
        package[pupil: 5].isComplete = false
        #expect(value("complete", .cumulative, in: package) == 5)
        #expect(value("incomplete", .cumulative, in: package) == 1)
        #expect(value("incomplete", .cumulative, "sloka", in: package) == 1)
        #expect(value("incomplete", .cumulative, "jaundubulti", in: package) == 0)
    }

    @Test func `a pupil at two schools is one duplicate`() {
        #expect(value("supported", .semester) == 4)
        #expect(value("supported", .semester, "jaundubulti") == 3)
        #expect(value("supported", .semester, "sloka") == 2)
        #expect(value("sum_of_schools", .semester) == 5)
        #expect(value("duplicates", .semester) == 1)
    }

    @Test func `who comes again is returning, the others are new`() {
        #expect(value("before", .cumulative) == 3)
        #expect(value("new", .semester) == 3)
        #expect(value("returning", .semester) == 1)
    }

    @Test func `semesters sum up to more than the people, by those who came again`() {
        #expect(value("sum_of_semesters", .cumulative) == 7)
        #expect(value("largest_semester", .cumulative) == 4)
    }

    @Test func `who comes again at another school is returning too`() {
        var package = SoundPackage()
        package[plan: "jaundubulti-2-1"].school = "sloka"
        #expect(value("returning", .semester, in: package) == 1)
        #expect(value("supported", .semester, "sloka", in: package) == 3)
    }

    @Test func `sessions that do not count support nobody`() {
        var package = SoundPackage()
        package[session: "s04"].isEligible = false
        #expect(value("supported", .semester, in: package) == 3)
        #expect(value("returning", .semester, in: package) == 0)
    }
}

import PupilSupport
import Testing

@testable import Submission

/// Numbers counted by hand from the sessions of ``SoundContent``.
struct ProjectIndicatorCountTests {
    private func row(
        _ name: String, _ type: PeriodType, _ school: String, in package: SoundPackage
    ) -> ProjectIndicatorRow? {
        package.counted.project.first { $0.value.isOf("LV-834-\(name)", type, school) }
    }

    private func total(
        _ name: String, _ type: PeriodType = .semester, _ school: String = "Total",
        in package: SoundPackage = SoundPackage()
    ) -> Int? {
        row(name, type, school, in: package)?.value.total
    }

    @Test func `a pupil at two schools counts at each, and once in the municipality`() {
        #expect(total("PARTICIPANTS") == 4)
        #expect(total("PARTICIPANTS", .semester, "jaundubulti") == 3)
        #expect(total("PARTICIPANTS", .semester, "sloka") == 2)
    }

    @Test func `women and men are told apart`() {
        let people = row("PARTICIPANTS", .semester, "Total", in: SoundPackage())?.people
        #expect(people == [2, 2, 4])
    }

    @Test func `who comes again counts in both semesters and once since the beginning`() {
        #expect(total("PARTICIPANTS", .cumulative) == 6)
    }

    @Test func `somebody with an incomplete record is supported all the same`() {
        var package = SoundPackage()
        package[pupil: 5].sex = nil
        package[pupil: 5].isComplete = false
        let people = row("PARTICIPANTS", .semester, "Total", in: package)?.people
        #expect(people == [1, 2, 4])
    }

    @Test func `pupils are counted by class, risk and measure`() {
        #expect(total("PARTICIPANTS-CLASS-BAND-5-6") == 1)
        #expect(total("PARTICIPANTS-CLASS-BAND-7-12") == 3)
        #expect(total("PARTICIPANTS-RISK-FAMILY") == 1)
        #expect(total("PARTICIPANTS-RISK-LEARNING") == 4)
        #expect(total("PARTICIPANTS-MEASURE-CONSULTATION") == 3)
        #expect(total("PARTICIPANTS-MEASURE-PSYCHOLOGIST") == 2)
    }

    @Test func `teachers are counted once, whatever the number of schools`() {
        #expect(total("TEACHERS") == 3)
        #expect(total("TEACHERS", .semester, "jaundubulti") == 2)
        #expect(total("TEACHERS", .semester, "sloka") == 2)
        #expect(total("TEACHERS-ROLE-TEACHER") == 2)
        #expect(total("TEACHERS-ROLE-PSYCHOLOGIST") == 1)
    }

    @Test func `pairs are of one teacher and one pupil`() {
        // t1 with p2 and p4, t3 with p6 and p5, t2 with p4 and p5.
        #expect(total("TEACHER-PUPIL-PAIRS") == 6)
        #expect(total("TEACHER-PUPIL-PAIRS", .cumulative) == 8)
    }

    @Test func `sessions and minutes are those that count`() {
        #expect(total("SESSIONS") == 6)
        #expect(total("MINUTES") == 360)
        #expect(total("MINUTES", .semester, "jaundubulti") == 165)
        #expect(total("MINUTES", .semester, "sloka") == 195)
        #expect(total("SESSIONS", .cumulative) == 9)
        #expect(total("MINUTES", .cumulative) == 570)
        #expect(total("MINUTES-SUBJECT-MATHEMATICS") == 270)
    }

    @Test func `a session the day before the approval does not count`() {
        // The session s10; with it there were seven.
        #expect(total("SESSIONS", .semester, "jaundubulti") == 3)
        var package = SoundPackage()
        package[session: "s10"].isEligible = true
        #expect(total("SESSIONS", .semester, "jaundubulti", in: package) == 4)
    }

    @Test func `a remote session without an order that is not eligible does not count`() {
        var package = SoundPackage()
        package[session: "s08"].order = ""
        package[session: "s08"].isEligible = false
        package[session: "s08"].reason = .remoteWithoutOrder
        #expect(total("SESSIONS", in: package) == 5)
        #expect(total("PARTICIPANTS", in: package) == 4)
        #expect(total("TEACHERS", .semester, "sloka", in: package) == 1)
    }

    @Test func `a remote session without a named order counts while it is eligible`() {
        var package = SoundPackage()
        package[session: "s08"].order = ""
        #expect(total("SESSIONS", in: package) == 6)
    }

    @Test func `what was given under a plan before it was suspended counts`() {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].status = "interrupted"
        package[session: "s09"].isEligible = false
        package[session: "s09"].reason = .suspendedPlan
        #expect(total("SESSIONS", in: package) == 5)
        #expect(total("PARTICIPANTS", in: package) == 4)
        #expect(total("PLANS", in: package) == 5)
        #expect(total("PLANS-INTERRUPTED", in: package) == 1)
        #expect(total("PLANS-COMPLETED", in: package) == 4)
    }

    @Test func `plans are those whose status counts`() {
        #expect(total("PLANS") == 5)
        #expect(total("PLANS", .cumulative) == 8)
        #expect(total("PLANS", .calendarYear) == 5)
        #expect(total("PLANS-COMPLETED") == 5)
        #expect(total("PLANS-INTERRUPTED") == 0)
        var package = SoundPackage()
        package[plan: "sloka-2-2"].status = "draft"
        #expect(total("PLANS", in: package) == 4)
    }

    @Test func `planned minutes and results are those of plans`() {
        #expect(total("MINUTES-PLANNED") == 600)
        #expect(total("MINUTES-PLANNED-MEASURE-PSYCHOLOGIST") == 0)
        #expect(total("PLAN-RESULTS") == 5)
        #expect(total("PLAN-RESULTS-OUTCOME-IMPROVED") == 3)
        #expect(total("PLAN-RESULTS-OUTCOME-NOT-COMPARABLE") == 1)
        #expect(total("PLAN-RESULTS-CONTINUATION-CONTINUES") == 1)
    }

    @Test func `marks and absences are a pupil's, before and after`() {
        #expect(total("LOW-MARKS-BEFORE") == 3)
        #expect(total("LOW-MARKS-AFTER") == 1)
        #expect(total("PUPILS-WITH-LOW-MARKS-BEFORE") == 1)
        #expect(total("PUPILS-WITH-FEWER-LOW-MARKS") == 1)
        #expect(total("PUPILS-WITH-MORE-LOW-MARKS") == 0)
        #expect(total("MISSED-LESSONS-BEFORE") == 10)
        #expect(total("MISSED-LESSONS-AFTER") == 12)
        #expect(total("PUPILS-MISSING-FEWER") == 0)
        #expect(total("PUPILS-MISSING-MORE") == 1)
    }

    @Test func `what is known of one semester alone is not compared`() {
        var package = SoundPackage()
        package[outcome: "jaundubulti-2-1"].lowMarksBefore = nil
        #expect(total("LOW-MARKS-AFTER", in: package) == 0)
        #expect(total("PUPILS-WITH-FEWER-LOW-MARKS", in: package) == 0)
    }

    @Test func `a pupil with plans at two schools has marks once`() {
        var package = SoundPackage()
        for plan in ["jaundubulti-2-2", "sloka-2-1"] {
            package[outcome: plan].lowMarksBefore = 2
            package[outcome: plan].lowMarksAfter = 1
        }
        #expect(total("LOW-MARKS-BEFORE", in: package) == 5)
        #expect(total("PUPILS-WITH-FEWER-LOW-MARKS", in: package) == 2)
    }

    @Test func `sessions of a calendar year are those of its days`() {
        var package = SoundPackage()
        package[plan: "sloka-1-1"].endsOn = day("2019-01-31")
        package.add(session: "s11", like: "s03") { $0.date = day("2019-01-10") }
        #expect(total("SESSIONS", .calendarYear, in: package) == 7)
        #expect(total("SESSIONS", .semester, in: package) == 6)
    }

    @Test func `a code has the breakdown and the category in it`() {
        let labels = SoundPackage().counted.project.filter {
            $0.value.isOf("LV-834-PARTICIPANTS-RISK-FAMILY", .semester, "Total")
        }.map(\.value.label)
        #expect(labels == ["Atbalstītie skolēni: ģimene"])
    }
}

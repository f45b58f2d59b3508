import PupilSupport
import Testing

@testable import Submission

struct VAL51SessionUnderPlanTests {
    @Test(arguments: ["2019-01-18", "2019-05-31"])
    func `sessions on the day of approval and on the plan's last day are in order`(date: String) {
        var package = SoundPackage()
        package.move("s09", to: date)
        #expect(package.found.isEmpty)
    }

    @Test func `a session the day before the head approved the plan is found`() {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].headApprovedOn = day("2019-01-21")
        package.move("s09", to: "2019-01-20")
        #expect(
            package.found.filter { !$0.hasPrefix("VAL-53") } == [
                "VAL-51 error consultations s09 sloka: given on 2019-01-20, the head approved the plan on 2019-01-21"
            ])
    }

    @Test func `a session outside the plan's days is found`() {
        var package = SoundPackage()
        package.move("s09", to: "2019-06-03")
        #expect(
            package.found == [
                "VAL-51 error consultations s09 sloka: given on 2019-06-03, the plan runs from 2019-01-18 to 2019-05-31"
            ])
    }

    @Test func `a session that counts under no plan of the package is found`() {
        var package = SoundPackage()
        package.add(session: "s11", like: "s09") { $0.plan = "sloka-2-9" }
        #expect(package.found == ["VAL-51 error consultations s11: the package has no such plan"])
    }

    @Test func `a session that does not count under no plan is in order`() {
        var package = SoundPackage()
        package.add(session: "s11", like: "s09") { session in
            session.plan = ""
            session.isEligible = false
            session.reason = .outsidePlan
        }
        #expect(package.found.isEmpty)
    }

    @Test func `a session that does not count and does not say why is found`() {
        var package = SoundPackage()
        package[session: "s10"].reason = nil
        #expect(
            package.found == [
                "VAL-51 error consultations s10 jaundubulti: not eligible, but no reason is given"
            ])
    }

    @Test func `a session that counts and says why not is found`() {
        var package = SoundPackage()
        package[session: "s09"].reason = .overlap
        #expect(
            package.found == [
                "VAL-51 error consultations s09 sloka: eligible, but a reason against it is given too"
            ])
    }

    @Test func `a session that counts without a date is found`() {
        var package = SoundPackage()
        package.add(session: "s11", like: "s09") { $0.date = nil }
        #expect(
            package.found == [
                "VAL-51 error consultations s11 sloka: the session has no date, or the plan no days"
            ])
    }

    @Test func `a plan with sessions whose pupil is no participant is found once`() {
        var package = SoundPackage()
        package.remove(pupils: [5])
        #expect(
            package.found.filter { $0.hasPrefix("VAL-51") } == [
                "VAL-51 error participations sloka-2-2 sloka: the plan has eligible sessions, but its pupil is no participant"
            ])
    }
}

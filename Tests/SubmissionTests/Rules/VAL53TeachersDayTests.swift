import PupilSupport
import Testing

@testable import Submission

struct VAL53TeachersDayTests {
    /// A package with one more session, and its minutes on the time sheet.
    private func package(
        _ like: String, _ change: (inout Consultation) -> Void
    ) -> SoundPackage {
        var package = SoundPackage()
        package.add(session: "s11", like: like, change)
        let session = package[session: "s11"]
        package.addWork(of: session, at: package[plan: session.plan].school)
        return package
    }

    @Test func `sessions one after the other do not overlap`() {
        #expect(package("s09") { $0.start = "15:00" }.found.isEmpty)
    }

    @Test func `sessions of one teacher that overlap are doubtful, the later one is the hit`() {
        let package = package("s09") { session in
            session.start = "14:59"
            session.plan = "sloka-2-1"
        }
        #expect(
            package.found == [
                "VAL-53 warning consultations s11 sloka: overlaps with another session of the same teacher"
            ])
    }

    @Test func `sessions of one pupil that overlap are doubtful, at two schools too`() {
        var package = SoundPackage()
        package[session: "s05"].start = "10:00"
        package[session: "s07"].start = "10:59"
        package.move("s07", to: "2019-02-05")
        #expect(
            package.found == [
                "VAL-53 warning consultations s07 sloka: overlaps with another session of the same pupil"
            ])
    }

    @Test func `a short session within a long one overlaps, and so does one behind it`() {
        var package = package("s09") { session in
            session.start = "14:10"
            session.minutes = 10
            session.plan = "sloka-2-1"
        }
        package.add(session: "s12", like: "s09") { $0.start = "14:40" }
        package.addWork(of: package[session: "s12"], at: "sloka")
        #expect(
            package.found == [
                "VAL-53 warning consultations s11 sloka: overlaps with another session of the same teacher",
                "VAL-53 warning consultations s12 sloka: overlaps with another session of the same teacher",
            ])
    }

    @Test func `sessions without a time of day are not known to overlap`() {
        #expect(package("s07") { _ in }.found.isEmpty)
    }

    @Test func `eight hours in a day are in order`() {
        #expect(package("s07") { $0.minutes = 390 }.found.isEmpty)
    }

    @Test func `more than eight hours in a day are doubtful, over both schools`() {
        let package = package("s06") { session in
            session.plan = "sloka-2-2"
            session.minutes = 436
        }
        #expect(
            package.found == [
                "VAL-53 warning consultations s06 jaundubulti: minutes in one day: 481, 480 are allowed"
            ])
    }

    @Test func `the bound of a day is the reference's`() {
        var package = SoundPackage()
        package.reference.bounds.dayMinutes = 89
        #expect(
            package.found == [
                "VAL-53 warning consultations s03 sloka: minutes in one day: 90, 89 are allowed",
                "VAL-53 warning consultations s07 sloka: minutes in one day: 90, 89 are allowed",
            ])
    }

    @Test func `sessions on a Sunday are one doubt a school, teacher and day`() {
        var package = package("s09") { $0.date = day("2019-03-03") }
        package.move("s09", to: "2019-03-03")
        package[session: "s11"].start = "16:00"
        #expect(
            package.found == [
                "VAL-53 warning consultations s09 sloka: a Sunday or holiday, 2019-03-03, sessions: 2"
            ])
    }

    @Test func `a session on a Saturday is in order`() {
        var package = SoundPackage()
        package.move("s09", to: "2019-03-02")
        #expect(package.found.isEmpty)
    }

    @Test func `a session in the holidays of the class is doubtful`() {
        var package = SoundPackage()
        package.move("s09", to: "2019-03-11")
        #expect(
            package.found == [
                "VAL-53 warning consultations s09 sloka: a Sunday or holiday, 2019-03-11, sessions: 1"
            ])
    }

    @Test func `a session in the holidays of other classes is in order`() {
        var package = SoundPackage()
        package.move("s07", to: "2019-03-11")
        #expect(package.found.isEmpty)
    }

    @Test func `a plan for the holidays is for them`() {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].isHolidayPlan = true
        package.move("s09", to: "2019-03-11")
        #expect(package.found.isEmpty)
    }

    @Test func `sessions that do not count are not looked at`() {
        var package = SoundPackage()
        package[session: "s10"].date = day("2019-03-10")
        package[session: "s10"].minutes = 999
        #expect(package.found.isEmpty)
    }
}

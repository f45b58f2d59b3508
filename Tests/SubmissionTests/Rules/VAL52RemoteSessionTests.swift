import PupilSupport
import Testing

@testable import Submission

struct VAL52RemoteSessionTests {
    @Test func `a remote session confirmed on another day is found`() {
        var package = SoundPackage()
        package[session: "s08"].confirmedOn = day("2019-02-09")
        #expect(
            package.found == [
                "VAL-52 error consultations s08 sloka: a remote session on 2019-02-08, confirmation: 2019-02-09"
            ])
    }

    @Test func `a remote session without a confirmation is found`() {
        var package = SoundPackage()
        package[session: "s08"].confirmedOn = nil
        #expect(
            package.found == [
                "VAL-52 error consultations s08 sloka: a remote session on 2019-02-08, confirmation: –"
            ])
    }

    @Test func `remote sessions without an order are one warning a school`() {
        var package = SoundPackage()
        package[session: "s08"].order = ""
        package[session: "s09"].mode = .remote
        package[session: "s09"].confirmedOn = day("2019-03-05")
        #expect(
            package.found == [
                "VAL-52 warning consultations sloka: remote sessions without the head's order being named: 2"
            ])
    }

    @Test func `a remote session that does not count needs neither`() {
        var package = SoundPackage()
        package.add(session: "s11", like: "s08") { session in
            session.isEligible = false
            session.reason = .remoteWithoutOrder
            session.order = ""
            session.confirmedOn = nil
        }
        #expect(package.found.isEmpty)
    }

    @Test func `a session in person needs neither`() {
        var package = SoundPackage()
        package[session: "s08"].mode = .inPerson
        package[session: "s08"].order = ""
        package[session: "s08"].confirmedOn = nil
        #expect(package.found.isEmpty)
    }
}

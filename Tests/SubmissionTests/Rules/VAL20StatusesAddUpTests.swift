import PupilSupport
import Testing

@testable import Submission

struct VAL20StatusesAddUpTests {
    @Test func `a status that is too many is found`() {
        var package = SoundPackage()
        package.set(output: "CO01", .semester, women: 1)
        #expect(
            package.found == [
                "VAL-20 error indicators_output esf-2014|CO05|semester|2018-2019-2|Total: in total: CO01 + CO03 + CO05 is 4 but TOTAL is 3"
            ])
    }

    @Test func `women and men that do not add up are found though all do`() {
        var package = SoundPackage()
        package.set(output: "CO03", .semester, "sloka", women: 0, men: 1)
        #expect(
            package.found == [
                "VAL-20 error indicators_output esf-2014|CO05|semester|2018-2019-2|sloka sloka: women: CO01 + CO03 + CO05 is 0 but TOTAL is 1"
            ])
    }

    @Test func `any three statuses that add up are in order`() {
        var package = SoundPackage()
        package.set(output: "CO01", .semester, "sloka", women: 1)
        package.set(output: "CO03", .semester, "sloka", women: 0)
        #expect(package.found.isEmpty)
    }
}

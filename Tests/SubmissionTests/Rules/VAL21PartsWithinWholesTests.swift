import PupilSupport
import Testing

@testable import Submission

struct VAL21PartsWithinWholesTests {
    @Test func `more long-term unemployed than unemployed are found`() {
        var package = SoundPackage()
        package.set(output: "CO02", .semester, women: 1)
        #expect(
            package.found == [
                "VAL-21 error indicators_output esf-2014|CO02|semester|2018-2019-2|Total: in total: CO02 is 1 but CO01 is 0"
            ])
    }

    @Test func `more inactive out of education than inactive are found`() {
        var package = SoundPackage()
        package.set(output: "CO04", .semester, women: 2, men: 2)
        #expect(
            package.found == [
                "VAL-21 error indicators_output esf-2014|CO04|semester|2018-2019-2|Total: in total: CO04 is 4 but CO03 is 3"
            ])
    }

    @Test func `as many as there are is in order`() {
        var package = SoundPackage()
        package.set(output: "CO04", .semester, women: 2, men: 1)
        #expect(package.found.isEmpty)
    }
}

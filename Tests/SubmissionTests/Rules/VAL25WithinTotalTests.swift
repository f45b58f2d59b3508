import PupilSupport
import Testing

@testable import Submission

struct VAL25WithinTotalTests {
    @Test(arguments: ["CO15", "CO16", "CO17", "CO18", "CO19"])
    func `more than the participants is found`(code: String) {
        var package = SoundPackage()
        package.set(output: code, .semester, women: 2, men: 2)
        #expect(
            package.found == [
                "VAL-25 error indicators_output esf-2014|\(code)|semester|2018-2019-2|Total: in total: \(code) is 4 but TOTAL is 3"
            ])
    }

    @Test func `all of them at once are in order`() {
        var package = SoundPackage()
        for code in ["CO15", "CO16", "CO17", "CO18", "CO19"] {
            package.set(output: code, .semester, women: 2, men: 1)
        }
        #expect(package.found.isEmpty)
    }

    @Test func `more women than there are is found though all fit`() {
        var package = SoundPackage()
        package.set(output: "CO16", .semester, women: 3)
        #expect(
            package.found == [
                "VAL-25 error indicators_output esf-2014|CO16|semester|2018-2019-2|Total: women: CO16 is 3 but TOTAL is 2"
            ])
    }
}

import PupilSupport
import Testing

@testable import Submission

struct VAL31PupilProfileTests {
    @Test(arguments: ["CO02", "CO04", "CO05", "CO07", "CO08", "CO10", "CO11"])
    func `what no pupil is, is doubtful, and told at the school`(code: String) {
        var package = SoundPackage()
        package.set(output: code, .cumulative, "sloka", women: 1)
        #expect(
            package.found.filter { $0.contains("warning") } == [
                "VAL-31 warning indicators_output esf-2014|\(code)|cumulative|2018-2019-2|sloka sloka: \(code) is 1, zero is expected"
            ])
    }

    @Test func `what only the municipality's figures have is told there`() {
        var package = SoundPackage()
        package.set(output: "CO04", .cumulative, women: 1)
        #expect(
            package.found == [
                "VAL-31 warning indicators_output esf-2014|CO04|cumulative|2018-2019-2|Total: CO04 is 1, zero is expected"
            ])
    }

    @Test func `a doubt of one semester is told since the beginning alone`() {
        var package = SoundPackage()
        package.set(output: "CO04", .semester, women: 1)
        #expect(package.found.isEmpty)
    }

    @Test func `participants who are not below 25 are doubtful`() {
        var package = SoundPackage()
        package.set(output: "CO06", .cumulative, "sloka", women: 1)
        #expect(
            package.found == [
                "VAL-31 warning indicators_output esf-2014|CO06|cumulative|2018-2019-2|sloka sloka: CO06 is 1, there are 2 participants"
            ])
    }
}

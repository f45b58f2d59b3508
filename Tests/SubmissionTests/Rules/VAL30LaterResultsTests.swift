import PupilSupport
import Testing

@testable import Submission

struct VAL30LaterResultsTests {
    @Test func `as many in employment later as left are in order`() {
        var package = SoundPackage()
        package.set(result: "CR06", .cumulative, women: 3, men: 2)
        package.set(result: "CR09", .cumulative, women: 1)
        #expect(package.found.isEmpty)
    }

    @Test(arguments: [("CR06", 6, 5), ("CR07", 1, 0), ("CR08", 1, 0), ("CR09", 2, 1)])
    func `more later results than people who can have them are found`(
        code: String, women: Int, most: Int
    ) {
        var package = SoundPackage()
        package.set(result: code, .cumulative, women: women)
        #expect(
            package.found == [
                "VAL-30 error indicators_result esf-2014|\(code)|cumulative|2018-2019-2|Total: \(code) is \(women), \(most) are possible"
            ])
    }
}

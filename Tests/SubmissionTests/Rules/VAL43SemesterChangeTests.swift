import PupilSupport
import Testing

@testable import Submission

struct VAL43SemesterChangeTests {
    @Test(arguments: [2, 6])
    func `half and twice the participants are in order`(count: Int) {
        var package = SoundPackage()
        package.set(item: "supported", .semester, to: count)
        #expect(!package.found.contains { $0.hasPrefix("VAL-43") })
    }

    @Test(arguments: [1, 7, 0])
    func `less than half and more than twice are doubtful`(count: Int) {
        var package = SoundPackage()
        package.set(item: "supported", .semester, to: count)
        #expect(
            package.found.filter { $0.hasPrefix("VAL-43") } == [
                "VAL-43 warning reconciliation semester|2018-2019-2|Total|supported: \(count) in the semester, 3 in the one before"
            ])
    }

    @Test func `a semester of which one pupil is left is doubtful, and nothing else`() {
        var package = SoundPackage()
        for plan in ["jaundubulti-2-1", "jaundubulti-2-2", "jaundubulti-2-3", "sloka-2-1"] {
            package.remove(plan: plan)
        }
        package.remove(pupils: [4, 6])
        package[pupil: 2].leaveDate = day("2018-12-21")
        package.reference.announced = []
        #expect(
            package.found == [
                "VAL-43 warning reconciliation semester|2018-2019-2|Total|supported: 1 in the semester, 3 in the one before"
            ])
    }
}

import PupilSupport
import Testing

@testable import Submission

struct VAL42NewAndReturningTests {
    @Test func `new participants that the number did not grow by are found`() {
        var package = SoundPackage()
        package.set(item: "new", .semester, to: 2)
        #expect(
            package.found == [
                "VAL-42 error reconciliation cumulative|2018-2019-2|Total|grand_total: 6 participants, 3 before the semester, 2 new",
                "VAL-42 error reconciliation semester|2018-2019-2|Total|new: 2 new, 1 returning, 4 in the semester",
                "VAL-42 error reconciliation semester|2018-2019-2|Total|new: new: 2 in the package, 3 from the records",
            ])
    }

    @Test func `a participant whose sessions do not count is found`() {
        var package = SoundPackage()
        package[session: "s01"].isEligible = false
        package[session: "s01"].reason = .noPupilSignature
        package.content.timesheets.removeFirst()
        #expect(
            package.found.filter { $0.hasPrefix("VAL-42") } == [
                "VAL-42 error reconciliation cumulative|2018-2019-2|Total|grand_total: 6 participants, 2 before the semester, 3 new"
            ])
    }

    @Test func `a first semester in which all are new is in order`() {
        var package = SoundPackage()
        for plan in ["jaundubulti-1-1", "jaundubulti-1-2", "sloka-1-1"] {
            package.remove(plan: plan)
        }
        package[pupil: 2].entryDate = day("2019-02-04")
        package.remove(pupils: [1, 3])
        package.reference.previous = nil
        #expect(package.found.isEmpty)
    }
}

import PupilSupport
import Testing

@testable import Submission

struct VAL03OneLabourStatusTests {
    @Test(arguments: [
        LabourStatus.unemployed, .longTermUnemployed, .inactiveInEducation, .inactiveNotInEducation,
        .employed,
    ])
    func `every status is exactly one`(status: LabourStatus) {
        var package = SoundPackage()
        package[pupil: 5].labourStatus = status
        #expect(!package.found.contains { $0.hasPrefix("VAL-03") })
    }

    @Test func `a complete record without a status is found, and the statuses no longer add up`() {
        var package = SoundPackage()
        package[pupil: 5].labourStatus = nil
        #expect(
            package.found.filter { !$0.hasPrefix("VAL-20") } == [
                "VAL-02 error participants p5 sloka: missing: labour_status; marked as complete, missing: –",
                "VAL-03 error participants p5 sloka: number of statuses: 0",
            ])
        #expect(package.found.contains { $0.hasPrefix("VAL-20") })
    }

    @Test func `an incomplete record without a status is VAL-02's alone`() {
        var package = SoundPackage()
        package[pupil: 5].labourStatus = nil
        package[pupil: 5].isComplete = false
        package[pupil: 5].missingFields = ["labour_status"]
        #expect(package.found == ["VAL-02 warning participants p5 sloka: missing: labour_status"])
    }
}

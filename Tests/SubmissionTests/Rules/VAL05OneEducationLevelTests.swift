import PupilSupport
import Testing

@testable import Submission

struct VAL05OneEducationLevelTests {
    @Test(arguments: CompletedEducation.allCases)
    func `every level is exactly one by both periods' definitions`(level: CompletedEducation) {
        for set in IndicatorSetName.allCases {
            var package = SoundPackage()
            package.reference.indicatorSet = set
            package[pupil: 5].education = level
            #expect(!package.found.contains { $0.hasPrefix("VAL-05") })
        }
    }

    @Test func `a complete record without a level is found, and the levels no longer add up`() {
        var package = SoundPackage()
        package[pupil: 5].education = nil
        #expect(
            package.found.filter { !$0.hasPrefix("VAL-23") } == [
                "VAL-02 error participants p5 sloka: missing: isced_completed; marked as complete, missing: –",
                "VAL-05 error participants p5 sloka: number of levels of education: 0",
            ])
        #expect(package.found.contains { $0.hasPrefix("VAL-23") })
    }
}

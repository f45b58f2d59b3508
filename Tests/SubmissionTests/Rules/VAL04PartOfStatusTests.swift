import PupilSupport
import Testing

@testable import Submission

struct VAL04PartOfStatusTests {
    @Test(arguments: [LabourStatus.longTermUnemployed, .inactiveNotInEducation])
    func `a part of a status counts in it by both periods' definitions`(status: LabourStatus) {
        for set in IndicatorSetName.allCases {
            var package = SoundPackage()
            package.reference.indicatorSet = set
            package[pupil: 5].labourStatus = status
            #expect(!package.found.contains { $0.hasPrefix("VAL-04") })
        }
    }

    @Test func `a definition that counts a part but not the whole is found`() {
        let faulty = CommonIndicators(
            set: .esf2014,
            output: CommonIndicators.named(.esf2014).output.map { indicator in
                guard indicator.code == "CO02" else { return indicator }
                return OutputIndicator(code: "CO02", name: indicator.name) { person, _ in
                    person.gradeAtEntry == 10
                }
            },
            result: [])
        let hits = VAL04PartOfStatus.hits(
            in: SoundPackage().checked, by: faulty, .named(.esf2014))
        #expect(hits.map(\.found.en) == ["counts in CO02 but not in CO01"])
    }
}

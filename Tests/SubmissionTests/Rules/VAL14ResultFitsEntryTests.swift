import PupilSupport
import Testing

@testable import Submission

struct VAL14ResultFitsEntryTests {
    @Test(arguments: [(LabourStatus.inactiveInEducation, "CR01"), (.unemployed, "CR04")])
    func `a result that is a change is in order`(status: LabourStatus, code: String) {
        var package = SoundPackage()
        package[pupil: 3].labourStatus = status
        package[outcome: "sloka-1-1"].commonResults = [code]
        #expect(!package.found.contains { $0.hasPrefix("VAL-14") })
    }

    @Test func `who was not inactive cannot begin to look for work`() {
        var package = SoundPackage()
        package[pupil: 3].labourStatus = .employed
        package[outcome: "sloka-1-1"].commonResults = ["CR01"]
        #expect(
            package.found.filter { $0.hasPrefix("VAL-14") } == [
                "VAL-14 error results sloka-1-1 sloka: CR01: was not inactive at entry"
            ])
    }

    @Test func `a pupil who stays at school has not newly entered education`() {
        var package = SoundPackage()
        package[outcome: "sloka-1-1"].commonResults = ["CR02"]
        #expect(
            package.found.filter { $0.hasPrefix("VAL-14") } == [
                "VAL-14 warning results sloka-1-1 sloka: CR02: was already in education at entry"
            ])
    }

    @Test func `somebody who is no pupil and stays in education is an error`() {
        var package = SoundPackage()
        package[pupil: 3].gradeAtEntry = nil
        package[outcome: "sloka-1-1"].commonResults = ["CR02"]
        #expect(
            package.found.filter { $0.hasPrefix("VAL-14") } == [
                "VAL-14 error results sloka-1-1 sloka: CR02: was already in education at entry"
            ])
    }

    @Test func `who was employed cannot find employment`() {
        var package = SoundPackage()
        package[pupil: 3].labourStatus = .employed
        package[outcome: "sloka-1-1"].commonResults = ["CR04"]
        #expect(
            package.found.filter { $0.hasPrefix("VAL-14") } == [
                "VAL-14 error results sloka-1-1 sloka: CR04: was already employed at entry"
            ])
    }

    @Test func `the result of the disadvantaged goes with another result`() {
        var package = SoundPackage()
        package[outcome: "sloka-1-1"].commonResults = ["CR05"]
        #expect(
            package.found == [
                "VAL-14 error results sloka-1-1 sloka: CR05: none of the codes CR01–CR04 is given"
            ])
    }

    @Test func `the result of the disadvantaged needs an answer that bears it out`() {
        var package = SoundPackage()
        package[sensitive: 3].foreignOrMinority = .no
        #expect(
            package.found.filter { $0.hasPrefix("VAL-14") } == [
                "VAL-14 error results sloka-1-1 sloka: CR05: the package has no answer that bears it out"
            ])
    }

    @Test func `a code that there is not is found`() {
        var package = SoundPackage()
        package[outcome: "sloka-1-1"].commonResults = ["CR10"]
        #expect(
            package.found == ["VAL-14 error results sloka-1-1 sloka: CR10: there is no such code"])
    }
}

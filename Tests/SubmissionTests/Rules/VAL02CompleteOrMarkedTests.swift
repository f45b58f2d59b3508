import Testing

@testable import Submission

struct VAL02CompleteOrMarkedTests {
    @Test func `an incomplete record that is marked as such is listed and blocks nothing`() {
        var package = SoundPackage()
        package[pupil: 5].sex = nil
        package[pupil: 5].isComplete = false
        package[pupil: 5].missingFields = ["sex"]
        #expect(package.found == ["VAL-02 warning participants p5 sloka: missing: sex"])
    }

    @Test func `an incomplete record that is marked as complete blocks`() {
        var package = SoundPackage()
        package[pupil: 5].birthDate = nil
        #expect(
            package.found.filter { $0.hasPrefix("VAL-02") } == [
                "VAL-02 error participants p5 sloka: missing: birth_date; marked as complete, missing: –"
            ])
    }

    @Test func `a complete record that is marked as incomplete blocks`() {
        var package = SoundPackage()
        package[pupil: 5].isComplete = false
        #expect(
            package.found == [
                "VAL-02 error participants p5 sloka: missing: –; marked as incomplete, missing: –"
            ])
    }

    @Test func `a record that names another gap than it has blocks`() {
        var package = SoundPackage()
        package[pupil: 5].birthDate = nil
        package[pupil: 5].isComplete = false
        package[pupil: 5].missingFields = ["sex"]
        #expect(
            package.found == [
                "VAL-02 error participants p5 sloka: missing: birth_date; marked as incomplete, missing: sex"
            ])
    }

    @Test func `all gaps of a record are listed`() {
        var package = SoundPackage()
        package[pupil: 5].sex = nil
        package[pupil: 5].birthDate = nil
        package[pupil: 5].labourStatus = nil
        package[pupil: 5].education = nil
        package[pupil: 5].isComplete = false
        package[pupil: 5].missingFields = package[pupil: 5].foundMissing
        #expect(
            package.found == [
                "VAL-02 warning participants p5 sloka: missing: birth_date, isced_completed, labour_status, sex"
            ])
    }
}

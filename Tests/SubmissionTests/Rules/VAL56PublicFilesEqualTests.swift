import PupilSupport
import Testing

@testable import Submission

struct VAL56PublicFilesEqualTests {
    @Test func `files of the public part that differ are found`() {
        var package = SoundPackage()
        package.arePublicFilesEqual = false
        #expect(package.found == ["VAL-56 error summary: the files of the public part differ"])
    }

    @Test func `a package without a public part has nothing to compare`() {
        var package = SoundPackage()
        package.arePublicFilesEqual = nil
        #expect(package.found.isEmpty)
    }
}

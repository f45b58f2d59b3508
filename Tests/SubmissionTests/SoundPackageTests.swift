import PupilSupport
import Testing

@testable import Submission

struct SoundPackageTests {
    @Test func `no rule finds anything in a sound package`() {
        #expect(SoundPackage().found.isEmpty)
    }

    @Test func `no rule finds anything in a sound package of the later period`() {
        var package = SoundPackage()
        package.reference.indicatorSet = .esfPlus2021
        #expect(package.found.isEmpty)
    }

    @Test func `no rule finds anything in a sound package without the Fund's figures`() {
        var package = SoundPackage()
        package.reference.indicatorSet = nil
        #expect(package.found.isEmpty)
    }

    @Test func `no rule finds anything in a package without sensitive data`() {
        var package = SoundPackage()
        package.content.sensitive = []
        // CR05 could not be borne out.
        package[outcome: "sloka-1-1"].commonResults = ["CR03"]
        #expect(package.found.isEmpty)
    }

    @Test func `no rule finds anything in a package without records`() {
        var package = SoundPackage()
        package.content = PackageContent()
        package.reference.announced = []
        package.reference.previous = nil
        #expect(package.found.isEmpty)
    }
}

import PupilSupport
import Testing

@testable import Submission

struct VAL40CumulativeGrowsTests {
    @Test func `as many as before are in order`() {
        var package = SoundPackage()
        package.reference.previous?.grandTotal = 6
        #expect(package.found.isEmpty)
    }

    @Test func `fewer than before are found`() {
        var package = SoundPackage()
        package.reference.previous?.grandTotal = 7
        #expect(
            package.found == [
                "VAL-40 error reconciliation cumulative|2018-2019-2|Total|grand_total: participants: 6; in package pumpurs_8.3.4.0-16-I-001_JURMALA_2018-2019-S1_r01: 7"
            ])
    }

    @Test func `fewer than before with a correction note are in order`() {
        var package = SoundPackage()
        package.reference.previous?.grandTotal = 7
        package.reference.previous?.correctionNote = "Viens skolēns bija ieskaitīts divreiz."
        #expect(package.found.isEmpty)
    }

    @Test func `the first package has nothing before it`() {
        var package = SoundPackage()
        package.reference.previous = nil
        #expect(package.found.isEmpty)
    }

    @Test func `a package of the same semester is none before it`() {
        var package = SoundPackage()
        package.reference.previous?.semester = "2018-2019-2"
        #expect(
            package.found == [
                "VAL-40 error reconciliation cumulative|2018-2019-2|Total|grand_total: the package before, pumpurs_8.3.4.0-16-I-001_JURMALA_2018-2019-S1_r01, is not of an earlier semester"
            ])
    }
}

import PupilSupport
import Testing

@testable import Submission

struct VAL23EducationLevelsTests {
    @Test func `a pupil of class 6 in a level of education is found`() {
        var package = SoundPackage()
        package.set(output: "CO09", .semester, "sloka", women: 1)
        #expect(
            package.found == [
                "VAL-23 error indicators_output esf-2014|TOTAL|semester|2018-2019-2|sloka sloka: in total: 1 participants, 1 in the levels of education, 1 without primary school"
            ])
    }

    @Test func `a pupil of class 7 in no level of education is found`() {
        var package = SoundPackage()
        package.set(output: "CO09", .semester, women: 0, men: 1)
        #expect(
            package.found == [
                "VAL-23 error indicators_output esf-2014|TOTAL|semester|2018-2019-2|Total: in total: 3 participants, 1 in the levels of education, 1 without primary school"
            ])
    }

    @Test func `the later period leaves nobody out of the levels`() {
        var package = SoundPackage()
        package.reference.indicatorSet = .esfPlus2021
        package.set(output: "EECO09", .semester, "sloka", women: 0)
        #expect(
            package.found == [
                "VAL-23 error indicators_output esfplus-2021|TOTAL|semester|2018-2019-2|sloka sloka: in total: 1 participants, 0 in the levels of education, 0 without primary school"
            ])
    }

    @Test func `another level of education is in order`() {
        var package = SoundPackage()
        package.set(output: "CO09", .semester, women: 1, men: 0)
        package.set(output: "CO10", .semester, women: 0, men: 1)
        #expect(package.found.isEmpty)
    }
}

import PupilSupport
import Testing

@testable import Submission

struct VAL09UsualAgeTests {
    @Test(arguments: ["2010-02-08", "1997-02-09"])
    func `an entry on the ninth birthday and on the day before the twenty-second are usual`(
        born: String
    ) {
        var package = SoundPackage()
        package[pupil: 5].birthDate = day(born)
        #expect(package.found.isEmpty)
    }

    @Test(arguments: ["1997-02-08", "1993-02-09"])
    func `from 22 to 25 the age is doubtful`(born: String) {
        var package = SoundPackage()
        package[pupil: 5].birthDate = day(born)
        #expect(
            package.found.filter { !$0.hasPrefix("VAL-31") } == [
                "VAL-09 warning participants p5 sloka: older than 21"
            ])
    }

    @Test func `below 9 the age is wrong`() {
        var package = SoundPackage()
        package[pupil: 5].birthDate = day("2010-02-09")
        #expect(package.found == ["VAL-09 error participants p5 sloka: younger than 9"])
    }

    @Test func `above 25 the age is wrong, and the pupil is not below 25`() {
        var package = SoundPackage()
        package[pupil: 5].birthDate = day("1993-02-08")
        #expect(
            package.found == [
                "VAL-09 error participants p5 sloka: older than 25",
                "VAL-31 warning indicators_output esf-2014|CO06|cumulative|2018-2019-2|sloka sloka: CO06 is 1, there are 2 participants",
            ])
    }
}

import PupilSupport
import Testing

@testable import Submission

struct VAL10BirthDateOfCodeTests {
    @Test func `a code of the birth date is in order`() {
        var package = SoundPackage()
        package[pupil: 5].personalCode = "210906-20000"
        #expect(package.found.isEmpty)
    }

    @Test func `a code of the new kind has no birth date`() {
        var package = SoundPackage()
        package[pupil: 5].personalCode = "320906-20000"
        #expect(package.found.isEmpty)
    }

    @Test func `a code of another day is found, and neither is quoted`() {
        var package = SoundPackage()
        package[pupil: 5].personalCode = "220906-20000"
        #expect(
            package.found == [
                "VAL-10 warning participants p5 sloka: the day of birth is not the one in the personal code"
            ])
    }

    @Test func `a code of another century is found`() {
        var package = SoundPackage()
        package[pupil: 5].personalCode = "210906-10000"
        #expect(
            package.found == [
                "VAL-10 warning participants p5 sloka: the day of birth is not the one in the personal code"
            ])
    }

    @Test(arguments: ["2109", "310206-20000"])
    func `what is no code is found`(text: String) {
        var package = SoundPackage()
        package[pupil: 5].personalCode = text
        #expect(
            package.found == [
                "VAL-10 warning participants p5 sloka: the personal code is not formed as one"
            ])
    }
}

import PupilSupport
import Testing

@testable import Submission

struct VAL12EducationOfClassTests {
    @Test(arguments: [(5, "0"), (6, "0"), (7, "1"), (9, "1"), (10, "2"), (12, "2")])
    func `the education of a class is in order`(grade: Int, education: String) {
        var package = SoundPackage()
        package[pupil: 5].gradeAtEntry = grade
        package[pupil: 5].education = CompletedEducation(rawValue: education)
        #expect(package.found.isEmpty)
    }

    @Test(arguments: [(6, "1"), (7, "0"), (9, "2"), (10, "1")])
    func `the education of another class is doubtful`(grade: Int, education: String) {
        var package = SoundPackage()
        package[pupil: 5].gradeAtEntry = grade
        package[pupil: 5].education = CompletedEducation(rawValue: education)
        #expect(
            package.found == [
                "VAL-12 warning participants p5 sloka: the completed education is not that of the class"
            ])
    }

    @Test func `a class that there is not is doubtful`() {
        var package = SoundPackage()
        package[pupil: 5].gradeAtEntry = 13
        #expect(
            package.found == [
                "VAL-12 warning participants p5 sloka: the completed education is not that of the class"
            ])
    }
}

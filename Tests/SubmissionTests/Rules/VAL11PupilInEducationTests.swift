import PupilSupport
import Testing

@testable import Submission

struct VAL11PupilInEducationTests {
    @Test func `a pupil who is employed is doubtful`() {
        var package = SoundPackage()
        package[pupil: 3].labourStatus = .employed
        #expect(
            package.found == [
                "VAL-11 warning participants p3 sloka: the pupil has another status on the labour market",
                "VAL-31 warning indicators_output esf-2014|CO05|cumulative|2018-2019-2|sloka sloka: CO05 is 1, zero is expected",
            ])
    }

    @Test func `a participant without a class is no enrolled pupil`() {
        var package = SoundPackage()
        package[pupil: 3].labourStatus = .unemployed
        package[pupil: 3].gradeAtEntry = nil
        #expect(package.found.isEmpty)
    }
}

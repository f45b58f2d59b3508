import PupilSupport
import Testing

@testable import Submission

struct VAL13SensitiveAnswersTests {
    @Test func `a refusal is an answer and needs no document`() {
        var package = SoundPackage()
        package[sensitive: 5].otherDisadvantage = .refused
        #expect(package.found.isEmpty)
    }

    @Test func `what was not collected needs a document`() {
        var package = SoundPackage()
        package[sensitive: 4].evidence = ""
        #expect(
            package.found == [
                "VAL-13 error sensitive p4 jaundubulti: an answer was not collected, and there is no document"
            ])
    }

    @Test func `a question without any answer is found`() {
        var package = SoundPackage()
        package[sensitive: 4].disability = nil
        #expect(
            package.found == ["VAL-13 error sensitive p4 jaundubulti: a question has no answer"])
    }

    @Test func `a participant without answers is found where others have them`() {
        var package = SoundPackage()
        package.content.sensitive.removeLast()
        #expect(
            package.found == [
                "VAL-13 error participants p6 jaundubulti: the participant has no row of sensitive data"
            ])
    }
}

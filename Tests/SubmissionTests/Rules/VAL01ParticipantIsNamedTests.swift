import PupilSupport
import Testing

@testable import Submission

struct VAL01ParticipantIsNamedTests {
    @Test func `the number of another operation is found`() {
        var package = SoundPackage()
        package[pupil: 3].operation = "8.3.4.0/16/I/002"
        #expect(
            package.found == [
                "VAL-01 error participants 8.3.4.0/16/I/002|p3 sloka: the number of the operation is not 8.3.4.0/16/I/001"
            ])
    }

    @Test func `a participant without a number of the operation is found`() {
        var package = SoundPackage()
        package[pupil: 3].operation = ""
        #expect(
            package.found == [
                "VAL-01 error participants |p3 sloka: the number of the operation, the pseudonym or the day of entry is missing"
            ])
    }

    @Test func `a participant without a day of entry is found, and in no figure of a period`() {
        var package = SoundPackage()
        package[pupil: 3].entryDate = nil
        package[outcome: "sloka-1-1"].commonResults = []
        #expect(
            package.found == [
                "VAL-01 error participants p3 sloka: the number of the operation, the pseudonym or the day of entry is missing"
            ])
    }

    @Test func `a participant who is there twice is found`() {
        var package = SoundPackage()
        package.content.participants.append(package[pupil: 1])
        #expect(
            package.found.filter { $0.hasPrefix("VAL-01") } == [
                "VAL-01 error participants p1 jaundubulti: the participant is in the operation more than once"
            ])
    }

    @Test func `a person in the operation twice makes more participants than were supported`() {
        var package = SoundPackage()
        package.content.participants.append(package[pupil: 1])
        #expect(Set(package.found.map { $0.prefix(6) }) == ["VAL-01", "VAL-42"])
    }
}

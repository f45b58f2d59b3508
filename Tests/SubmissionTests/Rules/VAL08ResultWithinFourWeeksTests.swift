import PupilSupport
import Testing

@testable import Submission

struct VAL08ResultWithinFourWeeksTests {
    @Test func `a result on day 28 is in time`() {
        // The sound package's result of sloka-2-2 is of 28 June, four weeks after 31 May.
        #expect(SoundPackage().found.isEmpty)
    }

    @Test func `a result on day 29 is late`() {
        var package = SoundPackage()
        package[outcome: "sloka-2-2"].recordedOn = day("2019-06-29")
        #expect(
            package.found == [
                "VAL-08 warning results sloka-2-2 sloka: recorded 29 days after leaving, 28 are allowed"
            ])
    }

    @Test func `the bound is the reference's`() {
        var package = SoundPackage()
        package.reference.bounds.resultDays = 27
        #expect(
            package.found == [
                "VAL-08 warning results sloka-2-2 sloka: recorded 28 days after leaving, 27 are allowed"
            ])
    }

    @Test func `results without a day are one warning a school`() {
        var package = SoundPackage()
        package[outcome: "sloka-2-2"].recordedOn = nil
        package[outcome: "jaundubulti-1-1"].recordedOn = nil
        package[outcome: "jaundubulti-2-3"].recordedOn = nil
        #expect(
            package.found == [
                "VAL-08 warning results jaundubulti: results without a day, so that the term cannot be checked: 2",
                "VAL-08 warning results sloka: results without a day, so that the term cannot be checked: 1",
            ])
    }

    @Test func `marks and absences alone need no day`() {
        var package = SoundPackage()
        package[outcome: "jaundubulti-2-1"].outcome = nil
        package[outcome: "jaundubulti-2-1"].continuation = nil
        package[outcome: "jaundubulti-2-1"].recordedOn = nil
        #expect(package.found.isEmpty)
    }
}

import PupilSupport
import Testing

@testable import Submission

struct VAL27GrandTotalTests {
    @Test func `an incomplete record is the difference`() {
        var package = SoundPackage()
        package[pupil: 6].education = nil
        package[pupil: 6].isComplete = false
        package[pupil: 6].missingFields = ["isced_completed"]
        #expect(
            package.found == [
                "VAL-02 warning participants p6 jaundubulti: missing: isced_completed"
            ])
    }

    @Test func `a grand total that is not the total and the incomplete records is found`() {
        var package = SoundPackage()
        package.set(output: "GRAND-TOTAL", .semester, "sloka", women: 2)
        #expect(
            package.found == [
                "VAL-27 error indicators_output esf-2014|GRAND-TOTAL|semester|2018-2019-2|sloka sloka: 2 in all, 1 complete, 0 incomplete records"
            ])
    }

    @Test func `a number of incomplete records that the records do not say is found`() {
        var package = SoundPackage()
        package.set(item: "incomplete", .cumulative, "sloka", to: 1)
        #expect(
            package.found == [
                "VAL-27 error reconciliation cumulative|2018-2019-2|sloka|incomplete sloka: incomplete: 1 in the package, 0 from the records"
            ])
    }
}

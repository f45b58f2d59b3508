import PupilSupport
import Testing

@testable import Submission

struct VAL50PupilAtTwoSchoolsTests {
    @Test func `a pupil at two schools is one duplicate`() {
        let rows = SoundPackage().counted.reconciliation.filter {
            $0.periodType == .semester && ["sum_of_schools", "duplicates"].contains($0.item)
        }
        #expect(rows.map(\.value) == [1, 5])
    }

    @Test func `duplicates that are not the difference are found`() {
        var package = SoundPackage()
        package.set(item: "duplicates", .semester, to: 0)
        #expect(
            package.found == [
                "VAL-50 error reconciliation semester|2018-2019-2|Total|duplicates: the schools sum up to 5, 4 in the municipality, 0 duplicates",
                "VAL-50 error reconciliation semester|2018-2019-2|Total|duplicates: duplicates: 0 in the package, 1 from the records",
            ])
    }

    @Test func `a school's number that the records do not say is found`() {
        var package = SoundPackage()
        package.set(item: "supported", .semester, "sloka", to: 1)
        #expect(
            package.found == [
                "VAL-50 error reconciliation semester|2018-2019-2|sloka|supported sloka: supported: 1 in the package, 2 from the records"
            ])
    }
}

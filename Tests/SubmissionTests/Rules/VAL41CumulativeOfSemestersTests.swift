import PupilSupport
import Testing

@testable import Submission

struct VAL41CumulativeOfSemestersTests {
    @Test func `a sum of semesters that is less than the people is found`() {
        var package = SoundPackage()
        package.set(item: "sum_of_semesters", .cumulative, to: 5)
        #expect(
            package.found == [
                "VAL-41 error reconciliation cumulative|2018-2019-2|Total|grand_total: 6 participants, the semesters sum up to 5, the largest has 4",
                "VAL-41 error reconciliation cumulative|2018-2019-2|Total|sum_of_semesters: sum_of_semesters: 5 in the package, 7 from the records",
            ])
    }

    @Test func `a largest semester that the records do not say is found`() {
        var package = SoundPackage()
        package.set(item: "largest_semester", .cumulative, to: 6)
        #expect(
            package.found == [
                "VAL-41 error reconciliation cumulative|2018-2019-2|Total|largest_semester: largest_semester: 6 in the package, 4 from the records"
            ])
    }

    @Test func `as many people as the semesters sum up to are in order`() {
        var package = SoundPackage()
        package.remove(plan: "jaundubulti-1-2")
        package[pupil: 2].entryDate = day("2019-02-04")
        package.reference.previous?.grandTotal = 2
        #expect(package.found.isEmpty)
    }
}

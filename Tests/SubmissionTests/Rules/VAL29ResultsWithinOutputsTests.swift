import PupilSupport
import Testing

@testable import Submission

struct VAL29ResultsWithinOutputsTests {
    private func package(_ code: String, women: Int, men: Int = 0) -> SoundPackage {
        var package = SoundPackage()
        package.set(result: code, .cumulative, women: women, men: men)
        return package
    }

    @Test func `as many results as participants that can have them are in order`() {
        #expect(package("CR01", women: 3, men: 2).found.isEmpty)
        #expect(package("CR03", women: 3, men: 2).found.isEmpty)
        #expect(package("CR04", women: 3, men: 2).found.isEmpty)
    }

    @Test func `somebody in education at entry cannot newly be in education`() {
        #expect(
            package("CR02", women: 1).found == [
                "VAL-29 error indicators_result esf-2014|CR02|cumulative|2018-2019-2|Total: CR02 is 1, the records allow 0"
            ])
    }

    @Test func `more of the disadvantaged than said so are found`() {
        #expect(
            package("CR05", women: 2).found == [
                "VAL-29 error indicators_result esf-2014|CR05|cumulative|2018-2019-2|Total: CR05 is 2, the records allow 1"
            ])
    }

    @Test func `more results than people who left are found`() {
        #expect(
            package("CR03", women: 4, men: 2).found == [
                "VAL-29 error indicators_result esf-2014|CR03|cumulative|2018-2019-2|Total: in total: CR03 is 6 but LEAVERS is 5"
            ])
    }

    @Test func `more who look for work than were inactive are found`() {
        #expect(
            package("CR01", women: 5, men: 2).found == [
                "VAL-29 error indicators_result esf-2014|CR01|cumulative|2018-2019-2|Total: in total: CR01 is 7 but CO03 is 6",
                "VAL-29 error indicators_result esf-2014|CR01|cumulative|2018-2019-2|Total: in total: CR01 is 7 but LEAVERS is 5",
            ])
    }

    @Test func `more in employment than were not employed are found`() {
        #expect(
            package("CR04", women: 5, men: 2).found == [
                "VAL-29 error indicators_result esf-2014|CR04|cumulative|2018-2019-2|Total: in total: CR04 is 7 but CO01 + CO03 is 6",
                "VAL-29 error indicators_result esf-2014|CR04|cumulative|2018-2019-2|Total: in total: CR04 is 7 but LEAVERS is 5",
            ])
    }

    @Test func `results of a semester are compared with those that left in it`() {
        var package = SoundPackage()
        package.set(result: "CR03", .semester, "sloka", women: 2)
        #expect(
            package.found == [
                "VAL-29 error indicators_result esf-2014|CR03|semester|2018-2019-2|sloka sloka: in total: CR03 is 2 but LEAVERS is 1"
            ])
    }

    @Test func `the later period's results are compared too`() {
        var package = SoundPackage()
        package.reference.indicatorSet = .esfPlus2021
        package.set(result: "EECR02", .cumulative, women: 1)
        #expect(
            package.found == [
                "VAL-29 error indicators_result esfplus-2021|EECR02|cumulative|2018-2019-2|Total: EECR02 is 1, the records allow 0"
            ])
    }
}

import PupilSupport
import Testing

@testable import Submission

struct VAL22AgesTests {
    @Test func `more in groups of age than participants are found`() {
        var package = SoundPackage()
        package.set(output: "CO07", .semester, women: 1)
        #expect(
            package.found == [
                "VAL-22 error indicators_output esf-2014|CO07|semester|2018-2019-2|Total: in total: CO06 + CO07 is 4 but TOTAL is 3"
            ])
    }

    @Test func `participants between the groups of age are in order`() {
        var package = SoundPackage()
        package.set(output: "CO06", .semester, women: 1, men: 1)
        #expect(package.found.isEmpty)
    }

    @Test func `more idle old people than old or idle ones are found`() {
        var package = SoundPackage()
        package.set(output: "CO08", .semester, women: 1)
        #expect(
            package.found == [
                "VAL-22 error indicators_output esf-2014|CO08|semester|2018-2019-2|Total: in total: CO08 is 1 but CO07 is 0",
                "VAL-22 error indicators_output esf-2014|CO08|semester|2018-2019-2|Total: in total: CO08 is 1 but CO01 + CO04 is 0",
            ])
    }

    @Test func `the later period's three groups of age are compared with the total`() {
        var package = SoundPackage()
        package.reference.indicatorSet = .esfPlus2021
        package.set(output: "EECO07", .semester, women: 1)
        #expect(
            package.found == [
                "VAL-22 error indicators_output esfplus-2021|EECO08|semester|2018-2019-2|Total: in total: EECO06 + EECO07 + EECO08 is 4 but TOTAL is 3"
            ])
    }
}

import PupilSupport
import Testing

@testable import Submission

struct VAL28CountsAreThereTests {
    @Test func `a negative count is found`() {
        var package = SoundPackage()
        package.changeFigures { figures in
            let index = figures.project.firstIndex {
                $0.value.isOf("LV-834-SESSIONS", .semester, "sloka")
            }!
            figures.project[index].value.total = -1
        }
        #expect(
            package.found == [
                "VAL-28 error indicators_project project|LV-834-SESSIONS|semester|2018-2019-2|sloka sloka: total, women, men: -1; –; –"
            ])
    }

    @Test func `an indicator that is not there is found, once a period and school`() {
        var package = SoundPackage()
        package.changeFigures { figures in
            figures.output.removeAll {
                $0.value.isOf("CO18", .semester, "sloka")
                    || $0.value.isOf("CO19", .semester, "sloka")
            }
            figures.result.removeAll { $0.value.isOf("CR01", .cumulative, "Total") }
        }
        #expect(
            package.found == [
                "VAL-28 error indicators_output esf-2014|CO18|semester|2018-2019-2|sloka sloka: missing: CO18, CO19",
                "VAL-28 error indicators_result esf-2014|CR01|cumulative|2018-2019-2|Total: missing: CR01",
            ])
    }

    @Test func `a count of people that is not there is found`() {
        var package = SoundPackage()
        package.set(item: "grand_total", .cumulative, "sloka", to: nil)
        #expect(
            package.found == [
                "VAL-27 error reconciliation cumulative|2018-2019-2|sloka|grand_total sloka: grand_total: – in the package, 2 from the records",
                "VAL-28 error reconciliation cumulative|2018-2019-2|sloka|grand_total sloka: number: –",
            ])
    }

    @Test func `zero is a count`() {
        var package = SoundPackage()
        package.set(output: "CO15", .cumulative, women: 0)
        #expect(package.found.isEmpty)
    }
}

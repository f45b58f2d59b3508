import PupilSupport
import Testing

@testable import Submission

struct VAL26WomenAndMenTests {
    @Test func `women and men that are not all are found`() {
        var package = SoundPackage()
        package.changeFigures { figures in
            let index = figures.output.firstIndex { $0.value.isOf("CO19", .semester, "Total") }!
            figures.output[index].value.total = 1
        }
        #expect(
            package.found == [
                "VAL-26 error indicators_output esf-2014|CO19|semester|2018-2019-2|Total: 0 women, 0 men, 1 in total"
            ])
    }

    @Test func `an indicator of participants without women and men is found`() {
        var package = SoundPackage()
        package.changeFigures { figures in
            let index = figures.result.firstIndex { $0.value.isOf("CR09", .semester, "sloka") }!
            figures.result[index].value.women = nil
            figures.result[index].value.men = nil
        }
        #expect(
            package.found == [
                "VAL-26 error indicators_result esf-2014|CR09|semester|2018-2019-2|sloka sloka: the number of women and men is missing"
            ])
    }

    @Test func `an indicator that counts no people needs no women and men`() {
        var package = SoundPackage()
        package.changeFigures { figures in
            let index = figures.output.firstIndex { $0.value.isOf("CO23", .semester, "Total") }!
            figures.output[index].value.women = nil
            figures.output[index].value.men = nil
        }
        #expect(package.found.isEmpty)
    }

    @Test func `somebody whose sex is not known is in the grand total alone`() {
        var package = SoundPackage()
        package[pupil: 5].sex = nil
        package[pupil: 5].isComplete = false
        package[pupil: 5].missingFields = ["sex"]
        #expect(package.found == ["VAL-02 warning participants p5 sloka: missing: sex"])
    }

    @Test func `a grand total with more of unknown sex than there are is found`() {
        var package = SoundPackage()
        package.changeFigures { figures in
            let index = figures.output.firstIndex {
                $0.value.isOf("GRAND-TOTAL", .semester, "Total")
            }!
            figures.output[index].value.women = 1
        }
        #expect(
            package.found == [
                "VAL-26 error indicators_output esf-2014|GRAND-TOTAL|semester|2018-2019-2|Total: 1 women, 1 men, 3 in total"
            ])
    }

    @Test(arguments: ["LV-834-PARTICIPANTS", "LV-834-PARTICIPANTS-RISK-FAMILY"])
    func `an indicator of the project that counts participants is looked at`(code: String) {
        var package = SoundPackage()
        package.changeFigures { figures in
            let index = figures.project.firstIndex { $0.value.isOf(code, .semester, "sloka") }!
            figures.project[index].value.men = 7
        }
        #expect(
            package.found.map { $0.prefix(52) } == [
                "VAL-26 error indicators_project project|LV-834-PARTI"
            ])
    }

    @Test func `an indicator of the project that counts sessions has no women and men`() {
        var package = SoundPackage()
        package.changeFigures { figures in
            let index = figures.project.firstIndex {
                $0.value.isOf("LV-834-SESSIONS", .semester, "sloka")
            }!
            figures.project[index].value.women = nil
        }
        #expect(package.found.isEmpty)
    }
}

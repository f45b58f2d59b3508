import PupilSupport
import Testing

@testable import Submission

struct VAL57AnnouncedFiguresTests {
    @Test func `pupils that were not announced are found`() {
        var package = SoundPackage()
        package.reference.announced[0].participants = 5
        #expect(
            package.found == [
                "VAL-57 error indicators_project project|LV-834-PARTICIPANTS|semester|2018-2019-2|Total: 5 announced, 4 in the package, 4 from the records"
            ])
    }

    @Test func `teachers that were not announced are found`() {
        var package = SoundPackage()
        package.reference.announced[0].teachers = 2
        #expect(
            package.found == [
                "VAL-57 error indicators_project project|LV-834-TEACHERS|semester|2018-2019-2|Total: 2 announced, 3 in the package, 3 from the records"
            ])
    }

    @Test func `a figure that the records do not say is found`() {
        var package = SoundPackage()
        package.reference.announced[0].teachers = 2
        package.changeFigures { figures in
            let index = figures.project.firstIndex {
                $0.value.isOf("LV-834-TEACHERS", .semester, "Total")
            }!
            figures.project[index].value.total = 2
        }
        #expect(
            package.found == [
                "VAL-57 error indicators_project project|LV-834-TEACHERS|semester|2018-2019-2|Total: 2 announced, 2 in the package, 3 from the records"
            ])
    }

    @Test func `what was announced of another semester is not compared`() {
        var package = SoundPackage()
        package.reference.announced = [
            .init(semester: "2019-2020-1", participants: 60, teachers: 40, source: "ziņa")
        ]
        #expect(package.found.isEmpty)
    }
}

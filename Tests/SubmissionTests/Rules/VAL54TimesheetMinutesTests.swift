import PupilSupport
import Testing

@testable import Submission

struct VAL54TimesheetMinutesTests {
    @Test func `a time sheet with other minutes is found`() {
        var package = SoundPackage()
        package.content.timesheets[0].projectMinutes = 121
        #expect(
            package.found == [
                "VAL-54 error timesheets t1|jaundubulti|2018-10 jaundubulti: minutes of the time sheet: 121, eligible minutes of the forms: 120"
            ])
    }

    @Test func `a time sheet of a month without sessions is found`() {
        var package = SoundPackage()
        package.content.timesheets[4].month = "2019-04"
        #expect(
            package.found == [
                "VAL-54 error timesheets t2|sloka|2019-04 sloka: minutes of the time sheet: 60, eligible minutes of the forms: 0",
                "VAL-54 warning timesheets sloka: 2019-03: hours cannot be checked, teachers without a time sheet: 1",
            ])
    }

    @Test func `a time sheet of no minutes in a month without sessions is in order`() {
        var package = SoundPackage()
        var sheet = package.content.timesheets[0]
        sheet.month = "2018-11"
        sheet.projectMinutes = 0
        package.content.timesheets.append(sheet)
        #expect(package.found.isEmpty)
    }

    @Test func `teachers without time sheets are one warning a school and month`() {
        var package = SoundPackage()
        package.content.timesheets = []
        #expect(
            package.found == [
                "VAL-54 warning timesheets jaundubulti: 2018-10: hours cannot be checked, teachers without a time sheet: 1",
                "VAL-54 warning timesheets jaundubulti: 2019-02: hours cannot be checked, teachers without a time sheet: 2",
                "VAL-54 warning timesheets sloka: 2018-10: hours cannot be checked, teachers without a time sheet: 1",
                "VAL-54 warning timesheets sloka: 2019-02: hours cannot be checked, teachers without a time sheet: 2",
                "VAL-54 warning timesheets sloka: 2019-03: hours cannot be checked, teachers without a time sheet: 1",
            ])
    }

    @Test func `a teacher's sheet of one school says nothing of the other`() {
        var package = SoundPackage()
        package.content.timesheets.removeAll { $0.minutesOfPsychologist(at: "sloka") }
        #expect(
            package.found == [
                "VAL-54 warning timesheets sloka: 2019-02: hours cannot be checked, teachers without a time sheet: 1"
            ])
    }
}

extension Timesheet {
    fileprivate func minutesOfPsychologist(at school: String) -> Bool {
        teacher == SoundContent.teacher(3) && self.school == school
    }
}

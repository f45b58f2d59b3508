import PupilSupport
import Testing

@testable import Submission

struct VAL06DatesWithinOperationTests {
    @Test func `the first and the last day of the operation are within it`() {
        var package = SoundPackage()
        package.reference.operation.startsOn = "2018-10-01"
        package.reference.operation.endsOn = "2019-05-31"
        #expect(package.found.isEmpty)
    }

    @Test func `leaving on the day of entry is in order`() {
        var package = SoundPackage()
        package[pupil: 1].leaveDate = package[pupil: 1].entryDate
        #expect(package.found.filter { $0.hasPrefix("VAL-06") }.isEmpty)
    }

    @Test func `an entry before the operation is found`() {
        var package = SoundPackage()
        package.reference.operation.startsOn = "2018-10-02"
        #expect(
            package.found == [
                "VAL-06 error participants p1 jaundubulti: entered on 2018-10-01, the operation runs from 2018-10-02 to 2022-12-31"
            ])
    }

    @Test func `leaving after the operation is found`() {
        var package = SoundPackage()
        package[pupil: 6].leaveDate = day("2023-01-01")
        package[outcome: "jaundubulti-2-3"].recordedOn = day("2023-01-01")
        #expect(
            package.found == [
                "VAL-06 error participants p6 jaundubulti: left on 2023-01-01, the operation ends on 2022-12-31"
            ])
    }

    @Test func `leaving before the entry is found`() {
        var package = SoundPackage()
        package[pupil: 5].leaveDate = day("2019-02-07")
        package[outcome: "sloka-2-2"].recordedOn = day("2019-02-07")
        #expect(
            package.found == [
                "VAL-06 error participants p5 sloka: left on 2019-02-07 but entered on 2019-02-08"
            ])
    }
}

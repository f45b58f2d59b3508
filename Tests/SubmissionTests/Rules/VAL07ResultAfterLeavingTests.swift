import PupilSupport
import Testing

@testable import Submission

struct VAL07ResultAfterLeavingTests {
    @Test func `a result recorded on the day of leaving is in order`() {
        var package = SoundPackage()
        package[outcome: "sloka-2-2"].recordedOn = day("2019-05-31")
        #expect(package.found.isEmpty)
    }

    @Test func `a result recorded the day before leaving is found`() {
        var package = SoundPackage()
        package[outcome: "sloka-2-2"].recordedOn = day("2019-05-30")
        #expect(
            package.found == [
                "VAL-07 error results sloka-2-2 sloka: recorded on 2019-05-30, support ended on 2019-05-31"
            ])
    }

    @Test func `codes of results of somebody who goes on are found`() {
        var package = SoundPackage()
        package[outcome: "jaundubulti-2-3"].commonResults = ["CR03"]
        #expect(
            package.found == [
                "VAL-07 error results jaundubulti-2-3 jaundubulti: codes of results, but support has not ended"
            ])
    }

    @Test func `what came of a plan is known of somebody who goes on`() {
        var package = SoundPackage()
        package[outcome: "jaundubulti-2-3"].recordedOn = day("2019-03-01")
        #expect(package.found.isEmpty)
    }

    @Test func `the result of a plan before a re-entry was recorded before leaving`() {
        var package = SoundPackage()
        package[outcome: "jaundubulti-1-2"].commonResults = ["CR03"]
        #expect(package.found.isEmpty)
    }

    @Test func `codes of results of a pupil who is no participant are found`() {
        var package = SoundPackage()
        var plan = package[plan: "sloka-2-2"]
        plan.id = "sloka-2-3"
        plan.participant = SoundContent.pupil(7)
        package.content.participations.append(plan)
        var outcome = package[outcome: "sloka-2-2"]
        outcome.plan = "sloka-2-3"
        outcome.commonResults = ["CR03"]
        package.content.outcomes.append(outcome)
        #expect(
            package.found == [
                "VAL-07 error results sloka-2-3 sloka: codes of results for a pupil who is no participant"
            ])
    }
}

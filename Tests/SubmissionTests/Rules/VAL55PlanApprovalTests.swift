import PupilSupport
import Testing

@testable import Submission

struct VAL55PlanApprovalTests {
    @Test(arguments: ["approved", "in_progress", "under_review", "inactive"])
    func `an approved plan may have any later status`(status: String) {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].status = status
        #expect(package.found.isEmpty)
    }

    @Test(arguments: ["draft", "in_approval"])
    func `nothing counts under a plan that is not approved`(status: String) {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].status = status
        #expect(
            package.found == [
                "VAL-55 error participations sloka-2-2 sloka: status '\(status)', eligible sessions: 2"
            ])
    }

    @Test(arguments: ["draft", "in_approval"])
    func `a plan that is not approved and has no sessions that count is in order`(status: String) {
        var package = SoundPackage()
        package.addDraft(status)
        #expect(package.found.isEmpty)
    }

    @Test(arguments: ["approved", "in_progress", "under_review", "inactive"])
    func `a plan without the head's day is found`(status: String) {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].status = status
        package[plan: "sloka-2-2"].headApprovedOn = nil
        #expect(
            package.found == [
                "VAL-55 error participations sloka-2-2 sloka: status '\(status)', but no day of the head's approval"
            ])
    }

    @Test func `approvals on one day are in order`() {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].municipalityApprovedOn = day("2019-01-18")
        package[plan: "sloka-2-2"].stateApprovedOn = day("2019-01-18")
        #expect(package.found.isEmpty)
    }

    @Test func `approvals that are not known are in order`() {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].municipalityApprovedOn = nil
        package[plan: "sloka-2-2"].stateApprovedOn = nil
        #expect(package.found.isEmpty)
    }

    @Test func `the municipality before the head is found`() {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].municipalityApprovedOn = day("2019-01-17")
        #expect(
            package.found == [
                "VAL-55 error participations sloka-2-2 sloka: the approvals are not in order: 2019-01-18 2019-01-17 2019-01-24"
            ])
    }

    @Test func `the State before the head is found where the municipality is not known`() {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].municipalityApprovedOn = nil
        package[plan: "sloka-2-2"].stateApprovedOn = day("2019-01-17")
        #expect(
            package.found == [
                "VAL-55 error participations sloka-2-2 sloka: the approvals are not in order: 2019-01-18 2019-01-17"
            ])
    }

    @Test func `an interrupted plan without a reason is doubtful`() {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].status = "interrupted"
        #expect(
            package.found == [
                "VAL-55 warning participations sloka-2-2 sloka: interrupted without a reason"
            ])
    }

    @Test func `an interrupted plan with a reason is in order, and so is what was given before`() {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].status = "interrupted"
        package[plan: "sloka-2-2"].interruptionReason = "slimība"
        #expect(package.found.isEmpty)
    }

    @Test func `a status that is not known is found`() {
        var package = SoundPackage()
        package[plan: "sloka-2-2"].status = "paused"
        #expect(
            package.found == [
                "VAL-55 error participations sloka-2-2 sloka: the status is not known"
            ])
    }
}

extension SoundPackage {
    fileprivate mutating func addDraft(_ status: String) {
        var plan = self[plan: "sloka-2-2"]
        plan.id = "sloka-2-3"
        plan.status = status
        plan.headApprovedOn = nil
        plan.municipalityApprovedOn = nil
        plan.stateApprovedOn = nil
        content.participations.append(plan)
    }
}

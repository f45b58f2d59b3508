import Diagnostics
import PupilSupport

/// A result is the situation after leaving (esf.md, ESF-8).
///
/// Only the last plans of a participant are looked at: what came of a plan before a re-entry was recorded
/// before the participant left for good, as it should be. What came of a plan may be known of a
/// participant who goes on; an answer to the Fund's questions may not. A result that is too late is
/// VAL-08's.
enum VAL07ResultAfterLeaving: SubmissionRule {
    static let code = "VAL-07"
    static let level = RuleLevel.record
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv:
            "ESF rezultāta kodi ir tikai dalībniekam, kas atbalstu beidzis, un rezultāts reģistrēts ne agrāk kā beigšanas dienā",
        en:
            "only a participant who has left has codes of ESF results, and a result is recorded no earlier than the day of leaving"
    )
    static let advice = LocalizedText(
        lv:
            "pārbaudiet, kad rezultāts reģistrēts un vai atbalsts ir beidzies; ja tas turpinās, kodus norāda, kad tas beidzas",
        en:
            "check when the result was recorded and whether support has ended; while it goes on, no codes are given"
    )

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        package.records.content.outcomes.compactMap { outcome in
            guard let plan = package.records.plans[outcome.plan] else { return nil }
            guard let person = package.records.participants[plan.participant] else {
                return outcome.commonResults.isEmpty
                    ? nil
                    : hit(
                        outcome, of: plan, lv: "rezultāta kodi skolēnam, kas nav dalībnieks",
                        en: "codes of results for a pupil who is no participant")
            }
            guard package.lastPlans.contains(plan) else { return nil }
            guard let leave = person.leaveDate else {
                return outcome.commonResults.isEmpty
                    ? nil
                    : hit(
                        outcome, of: plan, lv: "rezultāta kodi, bet atbalsts nav beidzies",
                        en: "codes of results, but support has not ended")
            }
            guard let recorded = outcome.recordedOn, recorded < leave else { return nil }
            return hit(
                outcome, of: plan,
                lv: "reģistrēts \(recorded.latvian), atbalsts beidzies \(leave.latvian)",
                en: "recorded on \(recorded), support ended on \(leave)")
        }
    }

    private static func hit(
        _ outcome: PlanOutcome, of plan: Participation, lv: String, en: String
    ) -> RuleHit {
        RuleHit(at: outcome, school: plan.school, place: outcome.place, lv: lv, en: en)
    }
}

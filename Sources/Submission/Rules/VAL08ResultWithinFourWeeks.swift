import Diagnostics
import PupilSupport

/// A result is recorded within four weeks after leaving; a later one still counts (esf.md, ESF-8).
///
/// Where schools do not say when they recorded what came of plans, it cannot be checked; that is said once
/// a school, with the number of plans.
enum VAL08ResultWithinFourWeeks: SubmissionRule {
    static let code = "VAL-08"
    static let level = RuleLevel.record
    static let severity = Severity.warning
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "rezultāts reģistrēts četru nedēļu laikā pēc beigšanas un ar dienu; vēlāku tāpat ieskaita",
        en:
            "a result is recorded within four weeks after leaving, and dated; a later one still counts"
    )
    static let advice = LocalizedText(
        lv:
            "norādiet dienu, kurā rezultāts reģistrēts; ja tas reģistrēts par vēlu, pierakstiet, kāpēc",
        en: "give the day on which the result was recorded; where it was late, note why")

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let bound = package.records.reference.bounds.resultDays
        var undated: [String: Int] = [:]
        var hits: [RuleHit] = []
        for outcome in package.records.content.outcomes {
            guard let plan = package.records.plans[outcome.plan] else { continue }
            guard let recorded = outcome.recordedOn else {
                if outcome.isGiven || !outcome.commonResults.isEmpty {
                    undated[plan.school, default: 0] += 1
                }
                continue
            }
            guard let leave = package.records.participants[plan.participant]?.leaveDate,
                package.lastPlans.contains(plan)
            else { continue }
            let days = recorded.dayNumber - leave.dayNumber
            guard days > bound else { continue }
            hits.append(
                RuleHit(
                    at: outcome, school: plan.school, place: outcome.place,
                    lv: "reģistrēts \(days). dienā pēc beigšanas, pieļautas \(bound)",
                    en: "recorded \(days) days after leaving, \(bound) are allowed"))
        }
        for (school, count) in undated.sorted(by: { $0.key < $1.key }) {
            hits.append(
                RuleHit(
                    table: PlanOutcome.table.name, row: "", school: school,
                    found: LocalizedText(
                        lv: "rezultāti bez dienas, termiņu nevar pārbaudīt: \(count)",
                        en: "results without a day, so that the term cannot be checked: \(count)")))
        }
        return hits
    }
}

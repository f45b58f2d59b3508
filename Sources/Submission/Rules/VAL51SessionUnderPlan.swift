import Diagnostics
import PupilSupport

/// A session that counts is given under a plan, on one of its days and not before the head approved it; one
/// that does not count says why (esf.md, IAP-26).
///
/// A plan without the head's date is VAL-55's. The pupil of a plan with sessions that count is a participant:
/// figures are of participants, and a session of nobody would be missing in them.
enum VAL51SessionUnderPlan: SubmissionRule {
    static let code = "VAL-51"
    static let level = RuleLevel.crossFile
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv:
            "katra attiecināma nodarbība ir dalībnieka plānā, plāna laikā un ne agrāk kā direktors plānu apstiprinājis; katrai citai ir norādīts, kāpēc tā nav attiecināma",
        en:
            "every eligible session belongs to a participant's plan, on one of its days and not before the head approved it; every other one says why it is not eligible"
    )
    static let advice = LocalizedText(
        lv: "pārbaudiet nodarbības datumu, plāna numuru un plāna datumus un atsūtiet tos vēlreiz",
        en:
            "check the session's date, the number of the plan and the plan's dates, and send them again"
    )

    /// What of a plan its sessions are compared with.
    private struct Plan {
        let school: String
        let first: CivilDate?
        let last: CivilDate?
        let approved: CivilDate?
    }

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let records = package.records
        let plans = records.plans.mapValues { plan in
            Plan(
                school: plan.school, first: plan.startsOn, last: plan.endsOn,
                approved: plan.headApprovedOn)
        }
        let sessions = records.content.consultations.compactMap { session -> RuleHit? in
            let plan = plans[session.plan]
            guard let fault = fault(session, under: plan) else { return nil }
            return RuleHit(
                at: session, school: plan?.school ?? "", place: session.place, lv: fault.lv,
                en: fault.en)
        }
        let known = Set(records.content.participants.lazy.map(\.id))
        return sessions
            + records.content.participations.compactMap { plan in
                guard records.plansWithSessions.contains(plan.id),
                    !known.contains(plan.participant)
                else { return nil }
                return RuleHit(
                    at: plan, lv: "plānam ir attiecināmas nodarbības, bet skolēns nav dalībnieks",
                    en: "the plan has eligible sessions, but its pupil is no participant")
            }
    }

    private static func fault(_ session: Consultation, under plan: Plan?) -> LocalizedText? {
        guard session.isEligible else {
            return session.reason == nil
                ? LocalizedText(
                    lv: "nav attiecināma, bet nav norādīts, kāpēc",
                    en: "not eligible, but no reason is given") : nil
        }
        if session.reason != nil {
            return LocalizedText(
                lv: "attiecināma, bet norādīts arī, kāpēc nav",
                en: "eligible, but a reason against it is given too")
        }
        guard let plan else {
            return LocalizedText(lv: "plāna pakotnē nav", en: "the package has no such plan")
        }
        guard let date = session.date, let first = plan.first, let last = plan.last else {
            return LocalizedText(
                lv: "nodarbībai nav datuma vai plānam laika",
                en: "the session has no date, or the plan no days")
        }
        if date < first || date > last {
            return LocalizedText(
                lv: "notikusi \(date.latvian), plāns ir \(first.latvian)–\(last.latvian)",
                en: "given on \(date), the plan runs from \(first) to \(last)")
        }
        if let approved = plan.approved, date < approved {
            return LocalizedText(
                lv: "notikusi \(date.latvian), direktors plānu apstiprinājis \(approved.latvian)",
                en: "given on \(date), the head approved the plan on \(approved)")
        }
        return nil
    }
}

import Diagnostics
import PupilSupport

/// A plan went through the approvals that its status stands for (esf.md, LV-5 and LV-6).
///
/// A package holds the status of each plan as it was last delivered, not its history; what can be seen of the
/// chain is which dates of approval there are and in which order. Every status under which sessions count is
/// one that a plan has only after the head's approval. That an interruption has no reason is a warning.
enum VAL55PlanApproval: SubmissionRule {
    static let code = "VAL-55"
    static let level = RuleLevel.crossFile
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv:
            "plānam projekta vai saskaņošanas stadijā nav attiecināmu nodarbību; citam plānam ir direktora apstiprinājuma diena, saskaņojumi ir secībā direktors, pašvaldība, IKVD, un apturētam ir iemesls (ja nav, brīdinājums)",
        en:
            "a plan that is a draft or being approved has no eligible sessions; any other has the day of the head's approval, the approvals are in the order head, municipality, IKVD, and an interrupted one has a reason (a warning where not)"
    )
    static let advice = LocalizedText(
        lv:
            "pārbaudiet plāna statusu, saskaņojumu datumus un apturēšanas iemeslu un atsūtiet plānu vēlreiz",
        en:
            "check the plan's status, the days of its approvals and the reason of its interruption, and send it again"
    )

    /// The statuses of a plan that is not approved.
    private static let early: Set<String> = ["draft", "in_approval"]
    private static let interrupted = "interrupted"

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let sessions = earlySessions(in: package.records)
        return package.records.content.participations.flatMap { plan in
            faults(of: plan, in: package.records, sessions: sessions[plan.id] ?? 0).map { fault in
                RuleHit(at: plan, severity: fault.severity, lv: fault.lv, en: fault.en)
            }
        }
    }

    /// Counts the sessions of plans under which nothing may count.
    private static func earlySessions(in records: PackageCase) -> [String: Int] {
        var count: [String: Int] = [:]
        for plan in records.content.participations
        where records.plansWithSessions.contains(plan.id) && !mayCount(plan, in: records) {
            count[plan.id] = 0
        }
        guard !count.isEmpty else { return [:] }
        for index in records.sessions.indices {
            count[records.sessions[index].plan.id]? += 1
        }
        return count
    }

    private static func mayCount(_ plan: Participation, in records: PackageCase) -> Bool {
        !early.contains(plan.status) && records.counts(plan)
    }

    private typealias Fault = (severity: Severity?, lv: String, en: String)

    private static func faults(
        of plan: Participation, in records: PackageCase, sessions: Int
    ) -> [Fault] {
        var faults: [Fault] = []
        if records.term("plan-statuses", plan.status) == nil {
            faults.append((nil, "nezināms statuss", "the status is not known"))
        } else if sessions > 0 {
            faults.append(
                (
                    nil, "statuss '\(plan.status)', attiecināmās nodarbības: \(sessions)",
                    "status '\(plan.status)', eligible sessions: \(sessions)"
                ))
        }
        if mayCount(plan, in: records), plan.headApprovedOn == nil {
            faults.append(
                (
                    nil, "statuss '\(plan.status)', bet nav direktora apstiprinājuma dienas",
                    "status '\(plan.status)', but no day of the head's approval"
                ))
        }
        let approvals = [
            plan.headApprovedOn, plan.municipalityApprovedOn, plan.stateApprovedOn,
        ].compactMap(\.self)
        if approvals != approvals.sorted() {
            faults.append(
                (
                    nil,
                    "saskaņojumi nav secībā: "
                        + approvals.map(\.latvian).joined(separator: " "),
                    "the approvals are not in order: "
                        + approvals.map(\.description).joined(separator: " ")
                ))
        }
        if plan.status == interrupted, plan.interruptionReason.isEmpty {
            faults.append(
                (.warning, "apturēts bez norādīta iemesla", "interrupted without a reason"))
        }
        return faults
    }
}

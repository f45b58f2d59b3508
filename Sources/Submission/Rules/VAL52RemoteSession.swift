import Diagnostics
import PupilSupport

/// A remote session is confirmed by the pupil on its day, on the strength of the head's order (esf.md, LV-8).
///
/// Where a school's exports name no orders, their absence is a warning, once a school; where they do, a remote session
/// without one is held back at the import (REC-012), and in no package.
enum VAL52RemoteSession: SubmissionRule {
    static let code = "VAL-52"
    static let level = RuleLevel.crossFile
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv:
            "attiecināmu attālinātu nodarbību skolēns apliecina tās dienā, un tai ir direktora rīkojums (ja rīkojums nav norādīts, brīdinājums)",
        en:
            "an eligible remote session is confirmed by the pupil on its day, and there is the head's order for it (a warning where the order is not named)"
    )
    static let advice = LocalizedText(
        lv: "lūdziet skolai apliecinājumu un direktora rīkojuma numuru un dienu",
        en: "ask the school for the confirmation, and for the number and day of the head's order")

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        var withoutOrder: [String: Int] = [:]
        var hits: [RuleHit] = []
        for session in package.records.content.consultations
        where session.isEligible && session.mode == .remote {
            let school = package.records.plans[session.plan]?.school ?? ""
            if session.order.isEmpty { withoutOrder[school, default: 0] += 1 }
            guard session.confirmedOn == nil || session.confirmedOn != session.date
            else { continue }
            let held = (session.date?.latvian ?? "–", session.date?.description ?? "–")
            let confirmed = (
                session.confirmedOn?.latvian ?? "–", session.confirmedOn?.description ?? "–"
            )
            hits.append(
                RuleHit(
                    at: session, school: school, place: session.place,
                    lv: "attālināta nodarbība \(held.0), apliecinājums: \(confirmed.0)",
                    en: "a remote session on \(held.1), confirmation: \(confirmed.1)"))
        }
        for (school, count) in withoutOrder.sorted(by: { $0.key < $1.key }) {
            hits.append(
                RuleHit(
                    table: Consultation.table.name, row: "", school: school,
                    found: LocalizedText(
                        lv: "attālinātas nodarbības bez norādīta direktora rīkojuma: \(count)",
                        en: "remote sessions without the head's order being named: \(count)"),
                    severity: .warning))
        }
        return hits
    }
}

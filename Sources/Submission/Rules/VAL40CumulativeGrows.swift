import Diagnostics
import PupilSupport

/// The number since the beginning never becomes smaller, unless a correction says why (esf.md, ESF-9).
enum VAL40CumulativeGrows: SubmissionRule {
    static let code = "VAL-40"
    static let level = RuleLevel.time
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv:
            "dalībnieku kopš projekta sākuma nav mazāk kā iepriekšējā semestra pakotnē, ja vien nav labojuma piezīmes",
        en:
            "there are no fewer participants since the beginning than in the package of the semester before, unless there is a correction note"
    )
    static let advice = LocalizedText(
        lv:
            "noskaidrojiet, kuri dalībnieki vairs netiek skaitīti; ja tas ir pareizi, pierakstiet labojuma piezīmi",
        en:
            "find out which participants no longer count; where that is right, write a correction note"
    )

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        guard let previous = package.records.reference.previous else { return [] }
        let row = Reconciliation(package).row(.cumulative, "grand_total")
        func hit(lv: String, en: String) -> [RuleHit] {
            [
                RuleHit(
                    table: ReconciliationRow.table.name,
                    row: row.map(ReconciliationRow.table.rowName) ?? "",
                    found: LocalizedText(lv: lv, en: en))
            ]
        }
        guard let before = Semester(code: previous.semester),
            let semester = package.records.semester, before < semester
        else {
            return hit(
                lv: "iepriekšējā pakotne \(previous.package) nav par agrāku semestri",
                en: "the package before, \(previous.package), is not of an earlier semester")
        }
        let count = package.records.content.participants.count
        let least = min(count, row?.value ?? count)
        guard least < previous.grandTotal, previous.correctionNote.isEmpty else { return [] }
        return hit(
            lv: "dalībnieki: \(least); pakotnē \(previous.package): \(previous.grandTotal)",
            en: "participants: \(least); in package \(previous.package): \(previous.grandTotal)")
    }
}

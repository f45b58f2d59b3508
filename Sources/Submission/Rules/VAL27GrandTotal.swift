import Diagnostics
import PupilSupport

/// Incomplete records are what the grand total has more than the total (esf.md, ESF-12).
enum VAL27GrandTotal: SubmissionRule {
    static let code = "VAL-27"
    static let level = RuleLevel.aggregate
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv:
            "dalībnieku ar pilnīgām ziņām nav vairāk kā visu atbalstīto, un starpība ir nepilnīgie ieraksti",
        en:
            "the total is no more than the grand total, and the difference is the number of incomplete records"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        package.grid.spans.compactMap { span in
            guard let all = package.grid[FundCodes.grandTotal, span],
                let grandTotal = all.value.total,
                let total = package.grid[FundCodes.total, span]?.value.total
            else { return nil }
            let incomplete = package.people[span]?.incomplete ?? 0
            guard grandTotal &- total != incomplete else { return nil }
            return RuleHit(
                at: all.place,
                lv:
                    "visi \(grandTotal), ar pilnīgām ziņām \(total), nepilnīgie ieraksti \(incomplete)",
                en: "\(grandTotal) in all, \(total) complete, \(incomplete) incomplete records")
        }
            + Reconciliation(package).differences(in: ["grand_total", "complete", "incomplete"])
    }
}

import Diagnostics
import PupilSupport

/// What participants may be beside all else is no more than the participants.
enum VAL25WithinTotal: SubmissionRule {
    static let code = "VAL-25"
    static let level = RuleLevel.aggregate
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv: "CO15, CO16, CO17, CO18 un CO19 katrs nav vairāk kā dalībnieku ar pilnīgām ziņām",
        en:
            "CO15, CO16, CO17, CO18 and CO19 are each no more than the participants with complete records"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let comparison = FigureComparison(grid: package.grid)
        return package.codes.circumstances.flatMap {
            comparison.hits([$0], .atMost, [FundCodes.total])
        }
    }
}

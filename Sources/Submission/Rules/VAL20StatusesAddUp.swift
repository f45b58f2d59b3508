import Diagnostics
import PupilSupport

/// The three statuses add up to the total: every complete record is in exactly one.
enum VAL20StatusesAddUp: SubmissionRule {
    static let code = "VAL-20"
    static let level = RuleLevel.aggregate
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv: "bezdarbnieki, neaktīvie un nodarbinātie kopā ir dalībnieki ar pilnīgām ziņām",
        en:
            "the unemployed, the inactive and the employed together are the participants with complete records"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let codes = package.codes
        return FigureComparison(grid: package.grid).hits(
            [codes.unemployed, codes.inactive, codes.employed], .equal, [FundCodes.total])
    }
}

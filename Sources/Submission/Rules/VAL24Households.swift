import Diagnostics
import PupilSupport

/// Households fit into one another, where they were counted at all.
///
/// The questions were struck out in 2018 and this program never asks them; a figure under one of the codes
/// can only have come from elsewhere, and must then make sense.
enum VAL24Households: SubmissionRule {
    static let code = "VAL-24"
    static let level = RuleLevel.aggregate
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "ja ir mājsaimniecību rādītāji (līdz 2018. gadam), CO12 un CO14 nav vairāk kā dalībnieku un CO13 nav vairāk kā CO12",
        en:
            "where households are counted (before 2018), CO12 and CO14 are no more than the participants, and CO13 is no more than CO12"
    )
    static let advice = LocalizedText(
        lv: "mājsaimniecību rādītājus vairs nevāc; izņemiet tos vai labojiet",
        en: "indicators of households are no longer collected; take them out, or correct them")

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let codes = package.codes.households
        guard codes.count == 3 else { return [] }
        let comparison = FigureComparison(grid: package.grid)
        return comparison.hits([codes[0]], .atMost, [FundCodes.total])
            + comparison.hits([codes[1]], .atMost, [codes[0]])
            + comparison.hits([codes[2]], .atMost, [FundCodes.total])
    }
}

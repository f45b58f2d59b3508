import Diagnostics
import PupilSupport

/// The groups of age fit into the total, and those above 54 who do nothing into those above 54 and into those
/// who do nothing.
enum VAL22Ages: SubmissionRule {
    static let code = "VAL-22"
    static let level = RuleLevel.aggregate
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "vecuma grupās kopā nav vairāk kā dalībnieku; CO08 nav vairāk kā CO07 un nav vairāk kā CO01 un CO04 kopā",
        en:
            "the groups of age together are no more than the participants; CO08 is no more than CO07, and no more than CO01 and CO04 together"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let codes = package.codes
        let comparison = FigureComparison(grid: package.grid)
        var hits = comparison.hits(codes.young + [codes.old], .atMost, [FundCodes.total])
        if let idle = codes.oldAndIdle, let outside = codes.inactiveNotInEducation {
            hits += comparison.hits([idle], .atMost, [codes.old])
            hits += comparison.hits([idle], .atMost, [codes.unemployed, outside])
        }
        return hits
    }
}

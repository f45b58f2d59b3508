import Diagnostics
import PupilSupport

/// A part of a status is no more than the status.
enum VAL21PartsWithinWholes: SubmissionRule {
    static let code = "VAL-21"
    static let level = RuleLevel.aggregate
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "ilgstošo bezdarbnieku nav vairāk kā bezdarbnieku, un neaktīvo, kas nemācās, nav vairāk kā neaktīvo",
        en:
            "there are no more long-term unemployed than unemployed, and no more inactive out of education than inactive"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let codes = package.codes
        let comparison = FigureComparison(grid: package.grid)
        var hits = comparison.hits([codes.longTermUnemployed], .atMost, [codes.unemployed])
        if let outside = codes.inactiveNotInEducation {
            hits += comparison.hits([outside], .atMost, [codes.inactive])
        }
        return hits
    }
}

import Diagnostics
import PupilSupport

/// Somebody supported at two schools counts at each, and once in the municipality.
enum VAL50PupilAtTwoSchools: SubmissionRule {
    static let code = "VAL-50"
    static let level = RuleLevel.crossFile
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "vairākās skolās atbalstītu skolēnu skaita katrā skolā, bet pašvaldībā vienreiz; skolu summas un pašvaldības skaita starpība ir uzrādītie dublikāti",
        en:
            "a pupil supported at several schools counts at each, and once in the municipality; the sum of the schools less the municipality is the number of duplicates that is listed"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let rows = Reconciliation(package)
        var hits: [RuleHit] = []
        if let twice = rows.row(.semester, "duplicates"), let duplicates = twice.value,
            let sum = rows.value(.semester, "sum_of_schools"),
            let all = rows.value(.semester, "supported"), sum &- all != duplicates
        {
            hits.append(
                RuleHit(
                    at: twice,
                    lv: "skolu summa \(sum), pašvaldībā \(all), dublikāti \(duplicates)",
                    en:
                        "the schools sum up to \(sum), \(all) in the municipality, \(duplicates) duplicates"
                ))
        }
        return hits + rows.differences(in: ["supported", "sum_of_schools", "duplicates"])
    }
}

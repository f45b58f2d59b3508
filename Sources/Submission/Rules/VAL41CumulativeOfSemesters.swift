import Diagnostics
import PupilSupport

/// People since the beginning are at least those of the largest semester and at most those of all semesters.
enum VAL41CumulativeOfSemesters: SubmissionRule {
    static let code = "VAL-41"
    static let level = RuleLevel.time
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "dalībnieku kopš projekta sākuma nav vairāk kā semestru skaitļu summa un nav mazāk kā lielākajā semestrī",
        en:
            "the participants since the beginning are no more than the sum of the semesters and no fewer than in the largest one"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let rows = Reconciliation(package)
        var hits: [RuleHit] = []
        if let all = rows.row(.cumulative, "grand_total"), let count = all.value,
            let sum = rows.value(.cumulative, "sum_of_semesters"),
            let largest = rows.value(.cumulative, "largest_semester"),
            count > sum || count < largest
        {
            hits.append(
                RuleHit(
                    at: all,
                    lv: "dalībnieki \(count), semestru summa \(sum), lielākajā semestrī \(largest)",
                    en:
                        "\(count) participants, the semesters sum up to \(sum), the largest has \(largest)"
                ))
        }
        return hits + rows.differences(in: ["sum_of_semesters", "largest_semester"])
    }
}

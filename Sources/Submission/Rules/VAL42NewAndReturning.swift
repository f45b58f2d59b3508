import Diagnostics
import PupilSupport

/// Those who are new are what the number since the beginning grew by; with those who return they are the
/// semester.
enum VAL42NewAndReturning: SubmissionRule {
    static let code = "VAL-42"
    static let level = RuleLevel.time
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "jaunie dalībnieki ir tik, par cik pieaudzis skaits kopš projekta sākuma, un jaunie un tie, kas turpina, kopā ir semestra dalībnieki",
        en:
            "the new participants are what the number since the beginning grew by, and with those who return they are the participants of the semester"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let rows = Reconciliation(package)
        var hits: [RuleHit] = []
        if let all = rows.row(.cumulative, "grand_total"), let count = all.value,
            let before = rows.value(.cumulative, "before"),
            let new = rows.row(.semester, "new"), let added = new.value
        {
            if added != count &- before {
                hits.append(
                    RuleHit(
                        at: all,
                        lv: "dalībnieki \(count), pirms semestra \(before), jauni \(added)",
                        en: "\(count) participants, \(before) before the semester, \(added) new"))
            }
            if let returning = rows.value(.semester, "returning"),
                let supported = rows.value(.semester, "supported"), added &+ returning != supported
            {
                hits.append(
                    RuleHit(
                        at: new,
                        lv: "jauni \(added), turpina \(returning), semestrī \(supported)",
                        en: "\(added) new, \(returning) returning, \(supported) in the semester"))
            }
        }
        return hits + rows.differences(in: ["before", "new", "returning"])
    }
}

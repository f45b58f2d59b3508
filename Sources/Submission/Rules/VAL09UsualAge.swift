import Diagnostics
import PupilSupport

/// The age at entry is one that a pupil of the operation's classes can have.
///
/// The bounds stand in the package's reference. Neither the age nor the day of birth is quoted.
enum VAL09UsualAge: SubmissionRule {
    static let code = "VAL-09"
    static let level = RuleLevel.record
    static let severity = Severity.warning
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "vecums iesaistoties ir 9–21 gads, ja definīcijās nav noteikts citādi; jaunāks par 9 vai vecāks par 25 ir kļūda",
        en:
            "the age at entry is 9 to 21 unless the definitions say otherwise; below 9 or above 25 it is an error"
    )
    static let advice = LocalizedText(
        lv: "salīdziniet dzimšanas datumu ar dokumentu",
        en: "compare the day of birth with the document")

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let bounds = package.records.reference.bounds
        return package.records.content.participants.compactMap { person in
            guard let age = person.ageAtEntry else { return nil }
            if age < bounds.leastAge {
                return RuleHit(
                    at: person, severity: .error, lv: "jaunāks par \(bounds.leastAge) gadiem",
                    en: "younger than \(bounds.leastAge)")
            }
            if age > bounds.greatestAge {
                return RuleHit(
                    at: person, severity: .error, lv: "vecāks par \(bounds.greatestAge) gadiem",
                    en: "older than \(bounds.greatestAge)")
            }
            guard age > bounds.usualHighestAge else { return nil }
            return RuleHit(
                at: person, lv: "vecāks par \(bounds.usualHighestAge) gadu",
                en: "older than \(bounds.usualHighestAge)")
        }
    }
}

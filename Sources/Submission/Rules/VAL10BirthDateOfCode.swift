import Diagnostics
import PupilSupport

/// A personal code of the old kind and the day of birth agree (domain facts, section 4.6).
///
/// Personal codes are there only in a package with identifiers; without them nothing can be compared, and
/// nothing is hit. The check digit is a matter of the delivery, not of the package.
enum VAL10BirthDateOfCode: SubmissionRule {
    static let code = "VAL-10"
    static let level = RuleLevel.record
    static let severity = Severity.warning
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv: "dzimšanas datums ir tas, ko satur vecā parauga personas kods, ja kods pakotnē ir",
        en:
            "the day of birth is that of a personal code of the old kind, where the package has the code"
    )
    static let advice = LocalizedText(
        lv: "salīdziniet dzimšanas datumu un personas kodu ar dokumentu",
        en: "compare the day of birth and the personal code with the document")

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        package.records.content.participants.compactMap { person in
            guard !person.personalCode.isEmpty else { return nil }
            guard let code = PersonalCode(person.personalCode) else {
                return RuleHit(
                    at: person, lv: "personas koda uzbūve nav pareiza",
                    en: "the personal code is not formed as one")
            }
            guard !code.isNewKind, let born = person.birthDate, born != code.birthDate
            else { return nil }
            return RuleHit(
                at: person, lv: "dzimšanas datums nav tas, ko satur personas kods",
                en: "the day of birth is not the one in the personal code")
        }
    }
}

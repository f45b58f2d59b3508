import Diagnostics
import PupilSupport

/// The completed education is that of the class at entry.
///
/// esf.md gives two bases for it, general knowledge and derivation; the weaker is named.
enum VAL12EducationOfClass: SubmissionRule {
    static let code = "VAL-12"
    static let level = RuleLevel.record
    static let severity = Severity.warning
    static let basis = RuleBasis.general
    static let statement = LocalizedText(
        lv: "iegūtā izglītība atbilst klasei: 5.–6. klasei 0, 7.–9. klasei 1, 10.–12. klasei 2",
        en: "the completed education is that of the class: 0 in classes 5–6, 1 in 7–9, 2 in 10–12")
    static let advice = LocalizedText(
        lv: "pārbaudiet klasi iesaistīšanās dienā un iegūto izglītību",
        en: "check the class on the day of entry and the completed education")

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        package.records.content.participants.compactMap { person in
            guard let grade = person.gradeAtEntry, let education = person.education,
                CompletedEducation(classLevel: grade) != education
            else { return nil }
            return RuleHit(
                at: person, lv: "iegūtā izglītība neatbilst klasei",
                en: "the completed education is not that of the class")
        }
    }
}

import Diagnostics
import PupilSupport

/// An enrolled pupil is inactive and in education; everything else is looked at.
enum VAL11PupilInEducation: SubmissionRule {
    static let code = "VAL-11"
    static let level = RuleLevel.record
    static let severity = Severity.warning
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv: "skolēns iesaistoties ir ekonomiski neaktīvs un mācās (inactive_in_edu)",
        en: "a pupil is inactive and in education at entry (inactive_in_edu)")
    static let advice = LocalizedText(
        lv: "pārbaudiet statusu; skolēnam, kas strādā vai ir bezdarbnieks, vajag dokumentu",
        en: "check the status; a pupil who works or is unemployed needs a document that says so")

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        package.records.content.participants.compactMap { person in
            guard person.gradeAtEntry != nil, let status = person.labourStatus,
                status != .inactiveInEducation
            else { return nil }
            return RuleHit(
                at: person, lv: "skolēna statuss darba tirgū ir cits",
                en: "the pupil has another status on the labour market")
        }
    }
}

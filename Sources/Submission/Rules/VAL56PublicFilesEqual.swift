import Diagnostics
import PupilSupport

/// The files of the public part say the same, each in its own form.
///
/// The files are compared where they are read; the rule tells what came of it. A package without a public
/// part has nothing to compare.
enum VAL56PublicFilesEqual: SubmissionRule {
    static let code = "VAL-56"
    static let level = RuleLevel.crossFile
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "publiskās daļas CSV, JSON un HTML failos ir vieni un tie paši skaitļi un tie paši aizklājumi",
        en: "CSV, JSON and HTML of the public part have the same numbers and hide the same")
    static let advice = LocalizedText(
        lv: "publisko daļu nelabo ar roku: sagatavojiet pakotni no jauna",
        en: "the public part is not mended by hand: make the package again")

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        guard package.arePublicFilesEqual == false else { return [] }
        return [
            RuleHit(
                table: "summary", row: "",
                found: LocalizedText(
                    lv: "publiskās daļas faili atšķiras", en: "the files of the public part differ")
            )
        ]
    }
}

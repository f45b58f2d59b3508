import Diagnostics
import PupilSupport

/// A semester has neither more than twice nor less than half of the participants of the one before.
///
/// The first semester of the operation has nothing to be compared with. The semester before is counted from
/// the records, for the figures do not hold it.
enum VAL43SemesterChange: SubmissionRule {
    static let code = "VAL-43"
    static let level = RuleLevel.time
    static let severity = Severity.warning
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "semestra dalībnieku nav vairāk kā divreiz vairāk vai divreiz mazāk kā iepriekšējā semestrī",
        en:
            "the participants of a semester are at most twice and at least half those of the one before"
    )
    static let advice = LocalizedText(
        lv:
            "pārbaudiet, vai ir visu skolu dati par abiem semestriem; ja ir, apstipriniet brīdinājumu",
        en:
            "check that all schools' data of both semesters are there; if so, acknowledge the warning"
    )

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        guard let semester = package.records.semester,
            let row = Reconciliation(package).row(.semester, "supported"), let now = row.value
        else { return [] }
        let before = package.recount.supported(
            in: semester.previous, school: CommonIndicatorCount.everySchool)
        guard before > 0, now > 2 * before || now < (before + 1) / 2 else { return [] }
        return [
            RuleHit(
                at: row, lv: "semestrī \(now), iepriekšējā \(before)",
                en: "\(now) in the semester, \(before) in the one before")
        ]
    }
}

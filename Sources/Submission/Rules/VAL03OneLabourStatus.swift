import Diagnostics
import PupilSupport

/// A complete record counts as exactly one of unemployed, inactive and employed.
///
/// The record is put to the definitions that it is counted by, so that a mistake in a table of indicators is
/// found as well as a status that is missing.
enum VAL03OneLabourStatus: SubmissionRule {
    static let code = "VAL-03"
    static let level = RuleLevel.record
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv:
            "dalībnieks ar pilnīgām ziņām ir tieši viens no trim: bezdarbnieks, ekonomiski neaktīvs vai nodarbināts",
        en:
            "a participant with a complete record is exactly one of unemployed, inactive and employed"
    )
    static let advice = LocalizedText(
        lv:
            "norādiet vienu statusu darba tirgū iesaistīšanās dienā; skolēnam tas ir inactive_in_edu",
        en:
            "give one status on the labour market on the day of entry; for a pupil it is inactive_in_edu"
    )

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        hits(in: package, by: package.indicators, package.codes)
    }

    static func hits(
        in package: CheckedPackage, by indicators: CommonIndicators, _ codes: FundCodes
    ) -> [RuleHit] {
        let statuses = [codes.unemployed, codes.inactive, codes.employed]
        return package.records.content.participants.compactMap { person in
            guard person.isComplete else { return nil }
            let count = indicators.count(of: statuses, person)
            guard count != 1 else { return nil }
            return RuleHit(
                at: person, lv: "statusu skaits: \(count)", en: "number of statuses: \(count)")
        }
    }
}

import Diagnostics
import PupilSupport

/// A complete record counts as exactly one level of completed education, "below primary school" being one.
///
/// Pupils of classes 5 and 6 have not completed primary school: that is an answer, not a gap (esf.md,
/// section 1.4).
enum VAL05OneEducationLevel: SubmissionRule {
    static let code = "VAL-05"
    static let level = RuleLevel.record
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "dalībniekam ar pilnīgām ziņām ir tieši viens iegūtās izglītības līmenis: zem ISCED 1, ISCED 1–2, 3–4 vai 5–8",
        en:
            "a participant with a complete record has exactly one level of completed education: below ISCED 1, ISCED 1–2, 3–4 or 5–8"
    )
    static let advice = LocalizedText(
        lv: "norādiet klasi iesaistīšanās dienā: 5.–6. klase ir 0, 7.–9. klase 1, 10.–12. klase 2",
        en:
            "give the class on the day of entry: classes 5–6 are 0, classes 7–9 are 1, classes 10–12 are 2"
    )

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        hits(in: package, by: package.indicators, package.codes)
    }

    static func hits(
        in package: CheckedPackage, by indicators: CommonIndicators, _ codes: FundCodes
    ) -> [RuleHit] {
        package.records.content.participants.compactMap { person in
            guard person.isComplete else { return nil }
            let isUncounted = person.education == .belowPrimary && !codes.hasBelowPrimary
            let count = indicators.count(of: codes.education, person) + (isUncounted ? 1 : 0)
            guard count != 1 else { return nil }
            return RuleHit(
                at: person, lv: "izglītības līmeņu skaits: \(count)",
                en: "number of levels of education: \(count)")
        }
    }
}

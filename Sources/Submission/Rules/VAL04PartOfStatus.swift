import Diagnostics
import PupilSupport

/// A long-term unemployed participant counts as unemployed; one who is inactive and not in education counts
/// as inactive.
///
/// A record holds one status, so it cannot contradict itself; what can is a table of indicators.
enum VAL04PartOfStatus: SubmissionRule {
    static let code = "VAL-04"
    static let level = RuleLevel.record
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "ilgstošo bezdarbnieku skaita arī starp bezdarbniekiem un neaktīvo, kas nemācās, arī starp neaktīvajiem",
        en:
            "who is long-term unemployed counts as unemployed, and who is inactive and not in education counts as inactive"
    )
    static let advice = LocalizedText(
        lv: "ziņojiet programmas uzturētājiem: rādītāju definīcijas ir pretrunīgas",
        en:
            "tell those who maintain the program: the definitions of indicators contradict each other"
    )

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        hits(in: package, by: package.indicators, package.codes)
    }

    static func hits(
        in package: CheckedPackage, by indicators: CommonIndicators, _ codes: FundCodes
    ) -> [RuleHit] {
        var parts = [(codes.longTermUnemployed, codes.unemployed)]
        if let outside = codes.inactiveNotInEducation { parts.append((outside, codes.inactive)) }
        return package.records.content.participants.flatMap { person in
            parts.compactMap { part, whole in
                guard indicators.count(of: [part], person) == 1,
                    indicators.count(of: [whole], person) == 0
                else { return nil }
                return RuleHit(
                    at: person, lv: "ieskaitīts \(part), bet ne \(whole)",
                    en: "counts in \(part) but not in \(whole)")
            }
        }
    }
}

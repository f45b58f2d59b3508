import Diagnostics
import PupilSupport

/// Participants look like pupils: none works, none is old, none has finished secondary school.
///
/// The figures since the beginning are looked at, school by school; those of all schools only where no school
/// has what they have, so that a doubt is told once.
enum VAL31PupilProfile: SubmissionRule {
    static let code = "VAL-31"
    static let level = RuleLevel.aggregate
    static let severity = Severity.warning
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "skolēnu projektā CO02, CO04, CO05, CO07, CO08, CO10 un CO11 ir nulle, un visi ir jaunāki par 25 gadiem",
        en:
            "in a project for pupils CO02, CO04, CO05, CO07, CO08, CO10 and CO11 are zero, and all are below 25"
    )
    static let advice = LocalizedText(
        lv: "pārbaudiet šo dalībnieku ierakstus; ja tie ir pareizi, apstipriniet brīdinājumu",
        en: "check the records of these participants; where they are right, acknowledge the warning"
    )

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let codes = package.codes
        let empty =
            [codes.longTermUnemployed, codes.employed, codes.old]
            + [codes.inactiveNotInEducation, codes.oldAndIdle].compactMap(\.self)
            + codes.education.dropFirst()
        let spans = package.grid.spans.filter { $0.type == .cumulative }
        var hits = empty.sorted().flatMap { code in
            told(spans) { span in
                guard let figure = package.grid[code, span], let value = figure.value.total,
                    value > 0
                else { return nil }
                return RuleHit(
                    at: figure.place, lv: "\(code) ir \(value), gaidīta nulle",
                    en: "\(code) is \(value), zero is expected")
            }
        }
        hits += told(spans) { span in
            let figures = codes.young.compactMap { package.grid[$0, span] }
            let young = figures.reduce(0) { $0 &+ ($1.value.total ?? 0) }
            guard let last = figures.last, figures.count == codes.young.count,
                let total = package.grid[FundCodes.total, span]?.value.total, young != total
            else { return nil }
            let text = codes.young.joined(separator: " + ")
            return RuleHit(
                at: last.place, lv: "\(text) ir \(young), dalībnieki ir \(total)",
                en: "\(text) is \(young), there are \(total) participants")
        }
        return hits
    }

    private static func told(
        _ spans: [FigureSpan], _ hit: (FigureSpan) -> RuleHit?
    ) -> [RuleHit] {
        let ofSchools = spans.filter { !$0.ownSchool.isEmpty }.compactMap(hit)
        return ofSchools.isEmpty
            ? spans.filter { $0.ownSchool.isEmpty }.compactMap(hit) : ofSchools
    }
}

import Diagnostics
import PupilSupport

/// A result counts no more people than it can.
///
/// Outputs stand in the period of entry and results in the period of leaving, so they are compared since the
/// beginning only; those that left are compared in every period.
enum VAL29ResultsWithinOutputs: SubmissionRule {
    static let code = "VAL-29"
    static let level = RuleLevel.aggregate
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "CR01 nav vairāk kā neaktīvo, CR02 kā to, kas nemācījās, CR03 kā dalībnieku, CR04 kā nestrādājošo, CR05 kā to, kam kāda no CO15–CO17 atbildēm ir jā, un neviens nav vairāk kā projektu beigušo",
        en:
            "CR01 is no more than the inactive, CR02 than those not in education, CR03 than the participants, CR04 than those not employed, CR05 than those with any of CO15–CO17, and none is more than those that left"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let codes = package.codes
        let comparison = FigureComparison(grid: package.grid)
        var hits = comparison.hits(
            [codes.results[0]], .atMost, [codes.inactive], in: [.cumulative])
        hits += bound(codes.results[1], in: package) { span in
            guard let total = package.grid[FundCodes.total, span]?.value.total else { return nil }
            return total &- (package.people[span]?.inEducation ?? 0)
        }
        hits += comparison.hits(
            [codes.results[2]], .atMost, [FundCodes.total], in: [.cumulative])
        hits += comparison.hits(
            [codes.results[3]], .atMost, [codes.unemployed, codes.inactive], in: [.cumulative])
        if let disadvantaged = codes.disadvantagedResult {
            hits += bound(disadvantaged, in: package) {
                package.people[$0]?.disadvantaged ?? 0
            }
        }
        for code in codes.results + [codes.disadvantagedResult].compactMap(\.self) {
            hits += comparison.hits([code], .atMost, [FundCodes.leavers])
        }
        return hits
    }

    /// Returns a hit where a result since the beginning is more than the records allow.
    private static func bound(
        _ code: String, in package: CheckedPackage, _ most: (FigureSpan) -> Int?
    ) -> [RuleHit] {
        package.grid.spans.compactMap { span in
            guard span.type == .cumulative, let figure = package.grid[code, span],
                let value = figure.value.total, let most = most(span), value > most
            else { return nil }
            return RuleHit(
                at: figure.place, lv: "\(code) ir \(value), pēc ierakstiem var būt \(most)",
                en: "\(code) is \(value), the records allow \(most)")
        }
    }
}

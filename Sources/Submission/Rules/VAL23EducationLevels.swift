import Diagnostics
import PupilSupport

/// The levels of education fit into the total; what is left have not completed primary school.
///
/// How many these are is counted from the records. The later period counts them in its lowest level, so that
/// nothing is left.
enum VAL23EducationLevels: SubmissionRule {
    static let code = "VAL-23"
    static let level = RuleLevel.aggregate
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "izglītības līmeņos kopā nav vairāk kā dalībnieku, un starpība ir dalībnieki bez pabeigtas sākumskolas",
        en:
            "the levels of education together are no more than the participants, and the difference are those who have not completed primary school"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let codes = package.codes
        return package.grid.spans.compactMap { span in
            let levels = codes.education.compactMap { package.grid[$0, span] }
            guard levels.count == codes.education.count,
                let total = package.grid[FundCodes.total, span]
            else { return nil }
            var lowest = IndicatorValue()
            let below = package.people[span]?.belowPrimary
            lowest.take(codes.hasBelowPrimary ? PeopleCount() : below ?? PeopleCount())
            for part in FigureComparison.parts {
                guard let all = total.value[keyPath: part.field],
                    let below = lowest[keyPath: part.field]
                else { continue }
                let values = levels.compactMap { $0.value[keyPath: part.field] }
                let sum = values.reduce(0) { $0 &+ $1 }
                guard values.count == levels.count, sum != all &- below else { continue }
                return RuleHit(
                    at: total.place,
                    lv:
                        "\(part.lv): dalībnieki \(all), izglītības līmeņos \(sum), bez sākumskolas \(below)",
                    en:
                        "\(part.en): \(all) participants, \(sum) in the levels of education, \(below) without primary school"
                )
            }
            return nil
        }
    }
}

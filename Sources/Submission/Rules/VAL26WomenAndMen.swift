import Diagnostics
import PupilSupport

/// Women and men make up every number of participants (esf.md, ESF-15).
///
/// Only a number that takes in incomplete records may be larger, by those whose sex is not known: the grand
/// total by exactly these, the project's own numbers by no more than there are. Numbers that count no people
/// have no women and men.
enum VAL26WomenAndMen: SubmissionRule {
    static let code = "VAL-26"
    static let level = RuleLevel.aggregate
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv:
            "katrā dalībnieku rādītājā sievietes un vīrieši kopā ir visi; trūkt var tikai tie, kuru dzimums nav zināms, un tikai rādītājos ar nepilnīgiem ierakstiem",
        en:
            "in every indicator of participants women and men together are all; only those whose sex is not known may be missing, and only where incomplete records count"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let unknown = package.records.content.participants.count { $0.sex == nil }
        let ofPeople = Set(
            ProjectIndicator.all.lazy.filter(\.isOfParticipants).flatMap { indicator in
                indicator.breakdowns.map { indicator.code($0, "") }
            })
        // There are many schools, but few codes.
        var known: [String: Bool] = [:]
        func isOfPeople(_ code: String) -> Bool {
            if let isOne = known[code] { return isOne }
            let isOne = ofPeople.contains { $0.hasSuffix("-") ? code.hasPrefix($0) : code == $0 }
            known[code] = isOne
            return isOne
        }
        return package.aggregates.output.compactMap { row in
            guard !package.codes.entities.contains(row.value.code) else { return nil }
            let rest = row.value.code == FundCodes.grandTotal ? withoutSex(package, row.value) : 0
            return hit(row, rest...rest)
        }
            + package.aggregates.result.compactMap { hit($0, 0...0) }
            + package.aggregates.project.compactMap { row in
                isOfPeople(row.value.code) ? hit(row, 0...unknown) : nil
            }
    }

    private static func withoutSex(_ package: CheckedPackage, _ value: IndicatorValue) -> Int {
        guard let type = value.periodType else { return 0 }
        let span = FigureSpan(type: type, period: value.period, school: value.school)
        return package.people[span]?.withoutSex ?? 0
    }

    private static func hit<Row: IndicatorRecord>(
        _ row: Row, _ rest: ClosedRange<Int>
    ) -> RuleHit? {
        guard let women = row.value.women, let men = row.value.men else {
            return RuleHit(
                figure: row, lv: "nav sieviešu un vīriešu skaita",
                en: "the number of women and men is missing")
        }
        guard let total = row.value.total, !rest.contains(total &- women &- men)
        else { return nil }
        return RuleHit(
            figure: row, lv: "sievietes \(women), vīrieši \(men), kopā \(total)",
            en: "\(women) women, \(men) men, \(total) in total")
    }
}

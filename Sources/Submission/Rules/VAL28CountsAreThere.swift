import Diagnostics
import PupilSupport

/// Every count is there and is a whole number from zero (esf.md, ESF-14 and section 1.6).
///
/// The tables hold whole numbers alone, so that a decimal, which only a sample may give, cannot stand in
/// them. Of the Fund's indicators every code must be there for every period and school, zero where there is
/// nothing; what is missing of a period and school is one hit.
enum VAL28CountsAreThere: SubmissionRule {
    static let code = "VAL-28"
    static let level = RuleLevel.aggregate
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "katrs ESF rādītājs ir par katru periodu un skolu, arī ja tas ir nulle, un katrs skaits ir vesels un nav negatīvs",
        en:
            "every indicator of the Fund is there for every period and school, even if zero, and every count is whole and not negative"
    )
    static let advice = LocalizedText.countedAnew

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let aggregates = package.aggregates
        var hits = aggregates.output.compactMap { negative($0) }
        if package.records.reference.indicatorSet != nil {
            hits += missing(
                package.indicators.output.map(\.code) + [FundCodes.total, FundCodes.grandTotal],
                OutputIndicatorRow.self, in: package)
        }
        hits += aggregates.result.compactMap { negative($0) }
        if package.records.reference.indicatorSet != nil {
            hits += missing(
                package.indicators.result.map(\.code) + [FundCodes.leavers],
                ResultIndicatorRow.self, in: package)
        }
        hits += aggregates.project.compactMap { negative($0) }
        hits += aggregates.reconciliation.compactMap { row in
            guard (row.value ?? -1) < 0 else { return nil }
            return RuleHit(
                at: row, lv: "skaits: \(row.value.map(String.init) ?? "–")",
                en: "number: \(row.value.map(String.init) ?? "–")")
        }
        return hits
    }

    private static func negative<Row: IndicatorRecord>(_ row: Row) -> RuleHit? {
        let values = [row.value.total, row.value.women, row.value.men]
        guard row.value.total == nil || values.contains(where: { ($0 ?? 0) < 0 })
        else { return nil }
        let text = values.map { $0.map(String.init) ?? "–" }.joined(separator: "; ")
        return RuleHit(
            figure: row, lv: "kopā, sievietes, vīrieši: \(text)",
            en: "total, women, men: \(text)")
    }

    private static func missing<Row: IndicatorRecord>(
        _ codes: [String], _ type: Row.Type, in package: CheckedPackage
    ) -> [RuleHit] {
        let schools =
            package.records.reference.schools.map(\.code) + [CommonIndicatorCount.everySchool]
        return CountingWindow.all(of: package.records).flatMap { window in
            schools.compactMap { school in
                let span = FigureSpan(
                    type: window.type, period: window.period, school: school)
                let missing = codes.filter { package.grid[$0, span] == nil }
                guard let first = missing.first else { return nil }
                var row = Row()
                row.value.indicatorSet = package.indicators.set.rawValue
                row.value.code = first
                row.value.periodType = window.type
                row.value.period = window.period
                row.value.school = school
                let text = missing.joined(separator: ", ")
                return RuleHit(figure: row, lv: "trūkst: \(text)", en: "missing: \(text)")
            }
        }
    }
}

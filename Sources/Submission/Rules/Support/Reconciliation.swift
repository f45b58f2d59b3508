import PupilSupport

/// The rows of what the numbers of people add up to, beside what the records say.
struct Reconciliation {
    private struct Key: Hashable {
        let type: PeriodType?
        let period: String
        let school: String
        let item: String

        init(_ row: ReconciliationRow) {
            type = row.periodType
            period = row.period
            school = row.school
            item = row.item
        }
    }

    private let counted: [ReconciliationRow]
    private let rows: [Key: ReconciliationRow]
    private let period: String

    init(_ package: CheckedPackage) {
        rows = Dictionary(
            package.aggregates.reconciliation.map { (Key($0), $0) },
            uniquingKeysWith: { first, _ in first })
        counted = package.recountedRows
        period = package.records.reference.semester
    }

    /// Returns the row of all schools in the semester that is reported.
    func row(_ type: PeriodType, _ item: String) -> ReconciliationRow? {
        var row = ReconciliationRow()
        row.periodType = type
        row.period = period
        row.school = CommonIndicatorCount.everySchool
        row.item = item
        return rows[Key(row)]
    }

    /// Returns the number of all schools in the semester that is reported.
    func value(_ type: PeriodType, _ item: String) -> Int? { row(type, item)?.value }

    /// Returns a hit for each row of some items that is missing or is not what the records say.
    func differences(in items: Set<String>) -> [RuleHit] {
        counted.compactMap { row in
            guard items.contains(row.item) else { return nil }
            let found = self.rows[Key(row)]?.value
            guard found != row.value else { return nil }
            return RuleHit(
                at: row,
                lv:
                    "\(row.item): pakotnē \(Self.text(found)), no ierakstiem \(Self.text(row.value))",
                en:
                    "\(row.item): \(Self.text(found)) in the package, \(Self.text(row.value)) from the records"
            )
        }
    }

    private static func text(_ value: Int?) -> String { value.map(String.init) ?? "–" }
}

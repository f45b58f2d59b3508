import Diagnostics
import PupilSupport

extension PackageTable {
    /// Returns the name of a row in hits: the values of its key, separated by bars.
    func rowName(_ record: Record) -> String {
        key.compactMap { name in columns.first { $0.name == name }?.text(record) }
            .joined(separator: "|")
    }
}

extension RuleHit {
    /// A hit at a row.
    init<Record: PackageRecord>(
        at record: Record, school: String = "", place: SubmittedPlace? = nil,
        severity: Severity? = nil, lv: String, en: String
    ) {
        self.init(
            table: Record.table.name, row: Record.table.rowName(record), school: school,
            found: LocalizedText(lv: lv, en: en), severity: severity, place: place)
    }

    /// A hit at a participant.
    init(at person: Participant, severity: Severity? = nil, lv: String, en: String) {
        self.init(
            at: person, school: person.school, place: person.place, severity: severity,
            lv: lv, en: en)
    }

    /// A hit at a plan.
    init(at plan: Participation, severity: Severity? = nil, lv: String, en: String) {
        self.init(
            at: plan, school: plan.school, place: plan.place, severity: severity, lv: lv, en: en)
    }

    /// A hit at a row of figures; the row of all schools is the municipality's own matter.
    init<Row: IndicatorRecord>(figure row: Row, lv: String, en: String) {
        let isOfAll = row.value.school == CommonIndicatorCount.everySchool
        self.init(at: row, school: isOfAll ? "" : row.value.school, lv: lv, en: en)
    }

    /// A hit at a figure that was looked up.
    init(at place: IndicatorPlace, lv: String, en: String) {
        self.init(
            table: place.table, row: place.name, school: place.span.ownSchool,
            found: LocalizedText(lv: lv, en: en))
    }

    /// A hit at a row of what the numbers of people add up to.
    init(at row: ReconciliationRow, lv: String, en: String) {
        self.init(
            at: row, school: row.school == CommonIndicatorCount.everySchool ? "" : row.school,
            lv: lv, en: en)
    }
}

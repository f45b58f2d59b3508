import Diagnostics
import GRDB

/// Enters findings into the store.
struct FindingInsert {
    private let database: Database
    private let insert: BoundInsert

    init(_ database: Database) throws {
        self.database = database
        insert = try BoundInsert(
            database, table: "finding",
            columns: [
                "delivery", "rule", "severity", "stage", "line", "byte", "columnNumber",
                "columnName", "recordByte", "details", "judgedSchool", "judgedSemester",
            ])
    }

    /// Enters a finding of a delivery; of one that a judgement found, with the school and the semester judged.
    func insert(
        _ finding: Diagnostic, delivery: Int, school: Int? = nil, semester: Int? = nil
    ) throws {
        let position = finding.position
        try insert.insert(into: database) { row in
            row.bind(delivery)
            row.bind(finding.rule.code)
            row.bind(finding.severity.rawValue)
            row.bind(finding.rule.stage.rawValue)
            row.bind(position.line)
            row.bind(position.byte)
            row.bind(position.column)
            row.bind(position.columnName)
            row.bind(position.record)
            row.bind(FindingDetails.encoded(finding.details))
            row.bind(school)
            row.bind(semester)
        }
    }
}

import GRDB
import PupilSupport

/// Finds records of a school and a semester that should stand once and stand in several places.
///
/// Within one file the very same record is left out when it is read; here files are compared.
struct RepeatedRecordSearch {
    let database: Database
    let school: Int
    let semester: Semester

    /// The kinds of which a second record would change a figure.
    private static let kinds: [RecordKind] = [
        .plan, .planMeasure, .planResult, .session, .mark, .absence, .need,
    ]

    func run() throws -> [RepeatedRecords] {
        try Self.kinds.flatMap(search)
    }

    private func search(_ kind: RecordKind) throws -> [RepeatedRecords] {
        let columns = kind.fields.filter(\.isStored).map(\.column)
        let keyed = RepeatedRecords.keyFields(of: kind).map(RecordKind.camelCased)
        let keyColumns = keyed.isEmpty ? columns : keyed
        func key(_ table: String) -> String {
            keyColumns.map { "COALESCE(\(table).\($0), -1)" }.joined(separator: ", ")
        }
        // A plan's number is its own among all semesters of the school.
        let isDated = columns.contains("semester") && kind != .plan
        func condition(_ table: String) -> String {
            guard !isDated else { return "\(table).semester = :semester" }
            return """
                \(table).planNumber IN (SELECT planNumber FROM currentPlan
                    WHERE school = :school AND semester = :semester)
                """
        }
        let view = kind.currentView
        // Each file has the same questions asked of the schools and semesters that it touches.
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT \(columns.map { "r.\($0)" }.joined(separator: ", ")),
                        r.delivery, r.line, r.byte, d.source, d.kind AS fileKind, d.fileName
                    FROM \(view) AS r JOIN delivery AS d ON d.id = r.delivery
                    WHERE r.school = :school AND \(condition("r")) AND (\(key("r"))) IN (
                        SELECT \(key("s")) FROM \(view) AS s
                        WHERE s.school = :school AND \(condition("s"))
                        GROUP BY \(key("s")) HAVING COUNT(*) > 1)
                    """), arguments: ["school": school, "semester": semester.storedValue])
        let groups = Dictionary(grouping: rows) { row in keyColumns.map { row[$0] as Int? } }
        return groups.values.compactMap { rows in
            let contents = Set(rows.map { row in columns.map { row[$0] as Int? } })
            let places = Set(rows.map(RecordOrigin.init))
            // What one record was unpivoted or split into is no repetition of it.
            guard places.count > 1 else { return nil }
            return RepeatedRecords(
                kind: kind, isSame: contents.count == 1, records: Array(places))
        }
    }
}

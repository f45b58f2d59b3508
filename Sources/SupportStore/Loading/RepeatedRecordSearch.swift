import GRDB
import PupilSupport

/// Finds records of a school and a semester that should stand once and stand in several places.
///
/// Within one file the very same record is left out when it is read; here files are compared.
struct RepeatedRecordSearch {
    let database: Database
    let school: Int
    let semester: Semester

    func run(_ origins: inout RecordOrigins) throws -> [RepeatedRecords] {
        var found: [RepeatedRecords] = []
        for search in Self.searches { found += try run(search, &origins) }
        return found
    }

    private func run(
        _ search: Search, _ origins: inout RecordOrigins
    ) throws -> [RepeatedRecords] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: search.sql),
            arguments: ["school": school, "semester": semester.storedValue])
        var groups: [[Int?]: (contents: Set<[Int?]>, places: Set<RecordOrigin>)] = [:]
        while let row = try rows.next() {
            guard let origin = try origins.origin(row) else { continue }
            let content = (0..<search.width).map { row[RecordOrigins.width + $0] as Int? }
            let key = search.keyPlaces.map { content[$0] }
            groups[key, default: ([], [])].contents.insert(content)
            groups[key, default: ([], [])].places.insert(origin)
        }
        return groups.values.compactMap { contents, places in
            // What one record was unpivoted or split into is no repetition of it.
            guard places.count > 1 else { return nil }
            return RepeatedRecords(
                kind: search.kind, isSame: contents.count == 1, records: Array(places))
        }
    }

    /// What is asked of one kind of record; each file has the same asked of all that it touches.
    private struct Search {
        let kind: RecordKind
        let sql: String
        /// The number of columns that say what a record holds.
        let width: Int
        /// Those of them of which one record should stand.
        let keyPlaces: [Int]

        init(_ kind: RecordKind) {
            self.kind = kind
            let columns = kind.fields.filter(\.isStored).map(\.column)
            let keyed = RepeatedRecords.keyFields(of: kind).map(RecordKind.camelCased)
            let keyColumns = keyed.isEmpty ? columns : keyed
            width = columns.count
            keyPlaces = keyColumns.compactMap(columns.firstIndex)
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
            sql = """
                SELECT \(RecordOrigins.columns("r")), \(columns.map { "r.\($0)" }.joined(separator: ", "))
                FROM \(view) AS r
                WHERE r.school = :school AND \(condition("r")) AND (\(key("r"))) IN (
                    SELECT \(key("s")) FROM \(view) AS s
                    WHERE s.school = :school AND \(condition("s"))
                    GROUP BY \(key("s")) HAVING COUNT(*) > 1)
                """
        }
    }

    /// The kinds of which a second record would change a figure.
    private static let searches: [Search] =
        [.plan, .planMeasure, .planResult, .session, .mark, .absence, .need].map(Search.init)
}

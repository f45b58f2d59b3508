import GRDB
import PupilSupport

/// The indexes by which judging finds the records of a school and a semester, and what was made of
/// one record.
///
/// They are made when a delivery is first judged, over what is loaded by then: many rows are loaded
/// faster without them, and a store whose exports have nothing to judge does not need them.
enum JudgingIndexes {
    static func make(in database: Database) throws {
        guard try Int.fetchOne(database.cachedStatement(sql: count)) != statements.count else {
            return
        }
        let known = try String.fetchSet(
            database.cachedStatement(sql: "SELECT name FROM sqlite_master WHERE type = 'index'"))
        // A statement that may change the schema has the connection forget all that it has prepared.
        for (name, statement) in statements where !known.contains(name) {
            try database.execute(sql: statement)
        }
    }

    /// Counts those that are there, which is asked for each file.
    private static let count = """
        SELECT COUNT(*) FROM sqlite_master WHERE type = 'index'
        AND name IN (\(statements.map { "'\($0.name)'" }.joined(separator: ", ")))
        """

    private static let statements: [(name: String, sql: String)] =
        RecordKind.inStore.flatMap { kind in
            let columns = Set(kind.fields.filter(\.isStored).map(\.column))
            let keys = [
                ("ByRecord", ["delivery", "byte"]),
                ("BySchool", ["school", "semester", "delivery"]),
                ("ByPlan", ["planNumber"]),
            ]
            let lineage: Set = ["delivery", "byte"]
            return keys.filter { columns.union(lineage).isSuperset(of: $0.1) }.map { name, key in
                (
                    name: "\(kind.table)\(name)",
                    sql: """
                    CREATE INDEX IF NOT EXISTS \(kind.table)\(name)
                    ON \(kind.table) (\(key.joined(separator: ", ")))
                    """
                )
            }
        }
        + ["finding", "heldRecord"].map { table in
            (
                name: "\(table)ByJudgement",
                sql: """
                CREATE INDEX IF NOT EXISTS \(table)ByJudgement
                ON \(table) (judgedSchool, judgedSemester) WHERE judgedSchool IS NOT NULL
                """
            )
        }
}

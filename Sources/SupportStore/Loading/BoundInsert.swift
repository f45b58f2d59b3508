import GRDB
import GRDBSQLite

/// An insertion that is bound and stepped through SQLite's own interface, three times as fast as by
/// arguments (measured; the statement itself stays GRDB's).
struct BoundInsert {
    private let statement: Statement

    init(_ database: Database, table: String, columns: [String]) throws {
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        statement = try database.cachedStatement(
            sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))")
    }

    /// Inserts rows of integers.
    ///
    /// - Parameters:
    ///   - count: The number of rows.
    ///   - width: The number of columns.
    ///   - missing: The integer that stands for NULL.
    ///   - value: Returns the value of a row and a column.
    /// - Throws: GRDB's error when a row breaks a constraint.
    @inline(__always)
    func insert(
        count: Int, width: Int, missing: Int, database: Database, value: (Int, Int) -> Int
    ) throws {
        let handle = statement.sqliteStatement
        for row in 0..<count {
            for column in 0..<width {
                let value = value(row, column)
                if value == missing {
                    sqlite3_bind_null(handle, Int32(column + 1))
                } else {
                    sqlite3_bind_int64(handle, Int32(column + 1), Int64(value))
                }
            }
            let code = sqlite3_step(handle)
            sqlite3_reset(handle)
            guard code == SQLITE_DONE else {
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
            }
        }
    }
}

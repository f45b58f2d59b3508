import GRDB
import GRDBSQLite

/// The rows that a query gives, one at a time.
public struct StoredRows {
    let statement: Statement

    /// The names of the columns, in their order.
    public var columnNames: [String] { statement.columnNames }

    /// Hands each row to a body; a row is valid only until the body returns.
    ///
    /// No object is made for a row: the body reads the values where SQLite holds them.
    ///
    /// - Parameters:
    ///   - limits: What the query may ask, or `nil` for a query of the program's own.
    ///   - body: Receives each row.
    /// - Throws: ``QueryFailure`` when a query with limits does not come to its end, a database error, and what the body
    ///   throws.
    public func forEach(
        within limits: QueryLimits? = nil, _ body: (StoredRow) throws -> Void
    ) throws {
        let handle = statement.sqliteStatement
        sqlite3_reset(handle)
        defer { sqlite3_reset(handle) }
        let watch = limits.map { QueryWatch(sqlite3_db_handle(handle), seconds: $0.seconds) }
        let row = StoredRow(handle: handle)
        var count = 0
        while true {
            let code = sqlite3_step(handle)
            switch code {
            case SQLITE_ROW:
                count += 1
                if let limits, count > limits.rows { throw QueryFailure.rows(limits.rows) }
                try body(row)
            case SQLITE_DONE: return
            case _ where limits != nil && Self.faultsOfQueries.contains(code):
                throw QueryFailure.refused(
                    words: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
            case SQLITE_INTERRUPT where watch?.isOver == true:
                throw QueryFailure.seconds(limits?.seconds ?? 0)
            default:
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: code),
                    message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))),
                    sql: statement.sql)
            }
        }
    }

    /// What the text of a query asks for; it is never a fault of the store.
    private static let faultsOfQueries = [
        SQLITE_ERROR, SQLITE_TOOBIG, SQLITE_NOMEM, SQLITE_MISMATCH,
    ]

    static func parameterNames(of statement: Statement) -> [String] {
        let handle = statement.sqliteStatement
        return (0..<sqlite3_bind_parameter_count(handle)).compactMap { index in
            sqlite3_bind_parameter_name(handle, index + 1).map { String(cString: $0 + 1) }
        }
    }
}

/// The values of the row that is being read.
public struct StoredRow {
    let handle: SQLiteStatement

    /// Whether a column is empty (`NULL`).
    public func isEmpty(_ column: Int) -> Bool {
        sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
    }

    /// Returns the integer in a column, or `nil` when the column is empty or holds no integer.
    public func integer(_ column: Int) -> Int? {
        guard sqlite3_column_type(handle, Int32(column)) == SQLITE_INTEGER else { return nil }
        return Int(sqlite3_column_int64(handle, Int32(column)))
    }

    /// Returns the text in a column, or `nil` when the column is empty or holds no text.
    public func text(_ column: Int) -> String? {
        withText(column) { bytes in bytes.map { String(decoding: $0, as: UTF8.self) } }
    }

    /// Lends the UTF-8 bytes of the text in a column, or `nil` when the column holds no text.
    public func withText<Result>(
        _ column: Int, _ body: (UnsafeRawBufferPointer?) throws -> Result
    ) rethrows -> Result {
        guard sqlite3_column_type(handle, Int32(column)) == SQLITE_TEXT,
            let bytes = sqlite3_column_text(handle, Int32(column))
        else { return try body(nil) }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return try body(UnsafeRawBufferPointer(start: bytes, count: count))
    }
}

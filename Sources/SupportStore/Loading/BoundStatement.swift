import GRDB
import GRDBSQLite

/// A statement without a result that is bound and stepped through SQLite's own interface, three times as fast as by
/// arguments (measured; the statement itself stays GRDB's).
struct BoundStatement {
    private let statement: Statement

    init(_ database: Database, sql: String) throws {
        statement = try database.cachedStatement(sql: sql)
    }

    /// Binds the values of one row, from the first on.
    struct Row {
        fileprivate let handle: OpaquePointer
        fileprivate var place: Int32 = 0

        fileprivate init(_ handle: OpaquePointer) { self.handle = handle }

        /// What has SQLite copy bytes: they do not outlive the call.
        private static var copies: sqlite3_destructor_type {
            unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        }

        /// Binds an integer, or NULL.
        mutating func bind(_ value: Int?) {
            place += 1
            if let value {
                sqlite3_bind_int64(handle, place, Int64(value))
            } else {
                sqlite3_bind_null(handle, place)
            }
        }

        /// Binds bytes.
        mutating func bind(_ bytes: [UInt8]) {
            place += 1
            _ = bytes.withUnsafeBytes {
                sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), Self.copies)
            }
        }

        /// Binds a text, which ends at its first zero as GRDB's own do, or NULL.
        mutating func bind(_ text: String?) {
            place += 1
            if let text {
                sqlite3_bind_text(handle, place, text, -1, Self.copies)
            } else {
                sqlite3_bind_null(handle, place)
            }
        }
    }

    /// Runs the statement once.
    ///
    /// - Parameter bind: Binds a value for each place, in their order.
    /// - Throws: GRDB's error when a row breaks a constraint.
    func run(in database: Database, _ bind: (inout Row) -> Void) throws {
        let handle = statement.sqliteStatement
        var row = Row(handle)
        bind(&row)
        try step(handle, database)
    }

    @inline(__always)
    private func step(_ handle: OpaquePointer, _ database: Database) throws {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
        }
    }
}

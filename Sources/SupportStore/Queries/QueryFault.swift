import GRDB
import GRDBSQLite

/// What is wrong with a query, before there is anything to query.
public enum QueryFault: Hashable, Sendable {
    /// SQLite does not take it; its words name tables and columns only.
    case refused(words: String, line: Int?)
    /// The text holds no statement, or more than one.
    case notOneStatement
    /// The statement would change the store.
    case notReading
    /// The statement names an argument that nobody gives.
    case unknownArgument(String, line: Int?)
}

extension StoreReader {
    /// Returns a reader of a store that has all tables and views and holds nothing.
    public static func ofEmptyStore() throws -> StoreReader {
        let database = try DatabaseQueue()
        try SupportStore.migrator.migrate(database)
        return StoreReader(database)
    }
}

/// What a query turns out to be when it is prepared.
public enum QueryExamination: Hashable, Sendable {
    /// Something is wrong with it.
    case fault(QueryFault)
    /// It can be run, and its rows have these columns.
    case columns([String])
}

extension StoreSnapshot {
    /// Prepares a query and returns what is wrong with it, or what its columns are.
    ///
    /// - Parameters:
    ///   - sql: The text of the query.
    ///   - arguments: The names of the arguments that it may use.
    /// - Throws: A database error when the store is closed.
    public func examination(
        of sql: String, arguments: Set<String>
    ) throws -> QueryExamination {
        guard let connection = database.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE)
        }
        return sql.withCString { text in
            var statement: OpaquePointer?
            var rest: UnsafePointer<CChar>?
            defer { sqlite3_finalize(statement) }
            guard sqlite3_prepare_v2(connection, text, -1, &statement, &rest) == SQLITE_OK else {
                let words = String(cString: sqlite3_errmsg(connection))
                let offset = Int(sqlite3_error_offset(connection))
                return .fault(
                    .refused(
                        words: words,
                        line: offset >= 0
                            ? Self.line(of: offset, in: sql) : Self.line(named: words, in: sql)))
            }
            guard let handle = statement, let rest, !Self.holdsStatement(rest, connection) else {
                return .fault(.notOneStatement)
            }
            guard sqlite3_stmt_readonly(handle) != 0 else { return .fault(.notReading) }
            for index in 0..<sqlite3_bind_parameter_count(handle) {
                let name =
                    sqlite3_bind_parameter_name(handle, index + 1)
                    .map { String(cString: $0) } ?? "?"
                guard name.hasPrefix(":"), arguments.contains(String(name.dropFirst())) else {
                    return .fault(.unknownArgument(name, line: Self.line(named: name, in: sql)))
                }
            }
            return .columns(
                (0..<sqlite3_column_count(handle)).map { column in
                    sqlite3_column_name(handle, column).map { String(cString: $0) } ?? ""
                })
        }
    }

    private static func holdsStatement(
        _ text: UnsafePointer<CChar>, _ connection: OpaquePointer
    ) -> Bool {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        let code = sqlite3_prepare_v2(connection, text, -1, &statement, nil)
        return code != SQLITE_OK || statement != nil
    }

    private static func line(of offset: Int, in sql: String) -> Int {
        1 + sql.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
    }

    /// Returns the line of the name that ends a sentence, which SQLite gives no place.
    private static func line(named words: String, in sql: String) -> Int? {
        guard let name = words.split(separator: " ").last,
            let place = sql.firstRange(of: name)
        else { return nil }
        return line(of: sql.utf8.distance(from: sql.startIndex, to: place.lowerBound), in: sql)
    }
}

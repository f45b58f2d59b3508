import GRDB
import GRDBSQLite

extension StoreSnapshot {
    /// Hands the rows of a query to a body, some thousands at a time and column by column.
    ///
    /// ```swift
    /// var sessions = 0
    /// _ = try snapshot.pour(["minutes"], of: "SELECT minutes FROM currentSession", within: limits) {
    ///     rows in sessions += rows.count
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - columns: The columns that are wanted, by name; the others are not even read.
    ///   - sql: The query.
    ///   - arguments: The arguments, as for ``rows(of:arguments:)``.
    ///   - limits: What the query may ask.
    ///   - body: Receives each batch.
    /// - Returns: The texts of each column at the places of their numbers, or `nil` for a column of integers.
    /// - Throws: ``PouringFailure`` or ``QueryFailure`` for what the query gives, a database error, and what the
    ///   body throws.
    public func pour(
        _ columns: [String], of sql: String, arguments: [String: Int] = [:],
        within limits: QueryLimits, _ body: (PouredRows) throws -> Void
    ) throws -> [[String]?] {
        guard let connection = database.sqliteConnection else { return [] }
        return try withoutActuallyEscaping(body) { body in
            let pour = RowPour(columns: columns, largest: limits.rows, body)
            return try withExtendedLifetime(pour) {
                let data = Unmanaged.passUnretained(pour).toOpaque()
                let flags = SQLITE_UTF8 | SQLITE_DIRECTONLY
                sqlite3_create_function_v2(
                    connection, Self.function, -1, flags, data, nil, RowPour.step, { _ in }, nil)
                // The function must not outlive what it hands the rows to.
                defer {
                    sqlite3_create_function_v2(
                        connection, Self.function, -1, flags, nil, nil, nil, nil, nil)
                }
                do {
                    let text = try pouring(columns, of: sql)
                    try rows(of: text, arguments: arguments).forEach(within: limits) { _ in }
                } catch { throw pour.failure ?? error }
                return try pour.finish()
            }
        }
    }

    private static let function = "pumpurs_pour"

    /// Returns a statement that hands columns of a query to the function.
    private func pouring(_ columns: [String], of sql: String) throws -> String {
        let names = columns.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
        // GRDB gives the statement without a semicolon and what stands behind it.
        let query = try database.makeStatement(sql: sql).sql
        return "SELECT \(Self.function)(\(names.joined(separator: ", "))) FROM (\n\(query)\n)"
    }
}

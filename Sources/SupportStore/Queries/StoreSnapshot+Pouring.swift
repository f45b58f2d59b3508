import GRDB
import GRDBSQLite
public import PupilSupport

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
    ///   - arguments: The arguments, as for ``rows(of:arguments:keeping:)``.
    ///   - condition: What must hold of a row's columns, in SQL of the program's own, or `nil` for all rows.
    ///   - limits: What the query may ask.
    ///   - body: Receives each batch.
    /// - Returns: The texts of each column at the places of their numbers, or `nil` for a column of integers.
    /// - Throws: ``PouringFailure`` or ``QueryFailure`` for what the query gives, a database error, and what the
    ///   body throws.
    public func pour(
        _ columns: [String], of sql: String, arguments: [String: Int] = [:],
        where condition: String? = nil, within limits: QueryLimits,
        _ body: (PouredRows) throws -> Void
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
                    let names = columns.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
                    let values = "\(Self.function)(\(names.joined(separator: ", ")))"
                    let text = try selecting(values, from: sql, where: condition)
                    try rows(of: text, arguments: arguments).forEach(within: limits) { _ in }
                } catch { throw pour.failure ?? error }
                return try pour.finish()
            }
        }
    }

    private static let function = "pumpurs_pour"

    /// Returns a statement over the rows of a query.
    private func selecting(
        _ values: String, from sql: String, where condition: String?
    ) throws -> String {
        // GRDB gives the statement without a semicolon and what stands behind it.
        let query = try database.cachedStatement(sql: sql).sql
        return "SELECT \(values) FROM (\n\(query)\n)" + (condition.map { " WHERE \($0)" } ?? "")
    }

    /// Whether a row of a query fulfils a condition.
    ///
    /// - Parameters:
    ///   - sql: The query.
    ///   - arguments: The arguments, as for ``rows(of:arguments:keeping:)``.
    ///   - condition: What must hold of the row's columns, in SQL of the program's own.
    ///   - limits: What the query may ask.
    /// - Throws: ``QueryFailure`` or a database error.
    public func hasRow(
        of sql: String, arguments: [String: Int] = [:], where condition: String,
        within limits: QueryLimits
    ) throws -> Bool {
        var hasRow = false
        let text = try selecting("1", from: sql, where: condition) + " LIMIT 1"
        try rows(of: text, arguments: arguments).forEach(within: limits) { _ in hasRow = true }
        return hasRow
    }

    /// Returns a number of a record in the middle of those of a kind, or `nil` where there are none.
    public func middle(of kind: RecordKind) throws -> Int? {
        var middle: Int?
        let (first, last) = (
            "SELECT MIN(id) FROM \(kind.table)", "SELECT MAX(id) FROM \(kind.table)"
        )
        try stream(sql: "SELECT (\(first)), (\(last))") { row in
            guard let first = row.integer(0), let last = row.integer(1) else { return }
            middle = first + (last - first) / 2
        }
        return middle
    }
}

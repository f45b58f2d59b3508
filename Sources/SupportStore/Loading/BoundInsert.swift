import GRDB
import GRDBSQLite

/// An insertion of one row after another.
struct BoundInsert {
    private let statement: BoundStatement

    /// Creates an insertion.
    init(_ database: Database, table: String, columns: [String]) throws {
        try self.init(database, verb: "INSERT", table: table, columns: columns)
    }

    init(_ database: Database, orReplaceInto table: String, columns: [String]) throws {
        try self.init(database, verb: "INSERT OR REPLACE", table: table, columns: columns)
    }

    init(_ database: Database, orIgnoreInto table: String, columns: [String]) throws {
        try self.init(database, verb: "INSERT OR IGNORE", table: table, columns: columns)
    }

    private init(
        _ database: Database, verb: String, table: String, columns: [String]
    ) throws {
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        statement = try BoundStatement(
            database,
            sql: "\(verb) INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))")
    }

    /// Inserts one row.
    ///
    /// - Parameter bind: Binds a value for each column, in their order.
    /// - Throws: GRDB's error when the row breaks a constraint.
    func insert(into database: Database, _ bind: (inout BoundStatement.Row) -> Void) throws {
        try statement.run(in: database, bind)
    }
}

/// An insertion of rows of integers, a whole batch at a time.
struct RowsInsert {
    private let statement: Statement

    /// Creates an insertion.
    init(_ database: Database, table: String, columns: [String]) throws {
        statement = try database.cachedStatement(
            sql: IntegerRows.insertion(into: table, columns: columns))
    }

    /// Inserts rows.
    ///
    /// - Parameters:
    ///   - cells: The values, row by row.
    ///   - width: The number of columns.
    ///   - missing: The integer that stands for NULL.
    /// - Throws: GRDB's error when a row breaks a constraint.
    func insert(_ cells: [Int], width: Int, missing: Int, database: Database) throws {
        let code = cells.withUnsafeBufferPointer { cells in
            IntegerRows.run(
                statement.sqliteStatement,
                with: IntegerRows.Block(cells: cells, width: width, missing: missing))
        }
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
        }
    }
}

public import GRDB
import Glibc

/// Reads a store without ever changing it.
///
/// ```swift
/// let store = try StoreReader(path: "pumpurs.sqlite")
/// let pupils = try store.read { snapshot in
///     var count = 0
///     try snapshot.rows(of: "SELECT id FROM pupil").forEach { _ in count += 1 }
///     return count
/// }
/// ```
public struct StoreReader: Sendable {
    let database: any DatabaseReader

    /// Opens the store in a file, for reading only.
    ///
    /// - Throws: A database error when there is no such file or it is no database.
    public init(path: String) throws { try self.init(path: path, supposing: nil) }

    private init(path: String, supposing supposition: Supposition?) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        if let supposition {
            configuration.prepareDatabase { database in
                for statement in supposition.statements { try database.execute(sql: statement) }
            }
        }
        database = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Opens the store of a state folder, for reading only and whoever works with it.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder.
    ///   - supposition: What is to be taken for true of one record, or `nil` for the store as it is.
    /// - Throws: ``StoreError`` when there is no store, or its schema is not that of this program.
    public init(
        stateFolder folder: String, supposing supposition: Supposition? = nil
    ) throws(StoreError) {
        let path = SupportStore.path(in: folder)
        guard access(path, F_OK) == 0 else { throw .missing(path: path) }
        do {
            try self.init(path: path, supposing: supposition)
            let migrator = SupportStore.migrator
            let (isNewer, isCurrent) = try database.read { database in
                (
                    try migrator.hasBeenSuperseded(database),
                    try migrator.hasCompletedMigrations(database)
                )
            }
            if isNewer { throw StoreError.newerSchema(path: path) }
            if !isCurrent { throw StoreError.olderSchema(path: path) }
        } catch { throw StoreError(error, folder: folder) }
    }

    /// Reads through a connection that is open already.
    public init(_ database: any DatabaseReader) {
        self.database = database
    }

    /// Runs a body that sees one state of the store from its first query to its last.
    public func read<Result>(_ body: (StoreSnapshot) throws -> Result) throws -> Result {
        try database.read { try body(StoreSnapshot(database: $0)) }
    }
}

/// One state of a store, for the time of a read.
public struct StoreSnapshot {
    let database: Database

    /// Prepares a query.
    ///
    /// - Parameters:
    ///   - sql: One statement that reads; `:name` stands for an argument.
    ///   - arguments: The arguments; those that the statement does not name are left aside, so that
    ///     one set serves many statements.
    ///   - isKept: Whether the statement is kept for the next time that it is asked for; the rows must be
    ///     read by then.
    /// - Throws: A database error when the statement is wrong or names an argument that is missing.
    public func rows(
        of sql: String, arguments: [String: Int] = [:], keeping isKept: Bool = false
    ) throws -> StoredRows {
        let statement =
            isKept ? try database.cachedStatement(sql: sql) : try database.makeStatement(sql: sql)
        var values: [String: Int] = [:]
        for name in StoredRows.parameterNames(of: statement) { values[name] = arguments[name] }
        try statement.setArguments(StatementArguments(values))
        return StoredRows(statement: statement)
    }

    /// Hands each row of a query to a body, in the order of the query.
    ///
    /// - Parameter isKept: Whether the statement is kept, as for ``rows(of:arguments:keeping:)``.
    public func stream(
        sql: String, arguments: [String: Int] = [:], keeping isKept: Bool = false,
        _ body: (StoredRow) throws -> Void
    ) throws {
        try rows(of: sql, arguments: arguments, keeping: isKept).forEach(body)
    }
}

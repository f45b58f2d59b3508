import GRDB

/// A table of the store or of the vault.
public struct SchemaTable: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The names of the columns, in their order.
    public let columns: [String]
}

extension SupportStore {
    /// Returns the tables of a store of this version, in the order of their names.
    ///
    /// They are read from a database in memory that the real migrations have made, so the list cannot
    /// differ from what a store has.
    public static func tablesOfStore() throws -> [SchemaTable] {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let database = try DatabaseQueue(configuration: configuration)
        try migrator.migrate(database)
        return try database.read(tables)
    }

    /// Returns the tables of a vault of this version, in the order of their names.
    public static func tablesOfVault() throws -> [SchemaTable] {
        let database = try DatabaseQueue()
        try database.write(IdentityVault.makeTables)
        return try database.read(tables)
    }

    /// The tables that a database has, but for those that SQLite makes for itself.
    private static func tables(of database: Database) throws -> [SchemaTable] {
        try String.fetchAll(
            database,
            sql: """
                SELECT name FROM sqlite_master
                WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
                """
        ).map { name in
            SchemaTable(name: name, columns: try database.columns(in: name).map(\.name))
        }
    }
}

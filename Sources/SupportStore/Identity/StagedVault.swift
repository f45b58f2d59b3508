import Foundation
import GRDB

/// What lies beside the entries of a vault while the key is changed: the same, sealed under the new key.
struct StagedVault {
    /// The tables whose rows are sealed.
    static let tables = ["pupil", "teacher", "unidentified", "sensitiveAnswers"]

    private let database: DatabaseQueue
    private let path: String

    /// Opens the vault of a path.
    ///
    /// - Throws: ``StoreError`` when it cannot be opened.
    init(path: String) throws(StoreError) {
        self.path = path
        do { database = try IdentityVault.opened(path) } catch {
            throw .error(error, path: path)
        }
    }

    /// Uses a vault that is open.
    init(_ vault: IdentityVault) { (database, path) = (vault.database, vault.path) }

    /// The identifier of the key under which a change seals everything; `nil` when there is no change.
    func nextIdentifier() throws(StoreError) -> String? {
        try change { database in
            guard try database.tableExists("keyChange") else { return nil }
            return try String.fetchOne(database, sql: "SELECT identifier FROM keyChange")
        }
    }

    /// Begins a change: notes the key, and makes empty tables beside.
    func begin(_ key: IdentityKey) throws(StoreError) {
        try change { database in
            try database.execute(
                sql: "CREATE TABLE IF NOT EXISTS keyChange (identifier TEXT NOT NULL) STRICT")
            try database.execute(sql: "DELETE FROM keyChange")
            try database.execute(
                sql: "INSERT INTO keyChange (identifier) VALUES (?)", arguments: [key.identifier])
            for table in Self.tables {
                try database.execute(sql: "DROP TABLE IF EXISTS \(table)Next")
                // The table beside is made as its own was.
                let sql = try String.fetchOne(
                    database,
                    sql: "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?",
                    arguments: [table])
                guard let sql, let bracket = sql.firstIndex(of: "(") else { continue }
                try database.execute(sql: "CREATE TABLE \(table)Next \(sql[bracket...])")
            }
        }
    }

    /// Fills the tables beside.
    func fill(_ body: (Database) throws -> Void) throws(StoreError) {
        try change { try body($0) }
    }

    /// Puts the rows beside in the place of the vault's own; what is done already is left.
    func takePlace() throws(StoreError) {
        try change { database in
            for table in Self.tables where try database.tableExists("\(table)Next") {
                try database.execute(sql: "DELETE FROM \(table)")
                try database.execute(sql: "INSERT INTO \(table) SELECT * FROM \(table)Next")
                try database.execute(sql: "DROP TABLE \(table)Next")
            }
        }
    }

    /// Takes a change back.
    func discard() throws(StoreError) {
        try change { database in
            for table in Self.tables {
                try database.execute(sql: "DROP TABLE IF EXISTS \(table)Next")
            }
            try database.execute(sql: "DROP TABLE IF EXISTS keyChange")
        }
    }

    /// Forgets a change that is complete.
    func forget() throws(StoreError) {
        try change { try $0.execute(sql: "DROP TABLE IF EXISTS keyChange") }
    }

    private func change<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        do { return try database.write(body) } catch { throw .error(error, path: path) }
    }
}

import Foundation
import GRDB
import PupilSupport

/// The sealed names and identifiers of people, kept apart from the store.
///
/// Only commands about people, the submission and the data-subject commands open it, each through
/// ``VaultAccess``; a rollup never does.
final class IdentityVault: Sendable {
    let database: DatabaseQueue
    let key: IdentityKey
    let path: String

    /// Opens the vault, making it when there is none.
    ///
    /// - Throws: ``StoreError`` when it cannot be opened.
    init(path: String, key: IdentityKey) throws(StoreError) {
        self.path = path
        self.key = key
        do { database = try Self.opened(path) } catch { throw .error(error, path: path) }
    }

    static func opened(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        let database = try DatabaseQueue(path: path, configuration: configuration)
        try database.write(makeTables)
        return database
    }

    /// Makes the tables of a vault where there are none.
    static func makeTables(_ database: Database) throws {
        for role in ["pupil", "teacher"] {
            try database.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS \(role) (
                        id INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT
                    """)
        }
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS unidentified (
                    identity BLOB NOT NULL, nameKey INTEGER NOT NULL, sealed BLOB NOT NULL,
                    PRIMARY KEY (identity, nameKey)) STRICT
                """)
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS sensitiveAnswers (
                    delivery INTEGER NOT NULL, byte INTEGER NOT NULL, pupil INTEGER NOT NULL,
                    sealed BLOB NOT NULL,
                    PRIMARY KEY (delivery, byte, pupil)) STRICT
                """)
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS accessHead (
                    id INTEGER PRIMARY KEY CHECK (id = 1), lines INTEGER NOT NULL,
                    hash TEXT NOT NULL) STRICT
                """)
    }

    /// Whether anybody is sealed in it.
    func holdsSomebody() throws(StoreError) -> Bool {
        do {
            return try database.read(SupportStore.knowsSomebody)
        } catch { throw .error(error, path: path) }
    }

    /// The number of entries of a table; none of them is opened.
    func count(of table: String) throws(StoreError) -> Int {
        do {
            return try database.read { database in
                try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table)") ?? 0
            }
        } catch { throw .error(error, path: path) }
    }

    /// Notes where the access log ends.
    func note(_ head: AccessLog.Head) throws(StoreError) {
        do {
            try database.write { database in
                try database.execute(
                    sql: "INSERT OR REPLACE INTO accessHead (id, lines, hash) VALUES (1, ?, ?)",
                    arguments: [head.lines, head.hash])
            }
        } catch { throw .error(error, path: path) }
    }

    /// Where the access log ended when the vault was opened last; `nil` when it never was.
    func accessHead() throws(StoreError) -> AccessLog.Head? {
        do {
            return try database.read { database in
                try Row.fetchOne(database, sql: "SELECT lines, hash FROM accessHead").map { row in
                    AccessLog.Head(lines: row["lines"], hash: row["hash"])
                }
            }
        } catch { throw .error(error, path: path) }
    }

    /// Copies the vault into a new file, readable by its owner only.
    func copy(to path: String) throws {
        try SupportStore.makeFile(path)
        try database.writeWithoutTransaction {
            try $0.execute(sql: "VACUUM INTO ?", arguments: [path])
        }
    }

    /// What is sealed of a person.
    struct Entry: Sendable {
        let role: String
        /// The key of the person in the store.
        let id: Int
        let identifier: PersonIdentifier
        let name: GivenName?
    }

    /// Seals entries; a later one of the same person takes the place of the earlier.
    func seal(_ entries: [Entry], in database: Database) throws {
        let columns = ["id", "sealed"]
        let pupils = try BoundInsert(database, orReplaceInto: "pupil", columns: columns)
        let teachers = try BoundInsert(database, orReplaceInto: "teacher", columns: columns)
        var nonces = FreshNonces()
        for entry in entries {
            let sealed = try key.seal(
                [
                    entry.identifier.scope, entry.identifier.text,
                    entry.name?.givenName ?? "", entry.name?.familyName ?? "",
                ], nonces: &nonces)
            try (entry.role == PersonRole.pupil.rawValue ? pupils : teachers).insert(
                into: database
            ) { row in
                row.bind(entry.id)
                row.bind(sealed)
            }
        }
    }

    /// Opens the entry of a person: scope, identifier, given name, family name; `nil` when there is none.
    func open(role: String, id: Int) throws -> [String]? {
        let sealed = try database.read { database in
            try Data.fetchOne(
                database, sql: "SELECT sealed FROM \(role) WHERE id = ?", arguments: [id])
        }
        return try sealed.map(key.open)
    }
}

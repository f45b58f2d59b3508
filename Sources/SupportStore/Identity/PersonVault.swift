import Foundation
import GRDB

/// What the rights of a person and retention need of the vault, in one place.
///
/// Reading is opening: each has its line in the access log first.
struct PersonVault {
    private let vault: IdentityVault
    private let access: VaultAccess?

    var vaultDatabase: DatabaseQueue { vault.database }

    /// - Parameter purpose: What it is opened for; `nil` where nothing is read that tells of somebody.
    init(_ store: SupportStore, for purpose: VaultPurpose?) throws {
        vault = store.vault
        access = try purpose.map { try store.openVault(for: $0) }
    }

    /// What is sealed of somebody: the identifier and the name.
    struct Entry: Codable, Hashable {
        let role: String
        let id: Int
        let scope: String
        let text: String
        let givenName: String
        let familyName: String
    }

    /// Opens the entry of somebody; `nil` when there is none.
    func read(_ role: PersonRole, id: Int) throws -> Entry? {
        try access?.note(role.rawValue, rows: 1)
        return try vault.open(role: role.rawValue, id: id).flatMap { Self.entry(role, id, $0) }
    }

    private static func entry(_ role: PersonRole, _ id: Int, _ texts: [String]) -> Entry? {
        guard texts.count == 4 else { return nil }
        return Entry(
            role: role.rawValue, id: id, scope: texts[0], text: texts[1], givenName: texts[2],
            familyName: texts[3])
    }

    /// Opens the entries of everybody of a role.
    func readAll(_ role: PersonRole) throws -> [Entry] {
        try access?.note(role.rawValue, rows: vault.count(of: role.rawValue))
        return try vault.openAll(role: role).compactMap { Self.entry(role, $0.key, $0.value) }
    }

    /// What records say of somebody without a good code: the code as sent and the names.
    func readUnidentified(_ identity: [UInt8]) throws -> [[String]] {
        try access?.note("unidentified", rows: 1)
        let rows = try vault.database.read { database in
            try Data.fetchAll(
                database, sql: "SELECT sealed FROM unidentified WHERE identity = ?",
                arguments: [Data(identity)])
        }
        return try rows.map { try vault.key.open($0) }
    }

    /// Deletes the entry of somebody, unless the number is somebody else's by now.
    func delete(_ entry: Entry) throws {
        guard let role = PersonRole(rawValue: entry.role),
            let found = try read(role, id: entry.id), found.scope == entry.scope,
            found.text == entry.text
        else { return }
        try vault.database.write { database in
            try database.execute(
                sql: "DELETE FROM \(role.rawValue) WHERE id = ?", arguments: [entry.id])
            guard role == .pupil else { return }
            try database.execute(
                sql: "DELETE FROM sensitiveAnswers WHERE pupil = ?", arguments: [entry.id])
        }
    }

    /// What is sealed of people.
    private static let tables = ["pupil", "teacher", "unidentified", "sensitiveAnswers"]

    /// Deletes what records said of people without a good code.
    func deleteUnidentified(_ identities: [[UInt8]]) throws {
        try vault.database.write { database in
            for identity in identities {
                try database.execute(
                    sql: "DELETE FROM unidentified WHERE identity = ?", arguments: [Data(identity)])
            }
        }
    }

    /// The number of entries of all kinds.
    func count() throws -> Int {
        try vault.database.read { database in
            try Self.tables.reduce(0) { sum, table in
                sum + (try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table)") ?? 0)
            }
        }
    }

    /// Deletes every entry.
    func deleteAll() throws {
        try vault.database.write { database in
            for table in Self.tables {
                try database.execute(sql: "DELETE FROM \(table)")
            }
        }
    }

    /// Writes the file anew, so that nothing of what was deleted is left in it.
    func compact() throws {
        try vault.database.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
    }
}

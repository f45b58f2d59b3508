import Crypto
import Foundation
import GRDB
import PupilSupport

/// The sealed names and identifiers of people, kept apart from the store.
///
/// Only the submission and the data-subject commands open an entry; a rollup never does.
final class IdentityVault: Sendable {
    private let database: DatabaseQueue
    private let key: IdentityKey

    init(path: String, key: IdentityKey) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        database = try DatabaseQueue(path: path, configuration: configuration)
        self.key = key
        try database.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS person (
                        role TEXT NOT NULL, pseudonym BLOB NOT NULL, sealed BLOB NOT NULL,
                        PRIMARY KEY (role, pseudonym)) STRICT, WITHOUT ROWID
                    """)
        }
    }

    /// What is sealed of a person.
    struct Entry: Sendable {
        let role: String
        let pseudonym: [UInt8]
        let identifier: PersonIdentifier
        let name: GivenName?
    }

    /// Seals entries; a later one of the same person takes the place of the earlier.
    func seal(_ entries: [Entry]) throws {
        guard !entries.isEmpty else { return }
        let sealingKey = key.sealingKey
        try database.write { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO person (role, pseudonym, sealed) VALUES (?, ?, ?)
                    ON CONFLICT (role, pseudonym) DO UPDATE SET sealed = excluded.sealed
                    """)
            for entry in entries {
                let fields = [
                    entry.identifier.scope, entry.identifier.text, entry.name?.givenName ?? "",
                    entry.name?.familyName ?? "",
                ]
                let plain = Array(fields.joined(separator: "\u{1F}").utf8)
                let box = try AES.GCM.seal(plain, using: sealingKey)
                guard let sealed = box.combined else { continue }
                try statement.execute(arguments: [entry.role, Data(entry.pseudonym), sealed])
            }
        }
    }

    /// Opens the entry of a person: scope, identifier, given name, family name; `nil` when there is none.
    func open(role: String, pseudonym: [UInt8]) throws -> [String]? {
        let sealed = try database.read { database in
            try Data.fetchOne(
                database, sql: "SELECT sealed FROM person WHERE role = ? AND pseudonym = ?",
                arguments: [role, Data(pseudonym)])
        }
        guard let sealed else { return nil }
        let plain = try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key.sealingKey)
        return String(decoding: plain, as: UTF8.self)
            .split(separator: "\u{1F}" as Character, omittingEmptySubsequences: false)
            .map(String.init)
    }
}

import Crypto
import Foundation
import GRDB

/// The keys by which a store knows the erased again: mostly one; another for those of before a key was lost.
struct RecognitionKeys {
    /// Those that open, by their numbers in the store.
    let opened: [Int: RecognitionKey]
    private let database: Database

    /// Opens what can be opened.
    ///
    /// - Parameters:
    ///   - database: The store.
    ///   - identity: The store's key, or `nil` when it is lost.
    ///   - archive: The keys of the archive that are at hand.
    init(in database: Database, identity: IdentityKey?, archive: [ArchiveKey]) throws {
        self.database = database
        var opened: [Int: RecognitionKey] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT * FROM recognitionKey ORDER BY id") {
            let byStore = Array(row["byStoreKey"] as Data)
            let byArchive = Array(row["byArchiveKey"] as Data)
            opened[row["id"]] =
                identity.flatMap { RecognitionKey(byStore, under: $0.recognitionSealingKey) }
                ?? archive.lazy.compactMap {
                    RecognitionKey(byArchive, under: $0.recognitionSealingKey)
                }.first
        }
        self.opened = opened
    }

    /// Returns the key of a new erasure, which is made where none opens.
    ///
    /// - Returns: The key, and its number in the store.
    func current(
        sealedUnder identity: IdentityKey, _ archive: ArchiveKey
    ) throws -> (id: Int, key: RecognitionKey) {
        if let (id, key) = opened.max(by: { $0.key < $1.key }) { return (id, key) }
        let key = RecognitionKey.random()
        try database.execute(
            sql: "INSERT INTO recognitionKey (byStoreKey, byArchiveKey) VALUES (?, ?)",
            arguments: [
                Data(try key.sealed(under: identity.recognitionSealingKey)),
                Data(try key.sealed(under: archive.recognitionSealingKey)),
            ])
        return (Int(database.lastInsertedRowID), key)
    }

    /// Seals what opens under other keys; `nil` leaves what is sealed under a key of its kind as it is.
    func seal(under identity: IdentityKey?, _ archive: ArchiveKey?) throws {
        for (id, key) in opened {
            for (column, sealing) in [
                ("byStoreKey", identity?.recognitionSealingKey),
                ("byArchiveKey", archive?.recognitionSealingKey),
            ] {
                guard let sealing else { continue }
                try database.execute(
                    sql: "UPDATE recognitionKey SET \(column) = ? WHERE id = ?",
                    arguments: [Data(try key.sealed(under: sealing)), id])
            }
        }
    }
}

extension SupportStore {
    /// Seals anew, under the archive's key, what recognises the erased.
    ///
    /// - Parameter other: A key of the archive from before, or `nil`.
    func sealRecognition(openedBy other: ArchiveKey? = nil) throws {
        let own = try archive.keyring.key()
        try pool.write { database in
            try RecognitionKeys(
                in: database, identity: key, archive: [own, other].compactMap(\.self)
            ).seal(under: nil, own)
        }
    }

    /// The number of erasures whose people would not be known again, for the keys that told them are lost.
    public func unrecognisedErasures() throws -> Int {
        try pool.read { database in
            let archiveKeys = [try? archive.keyring.key()].compactMap(\.self)
            let opened = try RecognitionKeys(
                in: database, identity: key, archive: archiveKeys
            ).opened.keys
            // A tombstone of an older program was told by the store's key itself, which does not outlive a change.
            return try Int.fetchOne(
                database,
                sql: """
                    SELECT COUNT(DISTINCT erasure) FROM tombstone
                    WHERE recognitionKey IS NULL AND erasedAt <= (SELECT MAX(rotatedAt) FROM keyRotation)
                        OR recognitionKey NOT IN (\(opened.map(String.init).joined(separator: ", ")))
                    """) ?? 0
        }
    }
}

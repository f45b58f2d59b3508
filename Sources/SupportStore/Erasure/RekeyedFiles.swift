import Foundation
import GRDB

/// The files of the archive that are no longer as they were sent.
enum RekeyedFiles {
    /// Enters what becomes of a file; the archive follows when the transaction is in the store.
    static func enter(
        _ sha256: [UInt8], previous: [UInt8], current: [UInt8]?, cause: FileRekeying.Cause,
        places: [FileRekeying.Place], erasure: Int?, in database: Database
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try database.execute(
            sql: """
                INSERT INTO rekeyedFile
                    (sha256, previous, current, why, places, erasure, isPending)
                VALUES (?, ?, ?, ?, ?, ?, 1)
                """,
            arguments: [
                Data(sha256), Data(previous), current.map { Data($0) }, cause.rawValue,
                String(decoding: try encoder.encode(places), as: UTF8.self), erasure,
            ])
    }

    /// Whether the archive has to follow the store.
    static func arePending(in database: Database) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM rekeyedFile WHERE isPending = 1)")) ?? false
    }
}

extension SupportStore {
    /// Makes the archive follow what the store says of files from which records were taken.
    ///
    /// A run that was killed leaves it to the next one.
    public func followRekeyedFiles() throws {
        guard try pool.read(RekeyedFiles.arePending) else { return }
        let rows = try pool.read {
            try Row.fetchAll($0, sql: "SELECT * FROM rekeyedFile WHERE isPending = 1 ORDER BY id")
        }
        for row in rows {
            let id: Int = row["id"]
            let sha256 = Array(row["sha256"] as Data)
            let places = try JSONDecoder().decode(
                [FileRekeying.Place].self, from: Data((row["places"] as String).utf8))
            let known = archive.rekeying(of: sha256)?.places ?? []
            let all = Set(known).union(places).sorted { ($0.byte, $0.line) < ($1.byte, $1.line) }
            try archive.rekey(
                sha256, from: Array(row["previous"] as Data),
                to: FileRekeying(
                    current: (row["current"] as Data?).map(Array.init),
                    cause: FileRekeying.Cause(rawValue: row["why"]) ?? .erasure, places: all))
            try pool.write { database in
                try database.execute(
                    sql: "UPDATE rekeyedFile SET isPending = 0 WHERE id = ?", arguments: [id])
            }
        }
    }

    /// The fingerprints, as they were sent, of all files from which records were taken, with the moment
    /// of the last erasure where it was one.
    public func rekeyedOriginals() throws -> Set<[UInt8]> {
        try pool.read { database in
            Set(
                try Data.fetchAll(
                    database,
                    sql: "SELECT DISTINCT sha256 FROM rekeyedFile WHERE why <> 'retention'"
                ).map(Array.init))
        }
    }
}

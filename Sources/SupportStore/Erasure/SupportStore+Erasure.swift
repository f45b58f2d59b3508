import Foundation
import GRDB
public import PupilSupport

extension SupportStore {
    /// Takes a person out of the store in one transaction; the rest is done by ``finishErasures(moves:)``.
    ///
    /// - Parameters:
    ///   - plan: What is taken away; the blanked files lie in the archive already.
    ///   - signature: Who asked, and for what.
    ///   - judge: Judges what the erasure touches.
    /// - Returns: The number of the erasure.
    public func erase(
        _ plan: ErasurePlan, by signature: ErasureRequest.Signature, judge: Judge
    ) throws -> Int {
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        return try change { database, run in
            let (erasure, touched) = try ErasureDesk(
                database: database, store: self, run: run, plan: plan
            ).run(by: signature)
            let judging = StoredJudging(database)
            try judge(touched, judging)
            try QuarantineHistory(database: database, run: run).update(after: judging)
            return erasure
        }
    }

    /// Finishes every erasure whose transaction is in the store: the vault, the archive, and what is left in
    /// the files of the store itself.
    ///
    /// - Parameter moves: Returns, from the figures before as text, which figures moved, as text.
    /// - Returns: What was done, oldest first; empty when nothing was left to do.
    public func finishErasures(moves: (String) throws -> String) throws -> [FinishedErasure] {
        try followRekeyedFiles()
        let rows = try pool.read {
            try Row.fetchAll(
                $0,
                sql: """
                    SELECT id, sealed, figuresBefore FROM erasure WHERE finishedAt IS NULL
                    ORDER BY id
                    """)
        }
        var finished: [FinishedErasure] = []
        for row in rows {
            let id: Int = row["id"]
            guard let sealed = row["sealed"] as Data?,
                let rest = try ErasureRest(sealed, key: key)
            else { continue }
            let vault = try PersonVault(self, for: nil)
            for entry in rest.entries { try vault.delete(entry) }
            try deleteOrphans(in: vault, of: rest)
            let sweep = try ArchiveSweep(store: self, needles: rest.searched).run()
            let moved = try moves(row["figuresBefore"] ?? "")
            try compact(vault)
            try pool.write { database in
                try database.execute(sql: "PRAGMA secure_delete = ON")
                try database.execute(
                    sql: """
                        UPDATE erasure SET finishedAt = erasedAt, figuresBefore = NULL,
                            sealed = NULL, moves = ? WHERE id = ?
                        """, arguments: [moved, id])
            }
            try compact(vault)
            finished.append(
                FinishedErasure(id: id, isNameShared: rest.isNameShared, sweep: sweep))
        }
        return finished
    }

    /// Whether an erasure was begun and not finished.
    public func hasUnfinishedErasure() throws -> Bool {
        try pool.read { database in
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM erasure WHERE finishedAt IS NULL)")
                ?? false
        }
    }

    /// What the vault holds of records without a good code that are there no more.
    private func deleteOrphans(in vault: PersonVault, of rest: ErasureRest) throws {
        let known = try pool.read { database in
            Set(
                try Data.fetchAll(database, sql: "SELECT DISTINCT identity FROM unidentifiedRecord")
                    .map(Array.init))
        }
        let sealed = try vault.identities()
        try vault.deleteUnidentified(sealed.filter { !known.contains($0) } + rest.identities)
    }

    /// Writes the files of the store and the vault anew, so that nothing of what was deleted is in them.
    func compact(_ vault: PersonVault) throws {
        try vault.compact()
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM")
            try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }
}

/// What was done to finish an erasure.
public struct FinishedErasure: Sendable {
    /// The number of the erasure.
    public let id: Int
    /// Whether somebody else bears the name, so that it was not looked for by itself.
    public let isNameShared: Bool
    /// What was found in the archive besides.
    public let sweep: ArchiveSweep.Outcome
}

extension ErasureRest {
    /// What is looked for in the archive: a name that others bear is left.
    var searched: Needles { isNameShared ? needles.withoutNames : needles }
}

extension PersonVault {
    /// The keyed values of all who are sealed without a good code.
    func identities() throws -> [[UInt8]] {
        try vaultDatabase.read { database in
            try Data.fetchAll(database, sql: "SELECT DISTINCT identity FROM unidentified")
                .map(Array.init)
        }
    }
}

import Foundation
import GRDB
import PupilSupport

extension ReadableStore {
    /// Returns the acknowledgements that were not withdrawn, the expired ones included, oldest first.
    public func acknowledgements() throws -> [StoredAcknowledgement] {
        try database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT a.*, r.startedAt FROM acknowledgement AS a
                    LEFT JOIN run AS r ON r.id = a.run
                    WHERE a.withdrawnBy IS NULL ORDER BY a.id
                    """
            ).map { row in
                let day: Int? = row["expiresOn"]
                return StoredAcknowledgement(
                    id: row["id"],
                    acknowledgement: Acknowledgement(
                        rule: row["rule"], source: row["source"], kind: row["kind"],
                        columnName: row["columnName"], content: Array(row["content"] as Data),
                        sha256: Array(row["sha256"] as Data), sheet: row["sheet"],
                        place: row["place"], author: row["author"], reason: row["reason"],
                        expiresOn: day.flatMap(CivilDate.init(storedValue:))),
                    acceptedAt: row["startedAt"])
            }
        }
    }

    /// Returns a value by which the bytes of two records can be compared without being known.
    public func contentKey(of bytes: [UInt8]) -> [UInt8] { key.contentKey(of: bytes) }
}

extension SupportStore {
    /// Keeps acknowledgements, all of them or none.
    public func acknowledge(_ acknowledgements: [Acknowledgement]) throws {
        try change { database, run in
            for one in acknowledgements {
                try database.execute(
                    sql: """
                        INSERT INTO acknowledgement (rule, source, kind, columnName, content, sha256,
                            sheet, place, author, reason, expiresOn, run)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        one.rule, one.source, one.kind, one.columnName, Data(one.content),
                        Data(one.sha256), one.sheet, one.place, one.author, one.reason,
                        one.expiresOn?.storedValue, run,
                    ])
            }
        }
    }

    /// Withdraws acknowledgements; who accepted them, and why, stays in the store.
    ///
    /// - Parameters:
    ///   - ids: The numbers of the acknowledgements.
    ///   - author: Who withdraws them.
    ///   - reason: Why.
    public func withdraw(acknowledgements ids: [Int], by author: String, because reason: String)
        throws
    {
        try change { database, run in
            for id in ids {
                try database.execute(
                    sql: """
                        UPDATE acknowledgement
                        SET withdrawnBy = ?, withdrawnFor = ?, withdrawnRun = ?
                        WHERE id = ? AND withdrawnBy IS NULL
                        """, arguments: [author, reason, run, id])
            }
        }
    }
}

import Foundation
import GRDB

/// Deliveries in force that a decision about people asks to read again.
///
/// They are noted in the transaction of the decision, so that a run that is cut off before it has read
/// them leaves them to the next one.
enum StaleDeliveries {
    /// Notes the deliveries in force of which records name somebody unidentified.
    static func add(naming identity: [UInt8], in database: Database) throws {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO staleDelivery (delivery)
                SELECT DISTINCT u.delivery FROM unidentifiedRecord AS u
                JOIN delivery AS d ON d.id = u.delivery
                WHERE u.identity = ? AND d.supersededBy IS NULL
                """, arguments: [Data(identity)])
    }
}

extension SupportStore {
    /// Returns the files in force that a decision about people asks to read again.
    public func staleFiles() throws -> [ArchivedFile] {
        try pool.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT d.fileName, d.sha256, COALESCE(d.run, 0) AS run FROM delivery AS d
                    JOIN staleDelivery AS s ON s.delivery = d.id
                    WHERE d.supersededBy IS NULL ORDER BY d.id
                    """
            ).map { row in
                ArchivedFile(
                    name: row["fileName"], sha256: Array(row["sha256"] as Data), run: row["run"])
            }
        }
    }
}

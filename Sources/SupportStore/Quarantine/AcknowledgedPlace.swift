import Foundation
import GRDB

/// Where what was accepted with a warning stands.
public struct AcknowledgedPlace: Hashable, Sendable {
    /// The number of the acknowledgement.
    public let id: Int
    /// The fingerprint of the file.
    public let sha256: [UInt8]
    /// The name that the file was sent with.
    public let fileName: String
    /// The offset of the record, in a workbook the row of the sheet; `nil` when the whole file is meant.
    public let place: Int?
}

extension SupportStore {
    /// Returns where everything stands that was ever accepted with a warning, withdrawn or not.
    public func acknowledgedPlaces() throws -> [AcknowledgedPlace] {
        try pool.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT a.id, a.sha256, a.place, COALESCE((SELECT d.fileName FROM delivery AS d
                        WHERE d.sha256 = a.sha256 ORDER BY d.id DESC LIMIT 1), '') AS fileName
                    FROM acknowledgement AS a ORDER BY a.id
                    """
            ).map { row in
                AcknowledgedPlace(
                    id: row["id"], sha256: Array(row["sha256"] as Data), fileName: row["fileName"],
                    place: row["place"])
            }
        }
    }
}

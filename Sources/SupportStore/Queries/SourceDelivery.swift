import Foundation
import GRDB
public import PupilSupport

/// A delivery as what leads from a record of the store to the file that it came in.
public struct SourceDelivery: Hashable, Sendable {
    /// The number of the delivery.
    public let id: Int
    /// The fingerprint of the file's bytes, under which the archive keeps it.
    public let sha256: [UInt8]
    /// The path of the file below the inbox.
    public let fileName: String
    /// The sheet that was read, or `nil` when the file is no workbook.
    public let sheet: String?
    /// The code of the source.
    public let source: String
    /// The kind of file.
    public let kind: String
    /// The semester of its records, or `nil` when they name several or none.
    public let semester: Semester?
    /// The number of the delivery that took its place, or `nil` while it is in force.
    public let successor: Int?
}

extension StoreSnapshot {
    /// Returns all deliveries, those that others took the place of included, in the order of their numbers.
    public func sourceDeliveries() throws -> [SourceDelivery] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT id, sha256, fileName, sheet, source, kind, semester, supersededBy
                FROM delivery ORDER BY id
                """
        ).map { row in
            let semester: Int? = row["semester"]
            return SourceDelivery(
                id: row["id"], sha256: Array(row["sha256"] as Data), fileName: row["fileName"],
                sheet: row["sheet"], source: row["source"], kind: row["kind"],
                semester: semester.flatMap(Semester.init(storedValue:)),
                successor: row["supersededBy"])
        }
    }
}

import GRDB
import PupilSupport

/// Says where records stand, of rows that begin with the delivery, the line and the byte.
///
/// Many records are of one delivery, whose names are therefore read once.
struct RecordOrigins {
    /// The columns with which the rows of a query begin.
    static func columns(_ table: String) -> String {
        "\(table).delivery, \(table).line, \(table).byte"
    }

    /// The number of columns with which the rows begin.
    static let width = 3

    private struct Names {
        let source: String
        let fileKind: String
        let fileName: String
    }

    private let database: Database
    private var names: [Int: Names] = [:]

    init(_ database: Database) { self.database = database }

    /// Returns where the record of a row stands, or `nil` when there is no such delivery.
    mutating func origin(_ row: Row) throws -> RecordOrigin? {
        let delivery: Int = row[0]
        guard let names = try names(of: delivery) else { return nil }
        return RecordOrigin(
            delivery: delivery, source: names.source, fileKind: names.fileKind,
            fileName: names.fileName, line: row[1], byte: row[2])
    }

    private mutating func names(of delivery: Int) throws -> Names? {
        if let known = names[delivery] { return known }
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT source, kind, fileName FROM delivery WHERE id = ?"),
            arguments: [delivery])
        let found = row.map { Names(source: $0[0], fileKind: $0[1], fileName: $0[2]) }
        names[delivery] = found
        return found
    }
}

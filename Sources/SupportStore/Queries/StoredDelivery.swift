import Foundation
import GRDB
public import PupilSupport

/// A delivery in force, with what became of its records.
public struct StoredDelivery: Sendable {
    /// The number of the delivery.
    public let id: Int
    /// The fingerprint of the file's bytes.
    public let sha256: [UInt8]
    /// The fingerprint of the definitions that it was read with.
    public let definition: [UInt8]
    /// The path of the file below the inbox.
    public let fileName: String
    /// The sheet that was read, or `nil` when the file is no workbook.
    public let sheet: String?
    /// The code of the source.
    public let source: String
    /// The kind of file.
    public let kind: String
    /// The codes of the schools that the records name, those held back included, in their order.
    public let schools: [String]
    /// The semester that all loaded records name, or `nil` when they name none or several; that of the
    /// records held back when none is loaded.
    public let semester: Semester?
    /// What became of the records.
    public let counts: DeliveryCounts
}

/// A finding as the store keeps it.
public struct StoredFinding: Sendable {
    /// The number of the delivery.
    public let delivery: Int
    /// The code of the rule.
    public let rule: String
    /// How bad it is.
    public let severity: String
    /// The physical line, from 1; 0 for the whole file.
    public let line: Int
    /// The offset in the file as sent.
    public let byte: Int?
    /// The number of the column, from 1.
    public let column: Int?
    /// The name of the column, or the path.
    public let columnName: String?
    /// The code of the school that a judgement over several records was about, or `nil` when the file
    /// itself says it.
    public let judgedSchool: String?
    /// The first byte of the record that it concerns, or `nil` when it concerns none.
    public let record: Int?
    /// Whether that record is held back, for this finding or another.
    public let isHeld: Bool
    /// The values for the rule's texts.
    public let details: [String: String]
    /// Whether that record is ignored, where a filter asked for it.
    public var isOfIgnored = false
}

extension SupportStore {
    /// Returns the deliveries in force, in the order of their files' names.
    public func currentDeliveries() throws -> [StoredDelivery] {
        try reader.read { try $0.currentDeliveries() }
    }

    /// Returns how many findings of the deliveries in force there are of each rule, by its code.
    ///
    /// Where a column is wrong in a whole country's file there are as many findings as rows.
    public func currentRules() throws -> [String: Int] {
        try reader.read { snapshot in
            let rows = try Row.fetchAll(
                snapshot.database,
                sql: """
                    SELECT f.rule, COUNT(*) AS number
                    FROM finding AS f JOIN delivery AS d ON d.id = f.delivery
                    WHERE d.supersededBy IS NULL GROUP BY f.rule
                    """)
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0["rule"] as String, $0["number"] as Int) })
        }
    }

    /// Returns the semesters of which the store holds anything in force, oldest first.
    public func currentSemesters() throws -> [Semester] {
        try reader.read { try $0.currentSemesters() }
    }
}

extension ReadableStore {
    /// Returns the deliveries in force, in the order of their files' names.
    public func currentDeliveries() throws -> [StoredDelivery] {
        try StoreReader(database).read { try $0.currentDeliveries() }
    }
}

extension StoreSnapshot {
    /// Returns the deliveries in force, in the order of their files' names.
    public func currentDeliveries() throws -> [StoredDelivery] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT \(StoredDelivery.columns), (
                        SELECT GROUP_CONCAT(s.code, ' ')
                        FROM deliverySchool AS o JOIN school AS s ON s.id = o.school
                        WHERE o.delivery = d.id)
                    FROM delivery AS d
                    WHERE d.supersededBy IS NULL ORDER BY d.fileName, d.id
                    """))
        var deliveries: [StoredDelivery] = []
        while let row = try rows.next() { deliveries.append(StoredDelivery(row)) }
        return deliveries
    }

    /// Returns the semesters of which the store holds anything in force, oldest first.
    public func currentSemesters() throws -> [Semester] {
        let tables = [RecordKind.enrolment, .plan, .session, .mark, .absence, .feedback, .need]
        let facts = tables.map { "SELECT DISTINCT semester FROM \($0.currentView)" }
        // A file may be of a semester of which nothing counts.
        let files = """
            SELECT semester FROM delivery WHERE supersededBy IS NULL AND semester IS NOT NULL
            """
        let sql = (facts + [files]).joined(separator: " UNION ")
        return try Int.fetchAll(database.cachedStatement(sql: sql))
            .compactMap(Semester.init(storedValue:)).sorted()
    }
}

extension StoredDelivery {
    /// The columns of a delivery `d` with which a row begins, before the codes of the schools.
    fileprivate static let columns = """
        d.id, d.sha256, d.definition, d.fileName, d.sheet, d.source, d.kind, d.semester, d.recordsRead,
            d.recordsLoaded, d.recordsHeldBack, d.recordsIgnored
        """

    /// Reads a row by the places of its columns: each name would be looked up in each row.
    fileprivate init(_ row: Row) {
        var counts = DeliveryCounts()
        counts.read = row[8]
        counts.loaded = row[9]
        counts.heldBack = row[10]
        counts.ignored = row[11]
        let semester: Int? = row[7]
        let schools: String? = row[12]
        self.init(
            id: row[0], sha256: Array(row[1] as Data), definition: Array(row[2] as Data),
            fileName: row[3], sheet: row[4], source: row[5], kind: row[6],
            schools: schools?.split(separator: " ").map(String.init).sorted() ?? [],
            semester: semester.flatMap(Semester.init(storedValue:)), counts: counts)
    }
}

extension StoredFinding {
    init(_ row: Row) {
        self.init(
            delivery: row["delivery"], rule: row["rule"], severity: row["severity"],
            line: row["line"], byte: row["byte"], column: row["columnNumber"],
            columnName: row["columnName"], judgedSchool: row["judgedSchoolCode"],
            record: row["recordByte"], isHeld: row["isHeld"],
            details: FindingDetails.decoded(row["details"]))
    }
}

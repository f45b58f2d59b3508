import GRDB

/// A record that is held back.
public struct HeldRecord: Hashable, Sendable {
    /// The number of the delivery.
    public let delivery: Int
    /// The physical line of the first byte, from 1, or the row of the sheet.
    public let line: Int
    /// The offset of the first byte.
    public let byte: Int
    /// Whether it became records of the model, which the judgement of several records together holds back.
    public let isJudged: Bool
}

extension StoreSnapshot {
    /// Returns the records of the deliveries in force that are held back, in the order of deliveries and
    /// places.
    public func heldRecords() throws -> [HeldRecord] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT h.delivery, h.line, h.byte, h.judgedSchool IS NOT NULL AS isJudged
                FROM heldRecord AS h JOIN delivery AS d ON d.id = h.delivery
                WHERE d.supersededBy IS NULL ORDER BY h.delivery, h.byte
                """
        ).map { row in
            HeldRecord(
                delivery: row["delivery"], line: row["line"], byte: row["byte"],
                isJudged: row["isJudged"])
        }
    }

    /// Returns what was found in a record, in the order of places and rules.
    public func findings(ofDelivery delivery: Int, record byte: Int) throws -> [StoredFinding] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT f.*, h.id IS NOT NULL AS isHeld FROM finding AS f
                LEFT JOIN heldRecord AS h ON h.delivery = f.delivery AND h.byte = f.recordByte
                WHERE f.delivery = :delivery AND f.recordByte = :byte
                ORDER BY f.line, f.byte, f.rule, f.columnNumber, f.columnName
                """, arguments: ["delivery": delivery, "byte": byte]
        ).map(StoredFinding.init)
    }
}

extension StoreSnapshot {
    /// Whether a record is held back.
    public func isHeld(delivery: Int, record byte: Int) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM heldRecord WHERE delivery = ? AND byte = ?)",
            arguments: [delivery, byte]) ?? false
    }

    /// Returns what was found on a line of a delivery that concerns no record.
    public func findingsOfNoRecord(
        ofDelivery delivery: Int, line: Int
    ) throws -> [StoredFinding] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT *, 0 AS isHeld FROM finding
                WHERE delivery = ? AND line = ? AND recordByte IS NULL ORDER BY byte, rule
                """, arguments: [delivery, line]
        ).map(StoredFinding.init)
    }
}

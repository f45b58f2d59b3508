import GRDB

/// Findings may be as many as the rows of a country's file, times its columns: they are handed out one by
/// one, and whoever wants to know how many there are has them counted.
extension StoreSnapshot {
    /// Hands findings of the deliveries in force to a body, in the order of files, places and rules.
    public func forEachFinding(
        _ filter: FindingFilter = FindingFilter(), _ body: (StoredFinding) throws -> Void
    ) throws {
        let (condition, isIgnored) = (filter.condition, filter.isIgnored)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(StoredFinding.columns), \(isIgnored.sql)
                FROM finding AS f JOIN delivery AS d ON d.id = f.delivery
                LEFT JOIN school AS s ON s.id = f.judgedSchool
                LEFT JOIN heldRecord AS h ON h.delivery = f.delivery AND h.byte = f.recordByte
                WHERE \(condition.sql)
                ORDER BY d.fileName, d.id, f.line, f.byte, f.rule, f.columnNumber, f.columnName,
                    f.id
                """, arguments: isIgnored.arguments + condition.arguments)
        while let row = try rows.next() { try body(.inColumns(row)) }
    }

    /// Returns how many findings of the deliveries in force there are.
    public func findingCount(_ filter: FindingFilter = FindingFilter()) throws -> Int {
        let condition = filter.condition
        return try Int.fetchOne(
            database,
            sql: """
                SELECT COUNT(*) FROM finding AS f JOIN delivery AS d ON d.id = f.delivery
                LEFT JOIN school AS s ON s.id = f.judgedSchool
                WHERE \(condition.sql)
                """, arguments: condition.arguments) ?? 0
    }
}

extension ReadableStore {
    /// Hands findings of the deliveries in force to a body, in the order of files, places and rules; the body
    /// must not read the store.
    public func forEachFinding(
        _ filter: FindingFilter = FindingFilter(), _ body: (StoredFinding) throws -> Void
    ) throws {
        try reader.read { try $0.forEachFinding(filter, body) }
    }

    /// Returns how many findings of the deliveries in force there are.
    public func findingCount(_ filter: FindingFilter = FindingFilter()) throws -> Int {
        try reader.read { try $0.findingCount(filter) }
    }
}

extension StoredFinding {
    /// The columns that ``inColumns(_:)`` takes, but for the last, over the tables `f`, `s` and `h`.
    static let columns = """
        f.delivery, f.rule, f.severity, f.line, f.byte, f.columnNumber, f.columnName, s.code,
        f.recordByte, h.id IS NOT NULL, f.details
        """

    /// Takes a row of ``columns`` and of whether the record is ignored; rows are many, so columns are asked for
    /// by place.
    static func inColumns(_ row: Row) -> StoredFinding {
        StoredFinding(
            delivery: row[0], rule: row[1], severity: row[2], line: row[3], byte: row[4],
            column: row[5], columnName: row[6], judgedSchool: row[7], record: row[8],
            isHeld: row[9], details: FindingDetails.decoded(row[10]), isOfIgnored: row[11])
    }
}

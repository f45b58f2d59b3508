import GRDB
public import PupilSupport

extension DeliveryLoader {
    /// Notes columns of which nothing is kept.
    public func note(_ columns: [DroppedColumn]) throws {
        for column in columns {
            try database.execute(
                sql: """
                    INSERT OR IGNORE INTO droppedColumn (delivery, number, name) VALUES (?, ?, ?)
                    """, arguments: [delivery, column.number, column.name])
        }
    }
}

extension SupportStore {
    /// Returns the columns of which nothing is kept, by the numbers of the deliveries in force.
    public func droppedColumns() throws -> [Int: [DroppedColumn]] {
        try pool.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT c.delivery, c.number, c.name FROM droppedColumn AS c
                    JOIN delivery AS d ON d.id = c.delivery
                    WHERE d.supersededBy IS NULL ORDER BY c.delivery, c.number
                    """)
            return Dictionary(grouping: rows) { $0["delivery"] as Int }.mapValues { rows in
                rows.map { DroppedColumn(number: $0["number"], name: $0["name"]) }
            }
        }
    }
}

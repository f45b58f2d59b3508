import GRDB
public import PupilSupport

extension StoreSnapshot {
    /// Returns what was made of a record, in the order of the model.
    public func kinds(ofDelivery delivery: Int, record byte: Int) throws -> [RecordKind] {
        try RecordKind.inStore.filter { kind in
            try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM \(kind.table) WHERE delivery = ? AND byte = ?)
                    """, arguments: [delivery, byte]) ?? false
        }
    }

    /// Returns the first bytes of the records of a delivery that the store knows to begin on a line, in
    /// their order.
    public func records(ofDelivery delivery: Int, line: Int) throws -> [Int] {
        let tables = RecordKind.inStore.map(\.table) + ["heldRecord"]
        let parts = tables.map {
            "SELECT byte FROM \($0) WHERE delivery = :delivery AND line = :line"
        }
        return try Int.fetchAll(
            database, sql: parts.joined(separator: " UNION ") + " ORDER BY byte",
            arguments: ["delivery": delivery, "line": line])
    }

    /// A value that changes with every run that changes what the store holds, to compare two readers.
    public func mark() throws -> [Int] {
        try ["delivery", "heldRecord", "finding", "run"].flatMap { table in
            let row = try Row.fetchOne(
                database, sql: "SELECT COALESCE(MAX(id), 0), COUNT(*) FROM \(table)")
            let numbers: [Int] = [row?[0] ?? 0, row?[1] ?? 0]
            return numbers
        }
    }
}

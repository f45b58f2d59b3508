import GRDB

extension SupportStore {
    /// Returns how many records were read of the files whose place deliveries took, by these; the same bytes read anew
    /// take no other file's place.
    public func replacedRecords() throws -> [Int: Int] {
        try reader.read { snapshot in
            let rows = try Row.fetchAll(
                snapshot.database,
                sql: """
                    SELECT d.id, SUM(earlier.recordsRead) AS number
                    FROM delivery AS earlier JOIN delivery AS d ON d.id = earlier.supersededBy
                    WHERE d.supersededBy IS NULL AND d.sha256 <> earlier.sha256 GROUP BY d.id
                    """)
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0["id"] as Int, $0["number"] as Int) })
        }
    }
}

import GRDB

extension StoreSnapshot {
    /// Returns the calendar years in which a session was given that counts, oldest first.
    public func yearsOfSupport() throws -> [Int] {
        try Int.fetchAll(
            database,
            sql: """
                SELECT DISTINCT s.date / 10000 FROM currentSession AS s
                JOIN currentPlan AS p ON p.planNumber = s.planNumber ORDER BY 1
                """)
    }
}

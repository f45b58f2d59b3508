import GRDB

extension KeyChangeResult {
    /// Whether everybody, and every held record that names somebody, is known under the new key.
    public var isWhole: Bool { lostPeople.isEmpty && lostRecords == 0 }
}

extension SupportStore {
    /// The number of people whom no key can name, whether anything is counted of them or not.
    public func unrecoveredPeople() throws -> Int {
        try pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM unrecoveredPerson") ?? 0 }
    }
}

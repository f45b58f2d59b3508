import GRDB

extension StoreSnapshot {
    /// Returns the key by which a person may be shown: the first eight hexadecimal digits of the
    /// pseudonym, which stay the same as long as the store has its key.
    public func shownKey(of role: PersonRole, _ id: Int) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(
                sql: "SELECT LOWER(HEX(SUBSTR(pseudonym, 1, 4))) FROM \(role.rawValue) WHERE id = ?"
            ),
            arguments: [id])
    }
}

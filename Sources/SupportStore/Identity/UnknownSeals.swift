import GRDB
import PupilSupport

extension SupportStore {
    /// Removes from the vault whom the store does not know: a delivery that was cut off, or that met a full disk, between
    /// the two commits has sealed people who never came into force, and nobody would find them to erase them.
    ///
    /// The store numbers people one after another, so they are those beyond its last number.
    func removeUnknownSeals() throws {
        for role in [PersonRole.pupil, .teacher] {
            let last = try pool.read { database in
                try Int.fetchOne(database, sql: "SELECT MAX(id) FROM \(role.rawValue)") ?? 0
            }
            try vault.remove(role, beyond: last)
        }
    }
}

extension IdentityVault {
    fileprivate func remove(_ role: PersonRole, beyond last: Int) throws(StoreError) {
        do {
            let hasMore = try database.read { database in
                try Int.fetchOne(database, sql: "SELECT MAX(id) FROM \(role.rawValue)") ?? 0 > last
            }
            guard hasMore else { return }
            try database.write { database in
                try database.execute(
                    sql: "DELETE FROM \(role.rawValue) WHERE id > ?", arguments: [last])
            }
        } catch { throw .error(error, path: path) }
    }
}

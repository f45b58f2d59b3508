import Crypto
import Foundation
import GRDB

extension IdentityKey {
    /// Returns the pseudonym that a recipient gets for somebody: nobody without the key can tell that it and
    /// the store's mean the same person (esf.md, GDPR-15).
    func recipientPseudonym(of pseudonym: [UInt8], role: PersonRole, recipient: String) -> String {
        let name = "pumpurs/\(role.rawValue)/\(recipient)/v1\u{1F}"
        return Hexadecimal.text(recipientCode(Array(name.utf8) + pseudonym))
    }
}

extension StoreReader {
    /// Returns the pseudonyms that a recipient gets, by the people's keys in the store.
    ///
    /// They are made from the store's own pseudonyms, so the vault stays shut.
    ///
    /// - Parameters:
    ///   - role: Pupils or teachers.
    ///   - recipient: The recipient's domain, `ikvd`.
    ///   - stateFolder: The folder of the state, which holds the key.
    public func recipientPseudonyms(
        of role: PersonRole, for recipient: String, stateFolder: String
    ) throws -> [Int: String] {
        let key = try IdentityKey(folder: stateFolder, isNewStore: false)
        return try read { snapshot in
            let rows = try Row.fetchAll(
                snapshot.database, sql: "SELECT id, pseudonym FROM \(role.rawValue)")
            return Dictionary(
                rows.map { row in
                    (
                        row["id"] as Int,
                        key.recipientPseudonym(
                            of: Array(row["pseudonym"] as Data), role: role, recipient: recipient)
                    )
                }, uniquingKeysWith: { first, _ in first })
        }
    }
}

extension SupportStore {
    /// The beginning of the key's fingerprint, eight hexadecimal digits: it tells which key made pseudonyms, and
    /// nothing else of it (esf.md, GDPR-3).
    public var keyIdentifier: String { key.identifier }
}

import Foundation
import GRDB
import Glibc

/// The vault, open for reading for one purpose.
///
/// It is the only way to what is sealed. Whoever asks it for entries has a line in the access log
/// before the first of them is opened; when the log cannot be written nothing is opened
/// (esf.md, GDPR-9).
public struct VaultAccess: Sendable {
    /// What it is opened for.
    public let purpose: VaultPurpose
    let vault: IdentityVault
    let log: AccessLog
    /// The store, whose decisions and deliveries say which entries count.
    let database: any DatabaseReader

    /// What is sealed of somebody with a good code.
    public struct Identity: Hashable, Sendable {
        /// What the identifier is unique within, such as ``PersonIdentifier/personalCode``.
        public let scope: String
        /// The identifier: a personal code of digits alone, or a school's staff number.
        public let text: String
        /// The given name; empty where no file gives it.
        public let givenName: String
        /// The family name; empty where no file gives it.
        public let familyName: String

        init?(_ texts: [String]) {
            guard texts.count == 4 else { return nil }
            (scope, text, givenName, familyName) = (texts[0], texts[1], texts[2], texts[3])
        }
    }

    // MARK: - People

    /// Opens what is sealed of everybody of a role.
    ///
    /// - Returns: Names and identifiers by the numbers of the people in the store.
    /// - Throws: ``StoreError`` when the log cannot be written or the vault cannot be read.
    public func openIdentities(role: PersonRole) throws -> [Int: Identity] {
        try note(role.rawValue, rows: vault.count(of: role.rawValue))
        return try opened(role)
    }

    private func opened(_ role: PersonRole) throws -> [Int: Identity] {
        do { return try vault.openAll(role: role).compactMapValues(Identity.init) } catch {
            throw StoreError.vaultError(error, path: vault.path)
        }
    }

    /// Opens what is sealed of one person; `nil` when there is nothing.
    ///
    /// - Parameters:
    ///   - role: What the person is.
    ///   - id: The number of the person in the store.
    /// - Throws: ``StoreError`` when the log cannot be written or the vault cannot be read.
    public func openIdentity(role: PersonRole, id: Int) throws -> Identity? {
        try note(role.rawValue, rows: 1)
        do { return try vault.open(role: role.rawValue, id: id).flatMap(Identity.init) } catch {
            throw StoreError.vaultError(error, path: vault.path)
        }
    }

    /// Returns the names by which a recipient knows the people of a role.
    ///
    /// They are keyed in a domain of the recipient's own, so a package cannot be linked with the store or
    /// with what another recipient has (esf.md, GDPR-15).
    ///
    /// - Parameters:
    ///   - role: What the people are.
    ///   - recipient: The recipient's short name, such as `ikvd`.
    /// - Returns: 32 lower-case hexadecimal digits by the number of the person in the store.
    /// - Throws: ``StoreError`` when the log cannot be written or the vault cannot be read.
    public func recipientPseudonyms(
        role: PersonRole, recipient: String
    ) throws -> [Int: String] {
        try note(role.rawValue, rows: vault.count(of: role.rawValue))
        return try opened(role).mapValues { person in
            vault.key.recipientPseudonym(
                role: role, recipient: recipient, scope: person.scope, text: person.text)
        }
    }

    /// Opens what held records say of all who are unidentified.
    func openUnidentified() throws -> [IdentityVault.Unidentified] {
        try note("unidentified", rows: vault.count(of: "unidentified"))
        do { return try vault.openUnidentified() } catch {
            throw StoreError.vaultError(error, path: vault.path)
        }
    }

    // MARK: - The log

    /// Writes a line of the log, and notes its end in the vault so that a shortened log shows.
    func note(_ subject: String, rows: Int) throws(StoreError) {
        let head = try log.append(
            purpose, subject: subject, rows: rows, at: Int(time(nil)),
            after: try vault.accessHead())
        try vault.note(head)
    }
}

extension SupportStore {
    /// Opens the vault for reading.
    ///
    /// ```swift
    /// let vault = try store.openVault(
    ///     for: VaultPurpose(command: "people list", purpose: "show names"))
    /// let pupils = try vault.openIdentities(role: .pupil)
    /// ```
    ///
    /// - Parameter purpose: What for; each reading writes it into the access log first.
    /// - Throws: ``StoreError``
    public func openVault(for purpose: VaultPurpose) throws -> VaultAccess {
        VaultAccess(purpose: purpose, vault: vault, log: accessLog, database: pool)
    }

    /// The first eight hexadecimal digits of the key's SHA-256: they say which key a package was made
    /// with, and nothing else of it (esf.md, GDPR-3).
    public var keyIdentifier: String { key.identifier }
}

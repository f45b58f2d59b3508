import Foundation
import GRDB
import Glibc

/// A change of the key that is killed at any moment and still leaves the old state or the new one.
///
/// 1. The vault notes the identifier of the new key and seals everything under it in tables beside its own.
/// 2. The new key lies beside the old one, as `pumpurs.key.next`.
/// 3. One transaction of the store re-keys all of it, the key's check value included: it decides.
/// 4. The tables beside take the place of the vault's own, the archive's key opens with the new key alone, and
///    that takes the place of the old one.
///
/// Whoever opens the state next looks which key the store's check value is of, and goes on with the
/// last step or takes the first two back.
struct KeyChange {
    private let folder: String
    private let keyPath: String

    /// Names the change of a state folder's key.
    init(folder: String, keyPath: String) {
        self.folder = folder
        self.keyPath = keyPath
    }

    /// The path of the new key until it takes the place of the old one.
    var nextPath: String { "\(keyPath).next" }

    private var archive: String { Archive.folder(in: folder) }

    /// Completes a change that was cut off, or takes it back.
    ///
    /// A new key beside one that several states share is none of ours unless our vault noted it.
    ///
    /// - Throws: ``StoreError`` when the files cannot be changed.
    func settle() throws(StoreError) {
        guard access(nextPath, F_OK) == 0 else { return }
        let vault = try StagedVault(path: "\(folder)/vault.sqlite")
        guard let identifier = try vault.nextIdentifier() else { return }
        let next = try IdentityKey(file: nextPath)
        guard next.identifier == identifier else { return }
        if try checkValue() == next.checkValue {
            try complete(vault)
        } else {
            try ArchiveKeyList.change(inArchive: archive) { list in
                list.remove(next.identifier)
                return true
            }
            try KeyFile(nextPath).remove()
            try vault.discard()
        }
    }

    /// Puts the vault's new tables and the new key in their places.
    func complete(_ vault: StagedVault) throws(StoreError) {
        try vault.takePlace()
        let next = try IdentityKey(file: nextPath)
        try ArchiveKeyList.change(inArchive: archive) { $0.keepOnly(next.identifier) }
        try KeyFile(nextPath).take(placeOf: keyPath)
        try vault.forget()
    }

    /// Returns the key that lies in its place, or one that nothing is keyed under where there is none.
    ///
    /// - Throws: ``StoreError/keyReplaced(path:)`` when it is not the store's: it may be another's.
    func keyBeforeRecovery() throws(StoreError) -> IdentityKey {
        try settle()
        guard access(keyPath, F_OK) == 0 else { return IdentityKey(bytes: KeyFile.randomBytes()) }
        let key = try IdentityKey(file: keyPath)
        guard try checkValue() == key.checkValue else { throw .keyReplaced(path: keyPath) }
        return key
    }

    private func checkValue() throws(StoreError) -> [UInt8]? {
        let path = SupportStore.path(in: folder)
        do {
            return try DatabaseQueue(path: path).read(IdentityKey.checkValue(in:))
        } catch { throw .error(error, path: path) }
    }
}

extension IdentityKey {
    /// Returns the check value that a store has of its key.
    static func checkValue(in database: Database) throws -> [UInt8]? {
        try Data.fetchOne(database, sql: "SELECT value FROM keyCheck WHERE id = 1").map(Array.init)
    }

    /// Reads the key that a store's check value is of, where a change of the key was cut off between the
    /// store and the key's file; else the key in its place.
    ///
    /// For whoever only reads and so cannot complete the change.
    ///
    /// - Throws: ``StoreError`` when the key is missing or unsafe.
    init(_ place: KeyPlace, folder: String, inForceFor value: [UInt8]?) throws(StoreError) {
        let path = place.path(in: folder)
        let next = KeyChange(folder: folder, keyPath: path).nextPath
        if let value, access(next, F_OK) == 0, let key = try? IdentityKey(file: next),
            key.checkValue == value
        {
            self = key
            return
        }
        try self.init(place, folder: folder, isNewStore: false)
    }

    /// Returns the key when it is the one that a check value is of.
    ///
    /// - Throws: ``StoreError/keyReplaced(path:)`` when it is another: what does not open by it is not damaged.
    func checked(against value: [UInt8]?, at path: String) throws(StoreError) -> IdentityKey {
        guard value == nil || value == checkValue else { throw .keyReplaced(path: path) }
        return self
    }
}

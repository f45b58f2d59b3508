import Foundation
import GRDB
import Glibc

extension SupportStore {
    /// Whether the archive has sealed files and the store's key does not open the key of theirs.
    public var isArchiveKeyLost: Bool {
        do throws(StoreError) {
            _ = try archive.keyring.key()
            return false
        } catch {
            return access(archive.keyring.path, F_OK) == 0
                || archive.items().contains(where: \.isSealed)
        }
    }

    /// Makes sure that the archive opens, before anything is done that could not be taken back.
    ///
    /// - Throws: ``StoreError/archiveKeyLost(path:)``
    public func checkArchiveOpens() throws(StoreError) {
        if isArchiveKeyLost { throw .archiveKeyLost(path: archive.keyring.path) }
    }

    /// Makes sure that every export of the archive can be looked into; one that an older program never kept is
    /// left out, and so is one whose key was lost and given up.
    ///
    /// - Throws: ``StoreError`` for the first that does not open, or is not what was accepted.
    public func checkExports() throws {
        try checkArchiveOpens()
        let exports = try pool.read { database in
            try Data.fetchAll(
                database, sql: "SELECT DISTINCT sha256 FROM delivery ORDER BY sha256"
            ).map(Array.init)
        }
        for sha256 in exports
        where archive.has(sha256) && !archive.isRemoved(sha256) && !archive.isShutExport(sha256) {
            try archive.check(sha256)
        }
    }

    /// Writes the key of the archive into a file that is to be kept in other hands.
    ///
    /// - Parameters:
    ///   - path: The file; there must be none.
    ///   - purpose: What for; the access log has it before the key leaves the state.
    /// - Returns: The first digits by which the key is told from others.
    /// - Throws: ``KeyProblem/escrowIsThere(path:)`` when there is one, ``StoreError`` when it cannot be written.
    public func escrowArchiveKey(into path: String, for purpose: VaultPurpose) throws -> String {
        // A link that leads nowhere is something all the same.
        guard faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else {
            throw KeyProblem.escrowIsThere(path: path)
        }
        let named = path.contains("/") ? path : "./\(path)"
        let folder = PathParts.folder(of: named)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw KeyProblem.escrowFolderMissing(path: folder) }
        let key = try archive.keyForSealing()
        try openVault(for: purpose).note("archive key", rows: 1)
        do { try KeyFile(named).create(key.bytes, replacing: false) } catch {
            guard case .inaccessible(_, let reason) = error else { throw error }
            throw StoreError.cannotWrite(path: path, reason: reason)
        }
        return key.identifier
    }

    /// Uses the key of the archive that was kept in other hands.
    ///
    /// - Parameter path: The file that ``escrowArchiveKey(into:for:)`` wrote.
    /// - Throws: ``KeyProblem/isNotOfArchive(path:)`` when nothing is sealed under it, ``StoreError`` when
    ///   others could know it.
    public func useArchiveKey(escrowedIn path: String) throws {
        archive.keyring.use(try escrowedKey(in: path))
    }

    /// Reads the key of the archive that was kept in other hands.
    func escrowedKey(in path: String) throws -> ArchiveKey {
        let bytes: [UInt8]
        do { bytes = try KeyFile(path).read() } catch {
            switch error {
            // The advice on the store's own key would send its reader to this very command.
            case .keyUnsafe(_, .folder), .keyUnsafe(_, .noFile), .keyUnsafe(_, .tooShort),
                .keyUnsafe(_, .uniform):
                throw KeyProblem.isNotOfArchive(path: path)
            default: throw error
            }
        }
        let key = ArchiveKey(bytes: bytes)
        let sealed = archive.items().filter(\.isSealed)
        guard bytes.count == ArchiveKey.byteCount,
            sealed.isEmpty
                || sealed.contains(where: { item in
                    SealedFile(archive.sealedPlace(of: item.sha256))?.tag == key.tag
                })
        else { throw KeyProblem.isNotOfArchive(path: path) }
        return key
    }

    /// Makes a new key for an archive of which the key is lost.
    ///
    /// What is sealed under the lost one stays where it is, and so does, under another name, what that
    /// was sealed in: it may be found again. The new key is only known to this process until an identity
    /// key is admitted to it.
    public func replaceArchiveKey() throws {
        let path = archive.keyring.path
        if let bytes = FileManager.default.contents(atPath: path) {
            try PrivateFile.write(Array(bytes), to: path + ArchiveKeyList.lostSuffix)
        }
        archive.keyring.use(.random())
        try sealRecognition()
    }

    /// Lets the store's own key open the archive.
    public func admitToArchive() throws { try archive.keyring.admit() }

    /// The fingerprints of the exports that the archive lacks, or that do not open: those are left out that
    /// were blanked, for nothing outside of the archive has their bytes, and those that were removed by rule.
    public func lostExports() throws -> [[UInt8]] {
        try pool.read { database in
            try Data.fetchAll(
                database, sql: "SELECT DISTINCT sha256 FROM delivery ORDER BY sha256")
        }.map(Array.init).filter { sha256 in
            archive.rekeying(of: sha256) == nil && !archive.isSound(sha256)
        }
    }

    /// The number of exports from which records were blanked and that do not open any more.
    public func lostBlankedExports() throws -> Int {
        try rekeyedOriginals().count { sha256 in
            !archive.isRemoved(sha256) && !archive.isSound(sha256)
        }
    }
}

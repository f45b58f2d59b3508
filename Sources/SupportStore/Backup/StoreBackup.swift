import Diagnostics
import Foundation
import GRDB
import Glibc

/// A verified copy of the state: the store, the vault, the access log, the archive, the records of runs, the
/// packages, and the key where it lies in the state.
public struct StoreBackup: Sendable {
    /// The folder of the copy.
    public let folder: String
    /// The number of files of the archive that the copy holds.
    public let archivedFiles: Int
    /// The number of files of packages and yearly reports that the copy holds.
    public let packageFiles: Int
    /// Whether the copy holds the key: one that lies apart from the state stays apart from its copies.
    public let holdsKey: Bool

    /// Copies a store.
    ///
    /// The copy grows beside its place and gets its name when it was found sound. It shares nothing with the
    /// state: what damages a file of the one leaves the other whole.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - folder: The folder that the copy becomes; there must be none.
    ///   - packages: The folder of the packages and yearly reports; it need not be there.
    /// - Throws: ``StoreError`` when it cannot be written, or the copy is not sound.
    public init(of store: SupportStore, into folder: String, packages: String) throws {
        let state = PathParts.folder(of: store.path)
        guard !FileManager.default.fileExists(atPath: folder) else {
            throw StoreError.cannotWrite(path: folder, reason: .system(EEXIST))
        }
        try store.checkArchiveOpens()
        let growing = try GrowingFolder(growingInto: folder)
        let fresh = growing.path
        do {
            try store.copy(to: "\(fresh)/pumpurs.sqlite")
            try store.vault.copy(to: "\(fresh)/vault.sqlite")
        } catch { throw Self.storeError(error, folder: folder) }
        holdsKey = store.keyPath == KeyPlace.state.path(in: state)
        if holdsKey {
            try FileCopy.copy(store.keyPath, to: KeyPlace.state.path(in: fresh))
        }
        if access(store.accessLog.path, F_OK) == 0 {
            try FileCopy.copy(store.accessLog.path, to: AccessLog(stateFolder: fresh).path)
        }
        try Self.copyRuns(of: state, to: fresh)
        let identity = store.key
        let copied = Archive(stateFolder: fresh) { () throws(StoreError) -> IdentityKey in identity
        }
        archivedFiles = try Self.copyArchive(of: state, to: fresh, checkedAs: copied)
        packageFiles = try PackageCopy.copy(packages, into: fresh)
        for file in ["pumpurs.sqlite", "vault.sqlite"] { try Self.verify("\(fresh)/\(file)") }
        for sha256 in try store.archivedFiles()
        where !copied.has(sha256) && !copied.isRemoved(sha256) {
            throw StoreError.archiveDamaged(path: store.archive.path(of: sha256))
        }
        try growing.finish()
        self.folder = folder
    }

    /// What an error of copying a database says: of a full disk, that the copy cannot be written.
    private static func storeError(_ error: any Error, folder: String) -> StoreError {
        guard let error = error as? DatabaseError, error.resultCode == .SQLITE_FULL else {
            return StoreError.error(error, path: folder)
        }
        return .cannotWrite(path: folder, reason: .system(ENOSPC))
    }

    /// Copies the records of the runs.
    private static func copyRuns(of state: String, to fresh: String) throws(StoreError) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(state)/runs")) ?? []
        // What begins with a dot was being written when its run was killed.
        for name in names.sorted() where !name.hasPrefix(".") {
            try FileCopy.makeFolder("\(fresh)/runs")
            try FileCopy.copy("\(state)/runs/\(name)", to: "\(fresh)/runs/\(name)")
        }
    }

    /// Copies every file of the archive as it lies there: what is sealed stays so.
    private static func copyArchive(
        of state: String, to fresh: String, checkedAs copied: Archive
    ) throws(StoreError) -> Int {
        let source = "\(state)/archive"
        var count = 0
        let keys = ArchiveKeyList.fileName
        for name in [keys, keys + ArchiveKeyList.lostSuffix]
        where access("\(source)/\(name)", F_OK) == 0 {
            try FileCopy.makeFolder(copied.folder)
            try FileCopy.copy("\(source)/\(name)", to: "\(copied.folder)/\(name)")
        }
        for path in (try? FileManager.default.subpathsOfDirectory(atPath: source)) ?? [] {
            let name = (path as NSString).lastPathComponent
            let item = Archive.item(name)
            guard item != nil || name.hasSuffix(Archive.noteSuffix) else { continue }
            let (from, to) = ("\(source)/\(path)", "\(fresh)/archive/\(path)")
            try FileCopy.makeFolder(PathParts.folder(of: to))
            do { try FileCopy.copy(from, to: to) } catch {
                guard case .noFile = error else { throw error }
                throw StoreError.folder(inPlaceOf: from) ?? .archiveDamaged(path: from)
            }
            guard let item else { continue }
            // What was given up is copied as it is: its key may be found.
            guard copied.isSound(item) || item.isSealed && copied.isShut(item.sha256) else {
                throw .archiveDamaged(path: from)
            }
            count += 1
        }
        return count
    }

    /// Opens a copy and has SQLite look at all of it.
    static func verify(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        do {
            let problems = try DatabaseQueue(path: path, configuration: configuration).read {
                try String.fetchAll($0, sql: "PRAGMA integrity_check")
            }
            guard problems == ["ok"] else {
                throw StoreError.damaged(
                    path: path, reason: MessageText(same: problems.first ?? ""))
            }
        } catch { throw StoreError.error(error, path: path) }
    }
}

extension SupportStore {
    /// Copies a store of an older version before it becomes one of this.
    ///
    /// The name tells how far the old one had come, so a migration that is tried again finds its copy there.
    static func backUpBeforeMigration(_ pool: DatabasePool, path: String) throws {
        let (done, isPending) = try pool.read { database in
            (
                try migrator.appliedIdentifiers(database).count,
                try !migrator.hasCompletedMigrations(database)
            )
        }
        guard done > 0, isPending else { return }
        let folder = "\(PathParts.folder(of: path))/backups"
        let copy = "\(folder)/before-migration-\(done).sqlite"
        guard !FileManager.default.fileExists(atPath: copy) else { return }
        let code = FolderMaker.make(folder)
        guard code == 0 else {
            throw StoreError.inaccessible(path: folder, reason: .system(code))
        }
        let fresh = "\(copy).\(getpid())"
        unlink(fresh)
        TemporaryPaths.begin(fresh)
        defer {
            unlink(fresh)
            TemporaryPaths.end(fresh)
        }
        try makeFile(fresh)
        try pool.writeWithoutTransaction {
            try $0.execute(sql: "VACUUM INTO ?", arguments: [fresh])
        }
        try StoreBackup.verify(fresh)
        guard rename(fresh, copy) == 0 else {
            throw StoreError.inaccessible(path: copy, reason: .system(errno))
        }
    }
}

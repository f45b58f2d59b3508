import Foundation
import GRDB
import Glibc

/// A verified copy of the state: the store, the vault, the access log, the archive, and the key where it
/// lies in the state.
public struct StoreBackup: Sendable {
    /// The folder of the copy.
    public let folder: String
    /// The number of files of the archive that the copy holds.
    public let archivedFiles: Int
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
    /// - Throws: ``StoreError`` when it cannot be written, or the copy is not sound.
    public init(of store: SupportStore, into folder: String) throws {
        let manager = FileManager.default
        let state = (store.path as NSString).deletingLastPathComponent
        guard !manager.fileExists(atPath: folder) else {
            throw StoreError.inaccessible(path: folder, reason: String(cString: strerror(EEXIST)))
        }
        let fresh = "\(folder).\(getpid())"
        try? manager.removeItem(atPath: fresh)
        let code = FolderMaker.make(fresh)
        guard code == 0 else {
            throw StoreError.inaccessible(path: fresh, reason: String(cString: strerror(code)))
        }
        TemporaryPaths.begin(fresh)
        defer {
            try? manager.removeItem(atPath: fresh)
            TemporaryPaths.end(fresh)
        }
        let copied: Archive
        try store.checkArchiveOpens()
        do {
            try store.copy(to: "\(fresh)/pumpurs.sqlite")
            try store.vault.copy(to: "\(fresh)/vault.sqlite")
            holdsKey = store.keyPath == KeyPlace.state.path(in: state)
            if holdsKey {
                try manager.copyItem(
                    atPath: store.keyPath, toPath: KeyPlace.state.path(in: fresh))
            }
            let log = AccessLog(stateFolder: fresh).path
            if manager.fileExists(atPath: store.accessLog.path) {
                try manager.copyItem(atPath: store.accessLog.path, toPath: log)
            }
            let identity = store.key
            copied = Archive(stateFolder: fresh) { () throws(StoreError) -> IdentityKey in identity
            }
            archivedFiles = try Self.copyArchive(of: state, to: fresh, checkedAs: copied)
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError {
            throw StoreError.error(error, path: fresh)
        } catch {
            throw StoreError.inaccessible(path: fresh, reason: Self.words(of: error))
        }
        for file in ["pumpurs.sqlite", "vault.sqlite"] { try Self.verify("\(fresh)/\(file)") }
        for sha256 in try store.archivedFiles()
        where !copied.has(sha256) && !copied.isRemoved(sha256) {
            throw StoreError.archiveDamaged(path: store.archive.path(of: sha256))
        }
        guard rename(fresh, folder) == 0 else {
            throw StoreError.inaccessible(path: folder, reason: String(cString: strerror(errno)))
        }
        self.folder = folder
    }

    private static func words(of error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        guard let underlying, underlying.domain == NSPOSIXErrorDomain else { return "\(error)" }
        return String(cString: strerror(Int32(underlying.code)))
    }

    /// Copies every file of the archive as it lies there: what is sealed stays so.
    private static func copyArchive(
        of state: String, to fresh: String, checkedAs copied: Archive
    ) throws -> Int {
        let manager = FileManager.default
        let source = "\(state)/archive"
        var count = 0
        let keys = "\(source)/\(ArchiveKeyList.fileName)"
        if manager.fileExists(atPath: keys) {
            try checkIsFile(keys)
            let code = FolderMaker.make(copied.folder)
            guard code == 0 else {
                throw StoreError.inaccessible(
                    path: copied.folder, reason: String(cString: strerror(code)))
            }
            try manager.copyItem(atPath: keys, toPath: copied.keyring.path)
        }
        for path in (try? manager.subpathsOfDirectory(atPath: source)) ?? [] {
            let name = (path as NSString).lastPathComponent
            let isNote = name.hasSuffix(Archive.noteSuffix)
            let item = Archive.item(name)
            guard item != nil || isNote else { continue }
            try checkIsFile("\(source)/\(path)")
            let target = "\(fresh)/archive/\(path)"
            let code = FolderMaker.make((target as NSString).deletingLastPathComponent)
            guard code == 0 else {
                throw StoreError.inaccessible(path: target, reason: String(cString: strerror(code)))
            }
            try manager.copyItem(atPath: "\(source)/\(path)", toPath: target)
            guard let item else { continue }
            guard copied.isSound(item) else {
                throw StoreError.archiveDamaged(path: "\(source)/\(path)")
            }
            count += 1
        }
        return count
    }

    /// Makes sure that something can be copied: whoever opens a pipe waits for ever.
    private static func checkIsFile(_ path: String) throws(StoreError) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .archiveDamaged(path: path)
        }
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
                throw StoreError.damaged(path: path, reason: problems.first ?? "")
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
        let folder = "\((path as NSString).deletingLastPathComponent)/backups"
        let copy = "\(folder)/before-migration-\(done).sqlite"
        guard !FileManager.default.fileExists(atPath: copy) else { return }
        let code = FolderMaker.make(folder)
        guard code == 0 else {
            throw StoreError.inaccessible(path: folder, reason: String(cString: strerror(code)))
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
            throw StoreError.inaccessible(path: copy, reason: String(cString: strerror(errno)))
        }
    }
}

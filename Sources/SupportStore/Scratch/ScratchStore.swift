import Foundation
import GRDB
import Glibc

/// A store beside the real one, with the same key, that goes away when nobody holds it any more.
public final class ScratchStore: Sendable {
    /// The store.
    public let store: SupportStore
    /// The folder of the store, in which other files may be put too.
    public let folder: String

    /// Makes a store without any delivery beside a real one; what it accepts is read from that one's archive.
    ///
    /// - Throws: ``StoreError`` when it cannot be made.
    public convenience init(beside original: SupportStore) throws {
        let state = PathParts.folder(of: original.path)
        try self.init(
            in: state, archive: original.archive,
            key: .given(original.key, path: original.keyPath)
        ) { _ in }
    }

    /// Makes a copy of the store of a folder, no byte of which is changed; what the copy accepts goes to an
    /// archive of its own.
    ///
    /// - Parameters:
    ///   - state: The folder; where it holds no store the copy is of one without any delivery.
    ///   - lockWait: The number of seconds to wait for another run.
    ///   - place: Where the key lies.
    /// - Throws: ``StoreError`` when another run works with it, or the copy cannot be made.
    public convenience init(
        copyOf state: String, lockWait: Int, key place: KeyPlace = .state
    ) throws {
        let isThere = FileManager.default.fileExists(atPath: "\(state)/pumpurs.sqlite")
        let lock = isThere ? try StoreLock(folder: state, waiting: lockWait) : nil
        let parent = isThere ? state : NSTemporaryDirectory()
        let origin: SupportStore.KeyOrigin =
            isThere
            ? .given(
                try IdentityKey(
                    place, folder: state, inForceFor: Self.checkValue(ofStoreIn: state)),
                path: place.path(in: state))
            : .lies(.state)
        try self.init(in: parent, archive: nil, key: origin) { folder in
            guard isThere else { return }
            for file in ["pumpurs.sqlite", "vault.sqlite"] {
                try Self.copy("\(state)/\(file)", to: "\(folder)/\(file)")
            }
        }
        _ = lock
    }

    private init(
        in parent: String, archive: Archive?, key origin: SupportStore.KeyOrigin,
        filling fill: (_ folder: String) throws -> Void
    ) throws {
        Self.removeLeftovers(in: parent)
        let folder = "\(parent)/\(Self.prefix)\(getpid())-\(UUID().uuidString.prefix(8))"
        self.folder = folder
        TemporaryPaths.begin(folder)
        let code = FolderMaker.make(folder)
        guard code == 0 else {
            throw StoreError.inaccessible(path: folder, reason: .system(code))
        }
        do {
            try fill(folder)
            store = try SupportStore(folder: folder, archive: archive, key: origin)
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            TemporaryPaths.end(folder)
            if let error = error as? StoreError { throw error }
            throw StoreError(error, folder: folder)
        }
    }

    private static func checkValue(ofStoreIn state: String) throws -> [UInt8]? {
        try DatabaseQueue(path: "\(state)/pumpurs.sqlite").read { database in
            guard try database.tableExists("keyCheck") else { return nil }
            return try IdentityKey.checkValue(in: database)
        }
    }

    /// Copies a database as it is committed, through a connection that writes nothing.
    private static func copy(_ path: String, to target: String) throws {
        try SupportStore.makeFile(target)
        try DatabaseQueue(path: path).writeWithoutTransaction {
            try $0.execute(sql: "VACUUM INTO ?", arguments: [target])
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
        TemporaryPaths.end(folder)
    }

    private static let prefix = ".scratch-"

    /// Removes what runs left that were killed.
    static func removeLeftovers(in state: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: state)) ?? []
        for name in names where name.hasPrefix(prefix) {
            guard let process = Int32(name.dropFirst(prefix.count).prefix { $0 != "-" }),
                process != getpid(), kill(process, 0) != 0
            else { continue }
            try? FileManager.default.removeItem(atPath: "\(state)/\(name)")
        }
    }
}

extension SupportStore {
    /// Copies the store into a new file, readable by its owner only.
    func copy(to path: String) throws {
        try Self.makeFile(path)
        try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    }
}

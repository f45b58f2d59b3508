import Foundation
import GRDB
import Glibc

/// A store beside the real one, with the same key, that goes away when nobody holds it any more.
public final class ScratchStore: Sendable {
    /// The store.
    public let store: SupportStore
    /// The folder of the store, in which other files may be put too.
    public let folder: String

    /// How a scratch store begins.
    public enum Beginning: Sendable {
        /// Without any delivery; what it accepts is read from the real store's archive.
        case empty
        /// As a copy of the real store; what it accepts goes to an archive of its own.
        case copy
    }

    /// Makes a scratch store.
    ///
    /// - Throws: ``StoreError`` when it cannot be made.
    public init(beside original: SupportStore, _ beginning: Beginning) throws {
        let state = (original.path as NSString).deletingLastPathComponent
        Self.removeLeftovers(in: state)
        let folder = "\(state)/\(Self.prefix)\(getpid())-\(UUID().uuidString.prefix(8))"
        self.folder = folder
        let code = FolderMaker.make(folder)
        guard code == 0 else {
            throw StoreError.inaccessible(path: folder, reason: String(cString: strerror(code)))
        }
        do {
            try FileManager.default.copyItem(
                atPath: IdentityKey.path(in: state), toPath: IdentityKey.path(in: folder))
            if beginning == .copy {
                try original.copy(to: "\(folder)/pumpurs.sqlite")
                try original.vault.copy(to: "\(folder)/vault.sqlite")
            }
            store = try SupportStore(
                folder: folder, archive: beginning == .empty ? original.archive : nil)
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            if let error = error as? StoreError { throw error }
            throw StoreError(error, folder: folder)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

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

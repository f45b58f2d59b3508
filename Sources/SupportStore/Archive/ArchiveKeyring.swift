import Glibc
import Synchronization

/// Comes by the key of an archive when it is first needed.
final class ArchiveKeyring: Sendable {
    /// The path of the list of sealed keys.
    let path: String
    private let identity: @Sendable () throws(StoreError) -> IdentityKey
    private let known = Mutex<ArchiveKey?>(nil)
    /// Held while a key is made: files are sealed on several threads, and there is one key for them all.
    private let making = Mutex(())

    /// - Parameters:
    ///   - folder: The folder of the archive.
    ///   - identity: Returns the key of the store; it is asked for once, when a sealed file is.
    init(
        archive folder: String,
        identity: @escaping @Sendable () throws(StoreError) -> IdentityKey
    ) {
        path = "\(folder)/\(ArchiveKeyList.fileName)"
        self.identity = identity
    }

    /// Returns the key.
    ///
    /// - Throws: ``StoreError/archiveKeyLost(path:)`` when the store's key opens none, and why the store's
    ///   key cannot be read.
    func key() throws(StoreError) -> ArchiveKey {
        if let key = known.withLock({ $0 }) { return key }
        guard let list = ArchiveKeyList(path), let key = list.key(for: try identity()) else {
            throw .archiveKeyLost(path: path)
        }
        use(key)
        return key
    }

    /// Returns the key to seal with, which is made where nothing was ever sealed.
    ///
    /// - Parameter holdsSealed: Whether the archive has sealed files: another key than theirs is never
    ///   made in passing.
    func keyForSealing(holdsSealed: () -> Bool) throws -> ArchiveKey {
        try making.withLock { _ in
            if let key = known.withLock({ $0 }) { return key }
            guard access(path, F_OK) != 0, !holdsSealed() else { return try key() }
            let key = ArchiveKey.random()
            var list = ArchiveKeyList()
            try list.admit(try identity(), to: key)
            // What is sealed under a key must not reach the disk before the key does.
            try list.write(to: path)
            use(key)
            return key
        }
    }

    /// Uses a key from now on, whatever the list says.
    func use(_ key: ArchiveKey) { known.withLock { $0 = key } }

    /// The tags of earlier keys that were lost and given up.
    var lostTags: Set<[UInt8]> { ArchiveKeyList(path)?.lostTags ?? [] }

    /// Notes which keys were given up; nothing is written where the list says so already.
    func giveUp(_ tags: Set<[UInt8]>) throws {
        var list = ArchiveKeyList(path) ?? ArchiveKeyList()
        guard list.lostTags != tags else { return }
        list.giveUp(tags)
        try list.write(to: path)
    }

    /// Lets an identity key open the archive, besides those that do; nothing happens where the key of the
    /// archive cannot be had.
    ///
    /// - Parameter identity: The identity key, or `nil` for the store's own.
    func admit(_ identity: IdentityKey? = nil) throws {
        guard let key = try? key() else { return }
        var list = ArchiveKeyList(path) ?? ArchiveKeyList()
        try list.admit(try identity ?? self.identity(), to: key)
        try list.write(to: path)
    }
}

extension Archive {
    /// Returns the key to seal with, which is made where nothing was ever sealed.
    ///
    /// - Throws: ``StoreError`` when the key cannot be had.
    func keyForSealing() throws -> ArchiveKey {
        try keyring.keyForSealing { items().contains(where: \.isSealed) }
    }
}

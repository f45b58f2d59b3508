import Foundation
import GRDB

/// A store that is only read, while another run may work with it.
public struct ReadableStore: Sendable {
    let database: any DatabaseReader
    let key: IdentityKey

    /// The files that were accepted.
    public let archive: Archive

    /// Opens the store of a folder without a lock; nothing in it is changed.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder.
    ///   - place: Where the key lies.
    /// - Throws: ``StoreError`` when there is no store, or one of another version.
    public init(folder: String, key place: KeyPlace = .state) throws {
        let path = try Self.check(folder: folder)
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        do {
            database = try DatabaseQueue(path: path, configuration: configuration)
            let migrator = SupportStore.migrator
            let (isNewer, isCurrent) = try database.read { database in
                (
                    try migrator.hasBeenSuperseded(database),
                    try migrator.hasCompletedMigrations(database)
                )
            }
            if isNewer { throw StoreError.newerSchema(path: path) }
            if !isCurrent { throw StoreError.olderSchema(path: path) }
            let value = try database.read(IdentityKey.checkValue(in:))
            let key = try IdentityKey(place, folder: folder, inForceFor: value)
            self.key = key
            archive = Archive(stateFolder: folder) { () throws(StoreError) -> IdentityKey in
                try key.checked(against: value, at: place.path(in: folder))
            }
        } catch { throw StoreError(error, folder: folder) }
    }

    /// Returns the path of the store of a folder.
    ///
    /// - Throws: ``StoreError`` when there is none.
    @discardableResult
    public static func check(folder: String) throws(StoreError) -> String {
        let path = "\(folder)/pumpurs.sqlite"
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        return path
    }

    /// Reads a store through the connections that a run has open.
    public init(_ store: SupportStore) {
        (database, key, archive) = (store.pool, store.key, store.archive)
    }
}

import Foundation
import GRDB
import Glibc
public import PupilSupport

/// A look at a store that changes no byte of it, to see whether there is anything to do.
public final class StoreGlance {
    private let lock: StoreLock
    private let database: DatabaseQueue

    /// Looks at the store of a folder; returns `nil` when there is none, or none of this version's schema.
    ///
    /// Nobody else works with the store while the glance lives.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder.
    ///   - lockWait: The number of seconds to wait for another run to end.
    ///   - place: Where the key lies.
    /// - Throws: ``StoreError`` when another run works with it, or it cannot be read.
    public init?(folder: String, lockWait: Int, key place: KeyPlace = .state) throws {
        let path = "\(folder)/pumpurs.sqlite"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        lock = try StoreLock(folder: folder, waiting: lockWait)
        // A change of the key that was cut off is something to do.
        let change = KeyChange(folder: folder, keyPath: place.path(in: folder))
        guard access(change.nextPath, F_OK) != 0 else { return nil }
        do {
            // One that may write takes the files of the log away again when it closes; nothing is written.
            database = try DatabaseQueue(path: path)
            let isCurrent = try database.read { database in
                let migrator = SupportStore.migrator
                return try migrator.hasCompletedMigrations(database)
                    && !migrator.hasBeenSuperseded(database)
            }
            guard isCurrent, try check(folder, place) else { return nil }
        } catch { throw StoreError(error, folder: folder) }
    }

    /// Makes sure that a store with which there is nothing to do could be worked with.
    ///
    /// - Returns: Whether it is whole; one whose first opening was cut off before it knew its key is not.
    private func check(_ folder: String, _ place: KeyPlace) throws -> Bool {
        let key = try IdentityKey(place, folder: folder, isNewStore: false)
        let (known, hasPeople, hasFiles) = try database.read { database in
            (
                try Data.fetchOne(database, sql: "SELECT value FROM keyCheck WHERE id = 1"),
                try SupportStore.knowsSomebody(database)
                    && !RetentionSweep.hasRemovedIdentifiers(database),
                try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM delivery)") ?? false
            )
        }
        guard let known else { return false }
        guard Array(known) == key.checkValue else {
            throw StoreError.keyReplaced(path: place.path(in: folder))
        }
        let vault = "\(folder)/vault.sqlite"
        if hasPeople {
            guard FileManager.default.fileExists(atPath: vault) else {
                throw StoreError.vaultLost(path: vault)
            }
            do {
                guard try DatabaseQueue(path: vault).read(SupportStore.knowsSomebody) else {
                    throw StoreError.vaultLost(path: vault)
                }
            } catch { throw StoreError.error(error, path: vault) }
        }
        let archive = "\(folder)/archive"
        guard !hasFiles || FileManager.default.fileExists(atPath: archive) else {
            throw StoreError.archiveDamaged(path: archive)
        }
        return true
    }

    /// Returns the last run.
    public func lastRun() throws -> StoredRun? { try database.read { try StoredRun.last(in: $0) } }

    /// Returns the record of the last run when it looked at an inbox, `nil` when it did not.
    public func recordOfLastRun() throws -> String? {
        try database.read { database in
            try String.fetchOne(
                database,
                sql: """
                    SELECT record FROM run
                    WHERE id = (SELECT MAX(id) FROM run) AND looksAtInbox
                    """)
        }
    }

    /// Whether an acknowledgement ended between two days.
    public func hasAcknowledgementEnded(from first: CivilDate, to last: CivilDate) throws -> Bool {
        try database.read { database in
            try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM acknowledgement
                        WHERE withdrawnRun IS NULL AND expiresOn >= ? AND expiresOn < ?)
                    """, arguments: [first.storedValue, last.storedValue]) ?? true
        }
    }

    /// Returns the deliveries in force.
    public func currentDeliveries() throws -> [StoredDelivery] {
        try StoreReader(database).read { try $0.currentDeliveries() }
    }

    /// Returns the semesters of which the store holds anything in force, oldest first.
    public func currentSemesters() throws -> [Semester] {
        try StoreReader(database).read { try $0.currentSemesters() }
    }

    /// Returns what was published of a semester last.
    public func lastPublication(of semester: Semester) throws -> [PublishedFile]? {
        try database.read { try SupportStore.lastPublication(of: semester, in: $0) }
    }

    /// Returns the semesters that are closed.
    public func closedSemesters() throws -> Set<Semester> {
        Set(
            try database.read { database in
                try Int.fetchAll(database, sql: "SELECT DISTINCT semester FROM seal")
            }.compactMap(Semester.init(storedValue:)))
    }
}

import Foundation
import GRDB
import Glibc

/// What can be said of a key without showing it.
public struct KeyExamination: Sendable {
    /// The first eight hexadecimal digits of its SHA-256.
    public let identifier: String
    /// The path of its file.
    public let path: String
    /// What named the place.
    public let origin: KeyPlace.Origin
    /// Whether the store was made with it.
    public let isOfStore: Bool
    /// The number of entries of the vault.
    public let entries: Int
    /// The number of those that do not open with it.
    public let closedEntries: Int
    /// The number of people whom the store knows and the vault does not.
    public let missingPeople: Int
    /// The number of people whose entries were removed because their time was over.
    public let removedPeople: Int
    /// The number of people whom no key can name any more, since an earlier key was lost.
    public let unrecoveredPeople: Int

    /// Whether the key is the store's, opens every entry, and nobody is missing.
    public var isSound: Bool { isOfStore && closedEntries == 0 && missingPeople == 0 }

    /// Examines the key of a state folder; nothing is changed but the access log.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder.
    ///   - place: Where the key lies.
    ///   - purpose: What for; the access log keeps it.
    /// - Throws: ``StoreError`` when the key is missing or unsafe, or the store cannot be read.
    public init(stateFolder folder: String, key place: KeyPlace, for purpose: VaultPurpose) throws {
        path = place.path(in: folder)
        origin = place.origin
        // A change that was cut off is completed first, or taken back.
        let change = KeyChange(folder: folder, keyPath: path)
        if access(change.nextPath, F_OK) == 0 {
            let lock = try StoreLock(folder: folder, waiting: 0)
            defer { withExtendedLifetime(lock) {} }
            try change.settle()
        }
        let store = try ReadableStore(folder: folder, key: place)
        let key = store.key
        identifier = key.identifier
        let (value, known, lost, removed) = try store.database.read { database in
            (
                try Data.fetchOne(database, sql: "SELECT value FROM keyCheck WHERE id = 1"),
                try Self.people(in: database),
                try Self.lost(in: database),
                try RetentionSweep.removedIdentifiers(in: database)
            )
        }
        isOfStore = value.map(Array.init) == key.checkValue
        let vault = try IdentityVault(path: "\(folder)/vault.sqlite", key: key)
        try VaultAccess(
            purpose: purpose, vault: vault, log: AccessLog(stateFolder: folder),
            database: store.database
        ).note("all", rows: StagedVault.tables.reduce(0) { try $0 + vault.count(of: $1) })
        let (entries, closed, sealed) = try Self.tried(vault)
        (self.entries, closedEntries) = (entries, closed)
        // Whom a sweep took away nobody has to find again; a sweep keeps no more of them than their number.
        let missing = known.subtracting(sealed).subtracting(lost).count
        removedPeople = min(missing, removed)
        missingPeople = missing - removedPeople
        unrecoveredPeople = lost.count
    }

    private struct Person: Hashable {
        let role: String
        let id: Int
    }

    private static func people(in database: Database) throws -> Set<Person> {
        try PersonRole.allCases.reduce(into: []) { people, role in
            for id in try Int.fetchAll(database, sql: "SELECT id FROM \(role.rawValue)") {
                people.insert(Person(role: role.rawValue, id: id))
            }
        }
    }

    private static func lost(in database: Database) throws -> Set<Person> {
        Set(
            try Row.fetchAll(database, sql: "SELECT role, id FROM unrecoveredPerson").map {
                Person(role: $0["role"], id: $0["id"])
            })
    }

    /// Tries every entry of a vault; nothing of what opens is kept.
    private static func tried(
        _ vault: IdentityVault
    ) throws -> (entries: Int, closed: Int, people: Set<Person>) {
        do {
            return try vault.database.read { database in
                var (entries, closed, people) = (0, 0, Set<Person>())
                for table in StagedVault.tables {
                    let isOfPeople = PersonRole(rawValue: table) != nil
                    let rows = try Row.fetchCursor(
                        database,
                        sql: "SELECT \(isOfPeople ? "id" : "0") AS id, sealed FROM \(table)")
                    while let row = try rows.next() {
                        entries += 1
                        if isOfPeople { people.insert(Person(role: table, id: row["id"])) }
                        if (try? vault.key.open(row["sealed"] as Data)) == nil { closed += 1 }
                    }
                }
                return (entries, closed, people)
            }
        } catch { throw StoreError.error(error, path: vault.path) }
    }
}

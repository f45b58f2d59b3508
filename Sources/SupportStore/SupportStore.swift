import Foundation
import GRDB
public import PupilSupport

/// The store of one municipality: deliveries, facts, lineage, what is held back.
///
/// It is a folder with the SQLite file, the key of the pseudonyms and the vault of names. All are
/// readable by their owner only.
public final class SupportStore: Sendable {
    let pool: DatabasePool
    let vault: IdentityVault
    let key: IdentityKey
    /// The path of the key's file.
    let keyPath: String
    let accessLog: AccessLog
    private let lock: StoreLock
    let runs: RunBook

    /// The files that were accepted.
    public let archive: Archive

    /// The path of the SQLite file.
    public let path: String

    /// Opens the store of a folder, making it when there is none; no other run can open it meanwhile.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder.
    ///   - lockWait: The number of seconds to wait for another run to end.
    ///   - place: Where the key lies.
    /// - Throws: ``StoreError`` when the folder cannot be used, another run works with it, or its key
    ///   is unsafe.
    public convenience init(
        folder: String, lockWait: Int = 0, key place: KeyPlace = .state
    ) throws {
        try self.init(folder: folder, lockWait: lockWait, archive: nil, key: .lies(place))
    }

    /// How a store comes by its key.
    enum KeyOrigin {
        /// It is read from its file, or made.
        case lies(KeyPlace)
        /// It was read before.
        case given(IdentityKey, path: String)
        /// It is lost, or the vault is.
        case lost(KeyPlace)
    }

    /// Opens a store whose files may lie in another one's archive.
    init(folder: String, lockWait: Int = 0, archive: Archive?, key origin: KeyOrigin) throws {
        path = Self.path(in: folder)
        accessLog = AccessLog(stateFolder: folder)
        try Self.makeFolder(folder)
        lock = try StoreLock(folder: folder, waiting: lockWait)
        let isNew = StateFolder(folder).isWithoutStore
        if isNew, let beside = StateFolder(folder).remains {
            throw StoreError.lost(path: path, beside: beside)
        }
        if !isNew { try Self.checkIsOurs(path) }
        var isRecovering = false
        switch origin {
        case .lies(let place):
            keyPath = place.path(in: folder)
            if !isNew { try KeyChange(folder: folder, keyPath: keyPath).settle() }
            key = try IdentityKey(place, folder: folder, isNewStore: isNew)
        case .given(let given, let path): (key, keyPath) = (given, path)
        case .lost(let place):
            keyPath = place.path(in: folder)
            key = try KeyChange(folder: folder, keyPath: keyPath).keyBeforeRecovery()
            isRecovering = true
        }
        let identity = key
        self.archive =
            archive
            ?? Archive(stateFolder: folder) { () throws(StoreError) -> IdentityKey in identity }
        runs = RunBook(archive: self.archive)
        for file in [path, "\(folder)/vault.sqlite"] { try Self.makeFile(file) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        // Every key that is loaded was read from its table in the same transaction, so looking each up
        // again for each row would only cost; `checkReferences` looks at the whole instead.
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            try database.execute(sql: "PRAGMA cache_size = -32000")
            try IntegerRows.register(in: database)
        }
        do {
            if isNew { try Self.layOut(path) }
            pool = try DatabasePool(path: path, configuration: configuration)
            try Self.migrate(pool, path: path)
        } catch { throw StoreError(error, folder: folder) }
        vault = try IdentityVault(path: "\(folder)/vault.sqlite", key: key)
        guard !isRecovering else { return }
        do {
            try checkKey()
            guard
                try vault.holdsSomebody() || !pool.read(Self.knowsSomebody)
                    || pool.read(RetentionSweep.hasRemovedIdentifiers)
            else {
                throw StoreError.vaultLost(path: vault.path)
            }
            try removeStaleAnswers()
            try removeUnknownSeals()
        } catch { throw StoreError(error, folder: folder) }
    }

    /// Makes sure that a database is not another program's, before a key is missed that it never had.
    private static func checkIsOurs(_ path: String) throws(StoreError) {
        let isOurs: Bool
        do {
            isOurs = try DatabaseQueue(path: path).read { database in
                try database.tableExists("grdb_migrations")
                    || Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master") == 0
            }
        } catch { throw .error(error, path: path) }
        guard isOurs else { throw .foreign(path: path) }
    }

    /// Whether a store of the current schema has entered anybody.
    static func knowsSomebody(_ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM pupil) OR EXISTS (SELECT 1 FROM teacher)") ?? false
    }

    /// The path of the SQLite file of a state folder.
    static func path(in folder: String) -> String { "\(folder)/pumpurs.sqlite" }

    /// Makes an empty file that only its owner can read where there is none; SQLite gives those beside it the same mode.
    static func makeFile(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return }
            throw .inaccessible(path: path, reason: .system(errno))
        }
        close(descriptor)
    }

    /// Gives an empty file larger pages than SQLite does: a nation's rows come page after page, and each is written
    /// to the journal, read from it and written again.
    private static func layOut(_ path: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA page_size = 16384")
            // The size counts once something is written, and this is what the pool writes first.
            try database.execute(sql: "PRAGMA journal_mode = WAL")
        }
    }

    private static func makeFolder(_ folder: String) throws {
        let code = FolderMaker.make(folder)
        guard code == 0 else {
            throw StoreError.inaccessible(path: folder, reason: .system(code))
        }
    }

    /// The migrations, in their order; one that was published is never changed.
    private static let migrations: [(name: String, statements: [String])] = [
        ("first schema", FirstSchema.statements),
        ("staff lists by semester", StaffListsBySemester.statements),
        ("check value of the key", KeyCheckValue.statements),
        ("sheets of deliveries", SheetsOfDeliveries.statements),
        ("record of a finding", RecordOfFinding.statements),
        ("schools of deliveries", SchoolsOfDeliveries.statements),
        ("runs of deliveries", RunsOfDeliveries.statements),
        ("seals of semesters", SealsOfSemesters.statements),
        ("decisions on people", DecisionsOnPeople.statements),
        ("quarantine", QuarantineTables.statements),
        ("acceptances of the submission", SubmissionAcceptances.statements),
        ("key rotations", KeyRotations.statements),
        ("columns dropped", ColumnsDropped.statements),
        ("erasures of people", ErasuresOfPeople.statements),
        ("sweeps of retention", SweepsOfRetention.statements),
        ("documents of support", DocumentsOfSupport.statements),
        ("recognition of the erased", RecognitionOfErased.statements),
        ("packages sealed", PackagesSealed.statements),
    ]

    /// What makes a store of the current schema.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.name) { database in
                for statement in migration.statements { try database.execute(sql: statement) }
            }
        }
        return migrator
    }

    private static func migrate(_ pool: DatabasePool, path: String) throws {
        let migrator = migrator
        let hasNewer = try pool.read(migrator.hasBeenSuperseded)
        guard !hasNewer else { throw StoreError.newerSchema(path: path) }
        try backUpBeforeMigration(pool, path: path)
        try migrator.migrate(pool)
        // A migration may have given a table a column that views with links do not have yet.
        if try pool.read(PeopleLinks.areStale) { try pool.write(PeopleLinks.refresh) }
    }

    /// Compares the key with the check value, which the first opening leaves in the store.
    private func checkKey() throws {
        let expected = key.checkValue
        try pool.write { database in
            let known = try Data.fetchOne(database, sql: "SELECT value FROM keyCheck WHERE id = 1")
            guard let known else {
                try database.execute(
                    sql: "INSERT INTO keyCheck (id, value) VALUES (1, ?)",
                    arguments: [Data(expected)])
                return
            }
            guard Array(known) == expected else {
                throw StoreError.keyReplaced(path: keyPath)
            }
        }
    }

    /// Makes the store know the schools and terms of the definitions.
    public func synchronize(
        schools: [School], vocabularies: [VocabularyName: Vocabulary]
    ) throws {
        try pool.write { database in
            let enterSchool = try database.cachedStatement(
                sql: """
                    INSERT INTO school (code, closedOn, successor) VALUES (?, ?, ?)
                    ON CONFLICT (code) DO UPDATE
                    SET closedOn = excluded.closedOn, successor = excluded.successor
                    WHERE closedOn IS NOT excluded.closedOn
                        OR successor IS NOT excluded.successor
                    """)
            for school in schools {
                try enterSchool.execute(arguments: [
                    school.code, school.succession?.date.storedValue,
                    school.succession?.successor.lv,
                ])
            }
            let enterTerm = try database.cachedStatement(
                sql: "INSERT OR IGNORE INTO term (vocabulary, code) VALUES (?, ?)")
            // No answer ever stands in the store, so neither do the words for one.
            for name in VocabularyName.allCases where name != .answers {
                for term in vocabularies[name]?.terms ?? [] {
                    try enterTerm.execute(arguments: [name.rawValue, term.code])
                }
            }
        }
    }

    /// Returns the number of rows that refer to a row that is not there; 0 in a sound store.
    public func checkReferences() throws -> Int {
        try pool.read(danglingReferences(in:))
    }

    func danglingReferences(in database: Database) throws -> Int {
        try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
    }

    /// Whether any delivery had a file's bytes, in force or not.
    public func hasSeen(_ sha256: [UInt8]) throws -> Bool {
        try pool.read { database in
            try Bool.fetchOne(
                database.cachedStatement(
                    sql: "SELECT EXISTS (SELECT 1 FROM delivery WHERE sha256 = ?)"),
                arguments: [Data(sha256)]) ?? false
        }
    }

    /// What the store knows of a file's bytes.
    public enum Knowledge: Hashable, Sendable {
        /// They have not been loaded under these definitions, or others took their place since.
        case unknown
        /// They are in force.
        case inForce
        /// Another file, which comes after theirs in the inbox, took their place.
        case replaced(by: String)
    }

    /// Returns what the store knows of a file.
    ///
    /// - Parameters:
    ///   - sha256: The fingerprint of its bytes.
    ///   - definition: The fingerprint of the definitions that it is read with.
    ///   - isLater: Whether the file with a fingerprint comes after this one in the inbox. Of rivals the
    ///     last counts, whichever came first; a file whose replacement left is loaded again.
    public func knowledge(
        of sha256: [UInt8], definition: [UInt8], isLater: ([UInt8]) -> Bool
    ) throws -> Knowledge {
        try pool.read {
            try Self.knowledge(of: sha256, definition: definition, isLater: isLater, in: $0)
        }
    }

    static func knowledge(
        of sha256: [UInt8], definition: [UInt8], isLater: ([UInt8]) -> Bool, in database: Database
    ) throws -> Knowledge {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT d.supersededBy, f.sha256 AS successor, f.fileName, EXISTS (
                        SELECT 1 FROM staleDelivery AS s WHERE s.delivery = d.id) AS isStale
                    FROM delivery AS d LEFT JOIN delivery AS f ON f.supersededBy IS NULL
                        AND f.source = d.source AND f.kind = d.kind AND f.school IS d.school
                        AND f.semester IS d.semester
                    WHERE d.sha256 = ? AND d.definition = ?
                    """), arguments: [Data(sha256), Data(definition)])
        if let row = rows.first(where: { ($0["supersededBy"] as Int?) == nil }) {
            return row["isStale"] ? .unknown : .inForce
        }
        for row in rows {
            // The same bytes read under other definitions are no rival.
            guard let successor = row["successor"] as Data?, Array(successor) != sha256,
                isLater(Array(successor))
            else { continue }
            return .replaced(by: row["fileName"])
        }
        return .unknown
    }
}

import GRDB
import GRDBSQLite
import PupilSupport

/// Loads deliveries within one transaction: together they become visible, or none does.
///
/// Each transaction waits for the disk and writes whole pages, and what several deliveries say of a school's semester
/// can be judged once when all of them are there.
public final class JointLoading {
    /// Judges what the deliveries touch, once they are complete.
    public let judging: StoredJudging

    let database: Database
    private let store: SupportStore
    private let run: Int?
    private let keys: StoredKeys
    private let vault: VaultWriter
    private var loaders: [DeliveryLoader] = []
    private var completions: [() throws -> Void] = []

    init(_ database: Database, store: SupportStore, run: Int?, keys: StoredKeys) {
        self.database = database
        self.store = store
        self.run = run
        self.keys = keys
        vault = VaultWriter(store.vault)
        judging = StoredJudging(database)
    }

    /// Begins a delivery, which cannot be taken back but with all the others.
    public func begin(_ description: DeliveryDescription) throws -> DeliveryLoader {
        let loader = try DeliveryLoader(
            database, store: store, run: run, description: description, keys: keys, vault: vault)
        loaders.append(loader)
        return loader
    }

    /// Returns what is known of a file now, those loaded so far included; see
    /// ``SupportStore/knowledge(of:definition:isLater:)``.
    public func knowledge(
        of sha256: [UInt8], definition: [UInt8], isLater: ([UInt8]) -> Bool
    ) throws -> SupportStore.Knowledge {
        try SupportStore.knowledge(
            of: sha256, definition: definition, isLater: isLater, in: database)
    }

    /// Says that no other delivery follows: what was sealed is kept while records are judged.
    public func close() { vault.close() }

    /// Adds what has to come to a good end before the deliveries count, and goes on beside the loading meanwhile.
    ///
    /// - Parameter completion: Waits for it; what it throws takes all deliveries back.
    public func complete(_ completion: @escaping () throws -> Void) {
        completions.append(completion)
    }

    /// Notes what is held back, and waits until all that goes on beside has come to its end, before the deliveries count.
    func finish() throws {
        try QuarantineHistory(database: database, run: run).update(
            after: loaders.map(\.delivery), judging)
        if !completions.isEmpty { try handOverPages() }
        try vault.finish()
        for completion in completions { try completion() }
    }

    /// Has SQLite write the pages that wait in memory, which it would do at the end of the transaction otherwise, when
    /// nothing goes on beside it any more.
    private func handOverPages() throws {
        let code = sqlite3_db_cacheflush(database.sqliteConnection)
        // Pages that somebody reads stay where they are.
        guard code == SQLITE_OK || code == SQLITE_BUSY else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
        }
    }

    /// Takes back what was sealed, unless it is kept; needed when the loading ends.
    func end() { vault.takeBack() }
}

/// The store's keys of the schools and terms of the definitions.
struct StoredKeys {
    /// Of each school, by its place in the municipality's list.
    let schools: [Int]
    /// Of each term, by its place in its vocabulary.
    let terms: [VocabularyName: [Int]]
    /// What answers may be.
    let answers: Vocabulary?

    init(
        of schools: [School], _ vocabularies: [VocabularyName: Vocabulary], in database: Database
    ) throws {
        self.schools = try schools.map { school in
            try Int.fetchOne(
                database.cachedStatement(sql: "SELECT id FROM school WHERE code = ?"),
                arguments: [school.code]) ?? 0
        }
        var terms: [VocabularyName: [Int]] = [:]
        for (name, vocabulary) in vocabularies {
            let known = try Row.fetchCursor(
                database.cachedStatement(sql: "SELECT code, id FROM term WHERE vocabulary = ?"),
                arguments: [name.rawValue])
            var byCode: [String: Int] = [:]
            while let row = try known.next() { byCode[row[0]] = row[1] }
            terms[name] = vocabulary.terms.map { byCode[$0.code] ?? 0 }
        }
        self.terms = terms
        answers = vocabularies[.answers]
    }
}

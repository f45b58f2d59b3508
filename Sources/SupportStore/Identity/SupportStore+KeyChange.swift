import Foundation
import GRDB
import Glibc
import PupilSupport

/// What became of a change of the key.
public struct KeyChangeResult: Sendable {
    /// The identifier of the key before; `nil` when it was lost.
    public let oldKey: String?
    /// The identifier of the new key.
    public let newKey: String
    /// The path of the new key.
    public let path: String
    /// The number of people who are known under the new key.
    public let people: Int
    /// The numbers of the people whom no key can name any more, by role; what is counted of them stays.
    public let lostPeople: [PersonRole: [Int]]
    /// The number of people whom no key can name and of whom nothing is counted: they stand in nothing but
    /// records that were held back whole.
    public let lostWithoutRecords: Int
    /// The number of held records that name somebody and can be linked with nobody until their file is
    /// read again.
    public let lostRecords: Int
    /// The number of decisions about people that no longer say anything of records to come.
    public let lostDecisions: Int
    /// The numbers of the acknowledgements that hold for no other file with the same record any more.
    public let lostAcknowledgements: [Int]
    /// The number of people who had come again under new numbers, and are one person again.
    public let joinedPeople: Int
    /// Where the key before lies now, which backups from before still need; `nil` when it was lost, or is gone on purpose.
    public internal(set) var keptKey: String?
}

extension KeyPlace {
    /// Makes sure that the file of a key can be changed.
    ///
    /// - Throws: ``KeyProblem/isCredential(path:)``
    public func checkIsChangeable(in folder: String) throws(KeyProblem) {
        guard origin != .credential else { throw .isCredential(path: path(in: folder)) }
    }
}

extension SupportStore {
    /// Makes a key for a state that has none yet.
    ///
    /// - Returns: The identifier of the key, and its path.
    /// - Throws: ``KeyProblem`` when there is a key or a store, ``StoreError`` when it cannot be written.
    public static func createKey(
        _ place: KeyPlace, folder: String
    ) throws -> (identifier: String, path: String) {
        try place.checkIsChangeable(in: folder)
        let code = FolderMaker.make(folder)
        guard code == 0 else {
            throw StoreError.inaccessible(path: folder, reason: .system(code))
        }
        let lock = try StoreLock(folder: folder, waiting: 0)
        defer { withExtendedLifetime(lock) {} }
        let path = place.path(in: folder)
        for there in [path, "\(folder)/\(KeyPlace.fileName)"] where access(there, F_OK) == 0 {
            throw KeyProblem.exists(path: there)
        }
        let store = Self.path(in: folder)
        if !StateFolder(folder).isWithoutStore { throw KeyProblem.isLost(path: path, store: store) }
        if let remains = StateFolder(folder).remains {
            throw StoreError.lost(path: store, beside: remains)
        }
        try KeyFile(path).create(replacing: false)
        return (try IdentityKey(file: path).identifier, path)
    }

    /// Opens the vault for a change of the key, and returns everything that is sealed in it.
    ///
    /// - Parameter purpose: What for; the access log keeps it.
    public func keyedPeople(for purpose: VaultPurpose) throws -> KeyedPeople {
        let vault = try openVault(for: purpose)
        var people = KeyedPeople()
        for role in PersonRole.allCases {
            people.identities[role] = try vault.openIdentities(role: role)
        }
        for entry in try vault.openUnidentified() {
            people.add(
                entry.person, for: .init(identity: entry.identity, nameKey: entry.nameKey))
        }
        people.answers = try vault.storedAnswers()
        return people
    }

    /// Puts a new key in the place of the store's, and keys everything anew.
    ///
    /// Killed at any moment, the state is the old or the new one when it is opened next. This object
    /// knows the old key and is good for nothing more than the end of the run.
    ///
    /// - Parameters:
    ///   - people: What ``keyedPeople(for:)`` returned, with the bytes of what was accepted.
    ///   - moment: Now, in seconds since 1970.
    /// - Throws: ``KeyProblem`` when the vault lacks somebody, ``StoreError`` when it cannot be written.
    public func rotateKey(_ people: KeyedPeople, at moment: Int) throws -> KeyChangeResult {
        let missing = try peopleMissing(in: people)
        guard missing == 0 else { throw KeyProblem.isIncomplete(people: missing) }
        return try changeKey("rotate", people, oldKey: key, at: moment)
    }

    /// The number of people of whom the vault has nothing, or something else than the store.
    func peopleMissing(in people: KeyedPeople) throws -> Int {
        try pool.read { database in
            try PersonRole.allCases.reduce(0) { count, role in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT id, pseudonym FROM \(role.rawValue) WHERE id NOT IN (
                            SELECT id FROM unrecoveredPerson WHERE role = ?)
                        """, arguments: [role.rawValue])
                return count
                    + rows.count { row in
                        guard let person = people.identities[role]?[row["id"]] else { return true }
                        return key.pseudonym(
                            role: role.rawValue, scope: person.scope, text: person.text)
                            != Array(row["pseudonym"] as Data)
                    }
            }
        }
    }

    func changeKey(
        _ kind: String, _ people: KeyedPeople, oldKey: IdentityKey?, at moment: Int,
        judge: Judge = { _, _ in }
    ) throws -> KeyChangeResult {
        let folder = PathParts.folder(of: path)
        let change = KeyChange(folder: folder, keyPath: keyPath)
        guard access(change.nextPath, F_OK) != 0 else {
            throw KeyProblem.isChanging(path: change.nextPath)
        }
        let bytes = KeyFile.randomBytes()
        let next = IdentityKey(bytes: bytes)
        let rekeying = Rekeying(
            key: next, oldKey: oldKey, people: people, moment: moment,
            archiveKey: try? archive.keyring.key())
        let staged = StagedVault(vault)
        try staged.begin(next)
        try staged.fill(rekeying.fill)
        // From here on either key opens the archive, for either may be the one in force in the end.
        try archive.keyring.admit(next)
        try KeyFile(change.nextPath).create(bytes, replacing: false)
        // The store decides which key holds, so its word must be on the disk before the key moves.
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        let leftovers = try self.change { database, run in
            let leftovers = try rekeying.apply(to: database)
            if !leftovers.touched.isEmpty {
                let judging = StoredJudging(database)
                try judge(leftovers.touched, judging)
                try QuarantineHistory(database: database, run: run).update(after: judging)
            }
            try database.execute(
                sql: """
                    INSERT INTO keyRotation (kind, rotatedAt, rotatedBy, oldKey, newKey, run)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    kind, moment, AccessLog.user, oldKey?.identifier, next.identifier, run,
                ])
            return leftovers
        }
        // Whoever reads meanwhile keeps the log of changes from being emptied; the next run does it.
        _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try change.complete(staged)
        return KeyChangeResult(
            oldKey: oldKey?.identifier, newKey: next.identifier, path: keyPath,
            people: people.identities.values.reduce(0) { $0 + $1.count },
            lostPeople: leftovers.people,
            lostWithoutRecords: leftovers.peopleWithoutRecords, lostRecords: leftovers.records,
            lostDecisions: leftovers.decisions, lostAcknowledgements: leftovers.acknowledgements,
            joinedPeople: people.joinedCount)
    }
}

import Foundation
import GRDB
import Glibc

extension SupportStore {
    /// Opens a store whose key or vault is lost, to find out again who its people are.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder.
    ///   - lockWait: The number of seconds to wait for another run to end.
    ///   - place: Where the new key is to lie.
    /// - Throws: ``StoreError`` when there is no store, or another key lies in the place.
    public convenience init(
        recovering folder: String, lockWait: Int = 0, key place: KeyPlace
    ) throws {
        guard !StateFolder(folder).isWithoutStore else {
            throw StoreError.missing(path: Self.path(in: folder))
        }
        try self.init(folder: folder, lockWait: lockWait, archive: nil, key: .lost(place))
    }

    /// Whether the key of the store or its vault is lost.
    ///
    /// - Parameter purpose: What the vault is opened for; the access log keeps it.
    public func isIdentityLost(for purpose: VaultPurpose) throws -> Bool {
        guard access(keyPath, F_OK) == 0, try vault.holdsSomebody() else { return true }
        let people: KeyedPeople
        do { people = try keyedPeople(for: purpose) } catch StoreError.damaged { return true }
        return try peopleMissing(in: people) > 0
    }

    /// Whether people are noted whom no key can name any more.
    public func hasUnrecoveredPeople() throws -> Bool {
        try pool.read { database in
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM unrecoveredPerson)") ?? false
        }
    }

    /// The numbers of the people of a role whom no key can name any more.
    func unrecoveredPeople(_ role: PersonRole) throws -> Set<Int> {
        try pool.read { database in
            try Int.fetchSet(
                database, sql: "SELECT id FROM unrecoveredPerson WHERE role = ?",
                arguments: [role.rawValue])
        }
    }

    /// The number of people with sessions that count whom no key can name any more: whoever of them stands in a later
    /// file counts as somebody new.
    public func unrecoveredParticipants() throws -> Int {
        try pool.read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT COUNT(*) FROM unrecoveredPerson AS u
                    WHERE u.role = 'pupil' AND u.id IN (SELECT pupil FROM currentSession)
                        OR u.role = 'teacher' AND u.id IN (SELECT teacher FROM currentSession)
                    """) ?? 0
        }
    }

    /// The number of pupils of whom the store has records and whom no key can name any more.
    public func unnamedPupils() throws -> Int {
        let unnamed = try unrecoveredPeople(.pupil)
        guard !unnamed.isEmpty else { return 0 }
        return try pool.read { try Rekeying.peopleWithRecords(.pupil, in: $0) }
            .intersection(unnamed).count
    }

    /// What says that nothing is lost.
    public var nothingLost: KeyProblem { .isSound(path: keyPath) }

    /// Makes a new key, and keys everything anew that could be found out again.
    ///
    /// Figures and the numbers of people stay. Killed at any moment, the state is the old or the new one
    /// when it is opened next.
    ///
    /// - Parameters:
    ///   - people: What ``PeopleRecovery`` found out, with the bytes of what was accepted.
    ///   - moment: Now, in seconds since 1970.
    ///   - judge: Judges anew the records of people who had two numbers.
    /// - Throws: ``StoreError`` when the files cannot be written.
    public func recoverKey(
        _ people: KeyedPeople, at moment: Int, judge: Judge
    ) throws -> KeyChangeResult {
        let kept = try keepKeyAside()
        var result = try changeKey("recover", people, oldKey: nil, at: moment, judge: judge)
        result.keptKey = kept
        return result
    }

    /// Copies a key that is still there: where the vault alone was lost, backups open with no other.
    ///
    /// - Returns: The path of the copy, or `nil` when the key is lost.
    private func keepKeyAside() throws(StoreError) -> String? {
        guard access(keyPath, F_OK) == 0 else { return nil }
        let aside = "\(keyPath).\(key.identifier)"
        try KeyFile(aside).create(try KeyFile(keyPath).read(), replacing: false)
        return aside
    }
}

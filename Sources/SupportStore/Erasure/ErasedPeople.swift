import Foundation
import GRDB
public import PupilSupport

/// Who was erased, so that a delivery that names them again is recognised.
public struct ErasedPeople: Sendable {
    private let key: IdentityKey
    private let recognitionKeys: [RecognitionKey]
    /// The tickets of the erasures, by what people are known by.
    private let people: [[UInt8]: String]
    private let plans: Set<[UInt8]>

    /// Reads who was erased; `nil` when nobody was.
    init?(in database: Database, of store: SupportStore) throws {
        people = Dictionary(
            try Row.fetchAll(
                database.cachedStatement(sql: "SELECT recognition, ticket FROM tombstone")
            ).map {
                (Array($0["recognition"] as Data), $0["ticket"] as String)
            }, uniquingKeysWith: { first, _ in first })
        guard !people.isEmpty else { return nil }
        plans = Set(
            try Data.fetchAll(database, sql: "SELECT recognition FROM erasedPlan").map(Array.init))
        key = store.key
        let archive = [try? store.archive.keyring.key()].compactMap(\.self)
        recognitionKeys = Array(
            try RecognitionKeys(in: database, identity: key, archive: archive).opened.values)
    }

    /// Whether somebody was erased.
    public func contains(_ role: PersonRole, _ identifier: PersonIdentifier) -> Bool {
        ticket(of: identifier, role) != nil
    }

    /// Returns the ticket for which somebody was erased, or `nil` when they were not.
    public func ticket(of identifier: PersonIdentifier, _ role: PersonRole) -> String? {
        recognitionKeys.lazy
            .compactMap { people[$0.recognition(of: identifier, role: role)] }.first
            ?? people[
                key.recognition(
                    role: role.rawValue, scope: identifier.scope, text: identifier.text)]
    }

    /// Whether a plan was that of somebody who was erased.
    public func contains(plan number: String, ofSchool school: String) -> Bool {
        recognitionKeys.contains {
            plans.contains($0.recognition(ofPlan: number, school: school))
        } || plans.contains(key.recognition(ofPlan: number, school: school))
    }
}

extension SupportStore {
    /// Returns who was erased, or `nil` when nobody was.
    public func erasedPeople() throws -> ErasedPeople? {
        try pool.read { try ErasedPeople(in: $0, of: self) }
    }
}

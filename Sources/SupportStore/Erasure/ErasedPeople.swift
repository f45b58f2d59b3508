import Foundation
import GRDB
public import PupilSupport

/// Who was erased, so that a delivery that names them again is recognised.
public struct ErasedPeople: Sendable {
    private let key: IdentityKey
    private let people: Set<[UInt8]>
    private let plans: Set<[UInt8]>

    /// Reads who was erased; `nil` when nobody was.
    init?(in database: Database, key: IdentityKey) throws {
        people = Set(
            try Data.fetchAll(database, sql: "SELECT recognition FROM tombstone").map(Array.init))
        guard !people.isEmpty else { return nil }
        plans = Set(
            try Data.fetchAll(database, sql: "SELECT recognition FROM erasedPlan").map(Array.init))
        self.key = key
    }

    /// Whether somebody was erased.
    public func contains(_ role: PersonRole, _ identifier: PersonIdentifier) -> Bool {
        people.contains(
            key.recognition(
                role: role.rawValue, scope: identifier.scope, text: identifier.text))
    }

    /// Whether a plan was that of somebody who was erased.
    public func contains(plan number: String, ofSchool school: String) -> Bool {
        plans.contains(key.recognition(ofPlan: number, school: school))
    }
}

extension SupportStore {
    /// Returns who was erased, or `nil` when nobody was.
    public func erasedPeople() throws -> ErasedPeople? {
        try pool.read { try ErasedPeople(in: $0, key: key) }
    }
}

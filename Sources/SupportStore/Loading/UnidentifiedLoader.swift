import Foundation
import GRDB
import PupilSupport

/// Enters which records of a delivery name somebody without a good code; what they say is sealed.
struct UnidentifiedLoader {
    private let database: Database
    private let store: SupportStore
    private let vault: VaultWriter
    private var sealed: [IdentityVault.Unidentified] = []
    private var known: [UnidentifiedPerson: (identity: [UInt8]?, nameKey: Int?)] = [:]

    init(_ database: Database, store: SupportStore, vault: VaultWriter) {
        self.database = database
        self.store = store
        self.vault = vault
    }

    mutating func note(_ record: UnidentifiedRecord, delivery: Int) throws {
        let person = record.person
        let entry = known[person] ?? enter(person)
        guard let identity = entry.identity else { return }
        try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO unidentifiedRecord (delivery, line, byte, role, identity,
                    nameKey, school, birthDate, class, decision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            delivery, record.place.line, record.place.byte,
            (person.isTeacher ? PersonRole.teacher : .pupil).rawValue, Data(identity),
            entry.nameKey, person.school, person.birthDate?.storedValue, person.schoolClass,
            record.decision,
        ])
        if sealed.count > 4096 { finish() }
    }

    /// Many records name the same person.
    private mutating func enter(
        _ person: UnidentifiedPerson
    ) -> (identity: [UInt8]?, nameKey: Int?) {
        let entry = (store.key.identity(of: person), store.key.nameKey(person.name))
        if known.count < 20_000 { known[person] = entry }
        if let identity = entry.0 {
            sealed.append(.init(identity: identity, nameKey: entry.1, person: person))
        }
        return entry
    }

    /// Has what is left sealed.
    mutating func finish() {
        guard !sealed.isEmpty else { return }
        vault.append { [sealed] in try $0.seal(sealed, in: $1) }
        sealed = []
    }
}

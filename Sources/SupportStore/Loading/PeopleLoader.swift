import Foundation
import GRDB
import PupilSupport

/// Enters the people of one delivery: pseudonyms into the store, names and codes into the vault.
struct PeopleLoader {
    /// The store's keys of the pupils, in the order in which the delivery names them.
    private(set) var pupilIDs: [Int] = []
    /// The store's keys of the teachers, in the order in which the delivery names them.
    private(set) var teacherIDs: [Int] = []

    private let database: Database
    private let store: SupportStore
    private var pupils: [PersonIdentifier] = []
    private var teachers: [PersonIdentifier] = []
    private var sealed: [IdentityVault.Entry] = []
    private let vault: VaultWriter
    /// People entered with the first name of the batch, which is not yet passed by.
    private var isEntered: Set<PersonNumber> = []
    private var nameKeys: [String: Int] = [:]
    private var inserts: [String: BoundInsert] = [:]
    /// Whether the store knew anybody before.
    private let hasPeople: Bool
    /// Who was erased, and is not entered again.
    private let erased: ErasedPeople?

    init(_ database: Database, store: SupportStore) throws {
        self.database = database
        self.store = store
        vault = VaultWriter(store.vault)
        erased = try ErasedPeople(in: database, of: store)
        hasPeople =
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM pupil) OR EXISTS (SELECT 1 FROM teacher)")
            ?? true
    }

    /// Learns the people that the delivery names for the first time, and how people are named.
    ///
    /// - Returns: The names that differ from the one known of the person before.
    mutating func register(
        pupils newPupils: [PersonIdentifier], teachers newTeachers: [PersonIdentifier],
        names: [GivenName]
    ) throws -> [GivenName] {
        var firstNames: [PersonNumber: GivenName] = [:]
        for name in names {
            let person = PersonNumber(isTeacher: name.isTeacher, number: name.person)
            if firstNames[person] == nil { firstNames[person] = name }
        }
        for identifier in newPupils {
            let person = PersonNumber(isTeacher: false, number: pupilIDs.count)
            pupilIDs.append(try personID(identifier, person, named: firstNames[person]))
            pupils.append(identifier)
        }
        for identifier in newTeachers {
            let person = PersonNumber(isTeacher: true, number: teacherIDs.count)
            teacherIDs.append(try personID(identifier, person, named: firstNames[person]))
            teachers.append(identifier)
        }
        if sealed.count > 4096 {
            vault.append(sealed)
            sealed = []
        }
        var differing: [GivenName] = []
        for name in names {
            let person = PersonNumber(isTeacher: name.isTeacher, number: name.person)
            // The name that a new person was entered with has nothing to differ from.
            let isEntry = isEntered.remove(person) != nil
            if try !isEntry && differs(name) { differing.append(name) }
        }
        return differing
    }

    /// A person by the number that the delivery gives them.
    private struct PersonNumber: Hashable {
        let isTeacher: Bool
        let number: Int

        var role: String { isTeacher ? "teacher" : "pupil" }
    }

    /// Returns the key of a person, entering them with their name when they are new.
    private mutating func personID(
        _ identifier: PersonIdentifier, _ person: PersonNumber, named name: GivenName?
    ) throws -> Int {
        let role = person.role
        // Their records never come as far as this; the number only holds its place.
        if let erased, erased.contains(person.isTeacher ? .teacher : .pupil, identifier) {
            return 0
        }
        let pseudonym = store.key.pseudonym(
            role: role, scope: identifier.scope, text: identifier.text)
        if hasPeople, let found = try knownID(role, pseudonym) { return found }
        var values: [BoundValue] = [
            .bytes(pseudonym), name.map { .integer(nameKey($0)) } ?? .null,
        ]
        var columns = ["pseudonym", "nameKey"]
        if person.isTeacher {
            values.append(.integer(identifier.isStaffNumber ? 1 : 0))
            columns.append("isStaffNumber")
        }
        let insert =
            try inserts[role] ?? BoundInsert(database, table: role, columns: columns)
        inserts[role] = insert
        try insert.insert(values, database: database)
        if name != nil { isEntered.insert(person) }
        let id = Int(database.lastInsertedRowID)
        sealed.append(.init(role: role, id: id, identifier: identifier, name: name))
        return id
    }

    private func knownID(_ role: String, _ pseudonym: [UInt8]) throws -> Int? {
        try Int.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM \(role) WHERE pseudonym = ?"),
            arguments: [Data(pseudonym)])
    }

    /// Returns the key of a name; few names are borne by many people.
    private mutating func nameKey(_ name: GivenName) -> Int {
        let text = "\(name.givenName)\u{1F}\(name.familyName)"
        if let known = nameKeys[text] { return known }
        let key = store.key.nameKey(name)
        if nameKeys.count < 20_000 { nameKeys[text] = key }
        return key
    }

    /// Whether a name differs from the one known before; the first name of a person becomes known.
    private mutating func differs(_ name: GivenName) throws -> Bool {
        let role = name.isTeacher ? "teacher" : "pupil"
        let id = name.isTeacher ? teacherIDs[name.person] : pupilIDs[name.person]
        let identifier = name.isTeacher ? teachers[name.person] : pupils[name.person]
        let nameKey = nameKey(name)
        let known = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT nameKey FROM \(role) WHERE id = ?"),
            arguments: [id])
        if let known { return known != nameKey }
        try database.cachedStatement(sql: "UPDATE \(role) SET nameKey = ? WHERE id = ?")
            .execute(arguments: [nameKey, id])
        sealed.append(.init(role: role, id: id, identifier: identifier, name: name))
        return false
    }

    /// Seals what is left, and completes the vault.
    mutating func finish() throws {
        vault.append(sealed)
        sealed = []
        try vault.finish()
    }
}

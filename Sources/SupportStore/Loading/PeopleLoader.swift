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
    private var nameKeys: [SpelledName: Int] = [:]
    private let pupilInsert: BoundInsert
    private let teacherInsert: BoundInsert
    /// Whether the store knew anybody before.
    private let hasPeople: Bool
    /// Who was erased, and is not entered again.
    private let erased: ErasedPeople?

    init(_ database: Database, store: SupportStore, vault: VaultWriter) throws {
        self.database = database
        self.store = store
        self.vault = vault
        let columns = ["pseudonym", "nameKey"]
        pupilInsert = try BoundInsert(database, table: "pupil", columns: columns)
        teacherInsert = try BoundInsert(
            database, table: "teacher", columns: columns + ["isStaffNumber"])
        erased = try ErasedPeople(in: database, of: store)
        hasPeople =
            try Bool.fetchOne(
                database.cachedStatement(
                    sql: "SELECT EXISTS (SELECT 1 FROM pupil) OR EXISTS (SELECT 1 FROM teacher)"))
            ?? true
    }

    /// Learns the people that the delivery names for the first time, and how people are named.
    ///
    /// - Returns: The names that differ from the one known of the person before.
    mutating func register(
        pupils newPupils: [PersonIdentifier], teachers newTeachers: [PersonIdentifier],
        names: [GivenName]
    ) throws -> [GivenName] {
        var firstPupilNames = FirstNames(of: newPupils.count, from: pupilIDs.count)
        var firstTeacherNames = FirstNames(of: newTeachers.count, from: teacherIDs.count)
        for (place, name) in names.enumerated() {
            if name.isTeacher {
                firstTeacherNames.note(name, at: place)
            } else {
                firstPupilNames.note(name, at: place)
            }
        }
        for (index, identifier) in newPupils.enumerated() {
            let name = firstPupilNames.places[index].map { names[$0] }
            let id = try personID(identifier, .pupil, named: name)
            if !id.isNew { firstPupilNames.places[index] = nil }
            pupilIDs.append(id.key)
            pupils.append(identifier)
        }
        for (index, identifier) in newTeachers.enumerated() {
            let name = firstTeacherNames.places[index].map { names[$0] }
            let id = try personID(identifier, .teacher, named: name)
            if !id.isNew { firstTeacherNames.places[index] = nil }
            teacherIDs.append(id.key)
            teachers.append(identifier)
        }
        if sealed.count > 1024 { finish() }
        var differing: [GivenName] = []
        for (place, name) in names.enumerated() {
            // The name that a new person was entered with has nothing to differ from.
            let isEntry =
                name.isTeacher
                ? firstTeacherNames.isFirst(name, at: place)
                : firstPupilNames.isFirst(name, at: place)
            if try !isEntry && differs(name) { differing.append(name) }
        }
        return differing
    }

    /// The names of a batch that people who are new in it are entered with.
    private struct FirstNames {
        private let start: Int
        /// The place of each person's name in the batch, where they are given one.
        var places: [Int?]

        /// Creates names of people who are numbered one after another.
        init(of count: Int, from start: Int) {
            self.start = start
            places = Array(repeating: nil, count: count)
        }

        mutating func note(_ name: GivenName, at place: Int) {
            let index = name.person - start
            if places.indices.contains(index), places[index] == nil { places[index] = place }
        }

        func isFirst(_ name: GivenName, at place: Int) -> Bool {
            let index = name.person - start
            return places.indices.contains(index) && places[index] == place
        }
    }

    /// A name as it is spelled.
    private struct SpelledName: Hashable {
        let givenName: String
        let familyName: String
    }

    /// Returns the key of a person, entering them with their name when they are new.
    private mutating func personID(
        _ identifier: PersonIdentifier, _ personRole: PersonRole, named name: GivenName?
    ) throws -> (key: Int, isNew: Bool) {
        let role = personRole.rawValue
        // Their records never come as far as this; the number only holds its place.
        if let erased, erased.contains(personRole, identifier) { return (0, false) }
        let pseudonym = store.key.pseudonym(
            role: role, scope: identifier.scope, text: identifier.text)
        if hasPeople, let found = try knownID(role, pseudonym) { return (found, false) }
        let key = name.map { nameKey($0) }
        let insert = personRole == .pupil ? pupilInsert : teacherInsert
        try insert.insert(into: database) { row in
            row.bind(pseudonym)
            row.bind(key)
            if personRole == .teacher { row.bind(identifier.isStaffNumber ? 1 : 0) }
        }
        let id = Int(database.lastInsertedRowID)
        sealed.append(.init(role: role, id: id, identifier: identifier, name: name))
        return (id, true)
    }

    private func knownID(_ role: String, _ pseudonym: [UInt8]) throws -> Int? {
        try Int.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM \(role) WHERE pseudonym = ?"),
            arguments: [Data(pseudonym)])
    }

    /// Returns the key of a name; few names are borne by many people.
    private mutating func nameKey(_ name: GivenName) -> Int {
        let spelled = SpelledName(givenName: name.givenName, familyName: name.familyName)
        if let known = nameKeys[spelled] { return known }
        let key = store.key.nameKey(name)
        if nameKeys.count < 20_000 { nameKeys[spelled] = key }
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

    /// Has what is left sealed.
    mutating func finish() {
        guard !sealed.isEmpty else { return }
        vault.append { [sealed] in try $0.seal(sealed, in: $1) }
        sealed = []
    }
}

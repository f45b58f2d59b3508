public import Diagnostics
import Foundation
import GRDB
public import PupilSupport

/// Loads one delivery within one transaction.
public final class DeliveryLoader {
    /// The number of the delivery in the store.
    public let delivery: Int

    /// The fingerprints of the files whose place the delivery took.
    private(set) var superseded: [[UInt8]] = []

    let database: Database
    private let store: SupportStore
    private let description: DeliveryDescription
    private let schoolIDs: [Int]
    private let termIDs: [VocabularyName: [Int]]
    private var pupilIDs: [Int] = []
    private var teacherIDs: [Int] = []
    private var planIDs: [Int] = []
    private var pupils: [PersonIdentifier] = []
    private var teachers: [PersonIdentifier] = []
    private var sealed: [IdentityVault.Entry] = []
    private let vault: VaultWriter
    /// People entered with the first name of the batch, which is not yet passed by.
    private var isEntered: Set<PersonNumber> = []
    private var nameKeys: [String: Int] = [:]
    private var peopleInserts: [String: BoundInsert] = [:]
    private let hasPeople: Bool
    private var inserts: [RecordKind: BoundInsert] = [:]
    /// The deliveries of which judgements held records back, or let them go.
    var judgedDeliveries: Set<Int> = []
    /// The kinds of which the deliveries judged so far have records.
    var kindsOfDeliveries: [Int: [RecordKind]] = [:]
    /// The kinds of the records loaded so far.
    var kindsLoaded: some Collection<RecordKind> { inserts.keys }
    private var counts = DeliveryCounts()
    private var semesters: Set<Int> = []
    private var heldSemesters: Set<Int> = []

    init(
        _ database: Database, store: SupportStore, description: DeliveryDescription,
        schools: [School], vocabularies: [VocabularyName: Vocabulary]
    ) throws {
        self.database = database
        self.store = store
        vault = VaultWriter(store.vault)
        self.description = description
        var schoolIDs: [Int] = []
        for school in schools {
            schoolIDs.append(
                try Int.fetchOne(
                    database, sql: "SELECT id FROM school WHERE code = ?", arguments: [school.code])
                    ?? 0)
        }
        self.schoolIDs = schoolIDs
        var termIDs: [VocabularyName: [Int]] = [:]
        for (name, vocabulary) in vocabularies {
            let known = try Row.fetchAll(
                database, sql: "SELECT code, id FROM term WHERE vocabulary = ?",
                arguments: [name.rawValue])
            let byCode = Dictionary(
                known.map { ($0["code"] as String, $0["id"] as Int) }, uniquingKeysWith: { $1 })
            termIDs[name] = vocabulary.terms.map { byCode[$0.code] ?? 0 }
        }
        self.termIDs = termIDs
        hasPeople =
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM pupil) OR EXISTS (SELECT 1 FROM teacher)")
            ?? true
        try database.execute(
            sql: """
                INSERT INTO delivery
                    (sha256, source, kind, school, fileName, sheet, bytes, definition)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                Data(description.sha256), description.source, description.kind,
                description.school.map { schoolIDs[$0] }, description.fileName, description.sheet,
                description.bytes, Data(description.definition),
            ])
        delivery = Int(database.lastInsertedRowID)
    }

    // MARK: - People and plans

    /// Learns the people and plans that the delivery names for the first time, and how people are named.
    ///
    /// - Returns: The names that differ from the one known of the person before.
    public func register(
        pupils newPupils: [PersonIdentifier], teachers newTeachers: [PersonIdentifier],
        plans: [PlanIdentifier], names: [GivenName]
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
        for plan in plans {
            let school = schoolIDs[plan.school]
            try database.cachedStatement(
                sql: "INSERT OR IGNORE INTO planNumber (school, number) VALUES (?, ?)"
            ).execute(arguments: [school, plan.number])
            let id = try Int.fetchOne(
                database.cachedStatement(
                    sql: "SELECT id FROM planNumber WHERE school = ? AND number = ?"),
                arguments: [school, plan.number])
            planIDs.append(id ?? 0)
        }
        return try names.filter { name in
            let person = PersonNumber(isTeacher: name.isTeacher, number: name.person)
            // The name that a new person was entered with has nothing to differ from.
            let isEntry = isEntered.remove(person) != nil
            return try isEntry ? false : differs(name)
        }
    }

    /// A person by the number that the delivery gives them.
    private struct PersonNumber: Hashable {
        let isTeacher: Bool
        let number: Int

        var role: String { isTeacher ? "teacher" : "pupil" }
    }

    /// Returns the key of a person, entering them with their name when they are new.
    private func personID(
        _ identifier: PersonIdentifier, _ person: PersonNumber, named name: GivenName?
    ) throws -> Int {
        let role = person.role
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
            try peopleInserts[role] ?? BoundInsert(database, table: role, columns: columns)
        peopleInserts[role] = insert
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
    private func nameKey(_ name: GivenName) -> Int {
        let text = "\(name.givenName)\u{1F}\(name.familyName)"
        if let known = nameKeys[text] { return known }
        let key = store.key.nameKey(name)
        if nameKeys.count < 20_000 { nameKeys[text] = key }
        return key
    }

    /// Whether a name differs from the one known before; the first name of a person becomes known.
    private func differs(_ name: GivenName) throws -> Bool {
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

    // MARK: - Records

    /// Loads records of one kind.
    public func load(_ batch: ModelBatch) throws {
        let fields = batch.kind.fields
        let stored = fields.indices.filter { fields[$0].isStored }
        let insert: BoundInsert
        if let known = inserts[batch.kind] {
            insert = known
        } else {
            insert = try BoundInsert(
                database, table: batch.kind.table,
                columns: ["delivery", "line", "byte"] + stored.map { fields[$0].column })
            inserts[batch.kind] = insert
        }
        let columns = stored.map { batch.columns[$0] }
        let translations = stored.map { translation(of: fields[$0].type) }
        let places = batch.places
        try insert.insert(
            count: places.count, width: 3 + columns.count, missing: ModelBatch.missing,
            database: database
        ) { row, column in
            switch column {
            case 0: return delivery
            case 1: return places[row].line
            case 2: return places[row].byte
            default:
                let value = columns[column - 3][row]
                let table = translations[column - 3]
                return value == ModelBatch.missing || table.isEmpty ? value : table[value]
            }
        }
    }

    /// Returns the store's keys for the delivery's numbers of a type; empty when they are the same.
    private func translation(of type: FieldType) -> [Int] {
        switch type {
        case .pupil: pupilIDs
        case .teacher, .teacherNumber: teacherIDs
        case .planNumber: planIDs
        case .school: schoolIDs
        case .term(let name): termIDs[name] ?? []
        case .semester, .schoolClass, .date, .minutes, .count, .mark, .name, .projectNumber: []
        }
    }

    // MARK: - What is held back and found

    /// Notes records that are held back.
    public func hold(_ places: [SourcePlace]) throws {
        for place in places {
            try database.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO heldRecord (delivery, line, byte, length)
                    VALUES (?, ?, ?, ?)
                    """
            ).execute(arguments: [delivery, place.line, place.byte, place.length])
        }
    }

    /// Notes findings.
    public func report(_ findings: [Diagnostic]) throws {
        for finding in findings { try Self.insert(finding, delivery: delivery, into: database) }
    }

    static func insert(
        _ finding: Diagnostic, delivery: Int, into database: Database, school: Int? = nil,
        semester: Int? = nil
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO finding (delivery, rule, severity, stage, line, byte, columnNumber,
                    columnName, recordByte, details, judgedSchool, judgedSemester)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            delivery, finding.rule.code, finding.severity.rawValue, finding.rule.stage.rawValue,
            finding.position.line, finding.position.byte, finding.position.column,
            finding.position.columnName, finding.position.record,
            FindingDetails.encoded(finding.details), school, semester,
        ])
    }

    /// Adds to the counts of the delivery.
    public func count(
        read: Int, ignored: Int, semesters: Set<Int>, heldSemesters: Set<Int>
    ) {
        counts.read += read
        counts.ignored += ignored
        self.semesters.formUnion(semesters)
        self.heldSemesters.formUnion(heldSemesters)
    }

    /// Completes the delivery: its semester, its counts, and what it supersedes.
    public func finish() throws {
        try database.execute(
            sql: """
                UPDATE delivery SET recordsRead = ?, recordsIgnored = ?, semester = ? WHERE id = ?
                """,
            arguments: [
                counts.read, counts.ignored, semesters.count == 1 ? semesters.first : nil, delivery,
            ])
        try database.execute(
            sql: """
                UPDATE delivery SET supersededBy = :new
                WHERE id <> :new AND supersededBy IS NULL AND (source, kind) =
                        (SELECT source, kind FROM delivery WHERE id = :new)
                    AND school IS (SELECT school FROM delivery WHERE id = :new)
                    AND (semester IS (SELECT semester FROM delivery WHERE id = :new)
                        OR (fileName = (SELECT fileName FROM delivery WHERE id = :new)
                            AND (semester IS NULL OR
                                (SELECT semester FROM delivery WHERE id = :new) IS NULL)))
                """, arguments: ["new": delivery])
        superseded = try Data.fetchAll(
            database,
            sql: "SELECT sha256 FROM delivery WHERE supersededBy = ? ORDER BY id",
            arguments: [delivery]
        ).map(Array.init)
        // What is held back whole takes no other file's place, but tells of which semester it is.
        if semesters.isEmpty, heldSemesters.count == 1 {
            try database.execute(
                sql: "UPDATE delivery SET semester = ? WHERE id = ?",
                arguments: [heldSemesters.first, delivery])
        }
        vault.append(sealed)
        sealed = []
        try vault.finish()
        try Self.recount([delivery], in: database)
    }

    /// Computes the counts of deliveries anew from what is held back.
    static func recount(_ deliveries: some Sequence<Int>, in database: Database) throws {
        for delivery in deliveries {
            try database.execute(
                sql: """
                    UPDATE delivery SET
                        recordsHeldBack =
                            (SELECT COUNT(*) FROM heldRecord WHERE delivery = :delivery),
                        recordsLoaded = recordsRead - recordsIgnored
                            - (SELECT COUNT(*) FROM heldRecord WHERE delivery = :delivery)
                    WHERE id = :delivery
                    """, arguments: ["delivery": delivery])
        }
    }
}

extension ModelField {
    /// Whether the store has a column for the field: names go to the vault, and a project number is
    /// only checked.
    var isStored: Bool {
        switch type {
        case .name, .projectNumber: false
        default: true
        }
    }
}

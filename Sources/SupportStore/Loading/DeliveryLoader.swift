public import Diagnostics
import Foundation
import GRDB
public import PupilSupport

/// Loads one delivery within a transaction.
public final class DeliveryLoader {
    /// The number of the delivery in the store.
    public let delivery: Int

    /// The fingerprints of the files whose place the delivery took.
    public private(set) var superseded: [[UInt8]] = []

    let database: Database
    let description: DeliveryDescription
    private let keys: StoredKeys
    private var planIDs: [Int] = []
    private var documentIDs: [Int] = []
    private var people: PeopleLoader
    private var unidentified: UnidentifiedLoader
    private var answers: AnswersLoader
    private var inserts: [FilledColumns: RowsInsert] = [:]
    /// The rows of a batch, which the next batch writes over.
    private var cells: [Int] = []
    /// The kinds of the records loaded so far.
    var kindsLoaded: Set<RecordKind> { Set(inserts.keys.map(\.kind)) }
    private var counts = DeliveryCounts()
    private var semesters: Set<Int> = []
    private var heldSemesters: Set<Int> = []
    private var schools: Set<Int> = []
    private var heldSchools: Set<Int> = []

    init(
        _ database: Database, store: SupportStore, run: Int?, description: DeliveryDescription,
        keys: StoredKeys, vault: VaultWriter
    ) throws {
        self.database = database
        self.description = description
        self.keys = keys
        people = try PeopleLoader(database, store: store, vault: vault)
        unidentified = UnidentifiedLoader(database, store: store, vault: vault)
        answers = AnswersLoader(vault, keys.answers)
        try database.cachedStatement(
            sql: """
                INSERT INTO delivery
                    (sha256, source, kind, school, fileName, sheet, bytes, definition, run)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            Data(description.sha256), description.source, description.kind,
            description.school.map { keys.schools[$0] }, description.fileName, description.sheet,
            description.bytes, Data(description.definition), run,
        ])
        delivery = Int(database.lastInsertedRowID)
    }

    // MARK: - People and plans

    /// Learns the people and plans that the delivery names for the first time, and how people are named.
    ///
    /// - Returns: The names that differ from the one known of the person before.
    public func register(
        pupils: [PersonIdentifier], teachers: [PersonIdentifier], plans: [PlanIdentifier],
        names: [GivenName], references: [String] = [], documents: [String] = []
    ) throws -> [GivenName] {
        try keepAtHand()
        answers.register(references)
        try register(documents)
        for plan in plans {
            let school = keys.schools[plan.school]
            try database.cachedStatement(
                sql: "INSERT OR IGNORE INTO planNumber (school, number) VALUES (?, ?)"
            ).execute(arguments: [school, plan.number])
            let id = try Int.fetchOne(
                database.cachedStatement(
                    sql: "SELECT id FROM planNumber WHERE school = ? AND number = ?"),
                arguments: [school, plan.number])
            planIDs.append(id ?? 0)
        }
        return try people.register(pupils: pupils, teachers: teachers, names: names)
    }

    /// Reads the delivery's own row, so that its page stays in memory for as long as the delivery is loaded.
    ///
    /// SQLite writes what was not used for long to its journal in the middle of a transaction. Were this page among it, to
    /// complete the delivery would change what was written already, and SQLite would read all that it wrote since and sum
    /// it up anew.
    private func keepAtHand() throws {
        _ = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT recordsRead FROM delivery WHERE id = ?"),
            arguments: [delivery])
    }

    private func register(_ documents: [String]) throws {
        for number in documents {
            try database.cachedStatement(
                sql: "INSERT OR IGNORE INTO documentNumber (number) VALUES (?)"
            ).execute(arguments: [number])
            let id = try Int.fetchOne(
                database.cachedStatement(sql: "SELECT id FROM documentNumber WHERE number = ?"),
                arguments: [number])
            documentIDs.append(id ?? 0)
        }
    }

    // MARK: - Records

    /// Loads records of one kind.
    public func load(_ batch: ModelBatch) throws {
        guard batch.kind.isInStore else {
            return answers.load(batch, delivery: delivery, pupils: people.pupilIDs)
        }
        let fields = batch.kind.fields
        // A column that no record of the batch fills need not be spoken of.
        let stored = fields.indices.filter { fields[$0].isStored && batch.fills($0) }
        let columns = FilledColumns(kind: batch.kind, fields: stored)
        let insert: RowsInsert
        if let known = inserts[columns] {
            insert = known
        } else {
            insert = try RowsInsert(
                database, table: batch.kind.table,
                columns: ["delivery", "line", "byte"] + stored.map { fields[$0].column })
            inserts[columns] = insert
        }
        let width = 3 + stored.count
        // Out of the loader for as long as it is filled: each access to what belongs to an object is watched.
        var cells: [Int] = []
        swap(&cells, &self.cells)
        defer { swap(&cells, &self.cells) }
        cells.removeAll(keepingCapacity: true)
        cells.append(
            contentsOf: repeatElement(ModelBatch.missing, count: batch.places.count * width))
        cells.withUnsafeMutableBufferPointer { cells in
            var start = 0
            for place in batch.places {
                cells[start] = delivery
                cells[start + 1] = place.line
                cells[start + 2] = place.byte
                start += width
            }
            for (place, field) in stored.enumerated() {
                Self.fill(
                    cells, column: place + 3, of: width, with: field, of: batch,
                    by: translation(of: fields[field].type))
            }
        }
        try insert.insert(
            cells, width: width, missing: ModelBatch.missing, database: database)
    }

    /// The fields of a kind that a batch fills.
    private struct FilledColumns: Hashable {
        let kind: RecordKind
        let fields: [Int]
    }

    /// Puts a field of a batch in its column of the rows, in the store's keys.
    private static func fill(
        _ cells: UnsafeMutableBufferPointer<Int>, column: Int, of width: Int, with field: Int,
        of batch: ModelBatch, by keys: [Int]
    ) {
        batch.values.withUnsafeBufferPointer { values in
            keys.withUnsafeBufferPointer { keys in
                for record in 0..<batch.count {
                    let value = values[record * batch.width + field]
                    guard value != ModelBatch.missing else { continue }
                    cells[record * width + column] = keys.isEmpty ? value : keys[value]
                }
            }
        }
    }

    /// Returns the store's keys for the delivery's numbers of a type; empty when they are the same.
    private func translation(of type: FieldType) -> [Int] {
        switch type {
        case .pupil: people.pupilIDs
        case .teacher, .teacherNumber: people.teacherIDs
        case .planNumber: planIDs
        case .documentNumber: documentIDs
        case .school: keys.schools
        case .term(let name): keys.terms[name] ?? []
        case .semester, .schoolClass, .date, .minutes, .count, .mark, .name, .projectNumber,
            .evidenceReference:
            []
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

    /// Notes plans that are held back.
    public func hold(_ plans: Set<HeldPlan>) throws {
        for plan in plans {
            try database.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO heldPlan (delivery, planNumber, school, semester)
                    VALUES (?, ?, ?, ?)
                    """
            ).execute(arguments: [
                delivery, planIDs[plan.plan], keys.schools[plan.school], plan.semester,
            ])
        }
    }

    /// Notes records that name somebody without a good code.
    public func note(_ records: [UnidentifiedRecord]) throws {
        for record in records { try unidentified.note(record, delivery: delivery) }
    }

    /// Notes findings.
    public func report(_ findings: [Diagnostic]) throws {
        guard !findings.isEmpty else { return }
        let insert = try FindingInsert(database)
        for finding in findings { try insert.insert(finding, delivery: delivery) }
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

    /// Notes the schools that records name, by their places in the municipality's list.
    public func note(schools: Set<Int>, heldSchools: Set<Int>) {
        self.schools.formUnion(schools)
        self.heldSchools.formUnion(heldSchools)
    }

    /// Enters of which schools the delivery is; one of several is no one school's.
    private func finishSchools() throws {
        let all = description.school.map { [$0] } ?? schools.union(heldSchools).sorted()
        for school in all {
            try database.cachedStatement(
                sql: "INSERT INTO deliverySchool (delivery, school) VALUES (?, ?)"
            ).execute(arguments: [delivery, keys.schools[school]])
        }
        let single = schools.isEmpty ? heldSchools : schools
        guard description.school == nil, single.count == 1, let school = single.first else {
            return
        }
        try database.execute(
            sql: "UPDATE delivery SET school = ? WHERE id = ?",
            arguments: [keys.schools[school], delivery])
    }

    /// Completes the delivery: its schools and semester, its counts, and what it supersedes.
    public func finish() throws {
        try finishSchools()
        try database.cachedStatement(
            sql: """
                UPDATE delivery SET recordsRead = ?, recordsIgnored = ?, semester = ? WHERE id = ?
                """
        ).execute(arguments: [
            counts.read, counts.ignored, semesters.count == 1 ? semesters.first : nil, delivery,
        ])
        // The same bytes are never in force twice, though another source may have come to read them.
        try database.cachedStatement(
            sql: """
                UPDATE delivery SET supersededBy = :new,
                    supersededIn = (SELECT run FROM delivery WHERE id = :new)
                WHERE id <> :new AND supersededBy IS NULL
                    AND (sha256 = (SELECT sha256 FROM delivery WHERE id = :new)
                        OR (source, kind) = (SELECT source, kind FROM delivery WHERE id = :new)
                        AND (school IS (SELECT school FROM delivery WHERE id = :new)
                            OR (fileName = (SELECT fileName FROM delivery WHERE id = :new)
                                AND (school IS NULL OR
                                    (SELECT school FROM delivery WHERE id = :new) IS NULL)))
                        AND (semester IS (SELECT semester FROM delivery WHERE id = :new)
                            OR (fileName = (SELECT fileName FROM delivery WHERE id = :new)
                                AND (semester IS NULL OR
                                    (SELECT semester FROM delivery WHERE id = :new) IS NULL))))
                """
        ).execute(arguments: ["new": delivery])
        superseded = try Data.fetchAll(
            database.cachedStatement(
                sql: "SELECT sha256 FROM delivery WHERE supersededBy = ? ORDER BY id"),
            arguments: [delivery]
        ).map(Array.init)
        // What is held back whole takes no other file's place, but tells of which semester it is.
        if semesters.isEmpty, heldSemesters.count == 1 {
            try database.execute(
                sql: "UPDATE delivery SET semester = ? WHERE id = ?",
                arguments: [heldSemesters.first, delivery])
        }
        people.finish()
        unidentified.finish()
        answers.finish()
        // People whom a decision names may have come only now.
        try PeopleLinks.refresh(database)
        try Self.recount([delivery], in: database)
    }

    /// Returns what became of the records, as far as they are judged.
    public func storedCounts() throws -> DeliveryCounts {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM delivery WHERE id = ?"),
            arguments: [delivery])
        var counts = DeliveryCounts()
        counts.read = row?["recordsRead"] ?? 0
        counts.loaded = row?["recordsLoaded"] ?? 0
        counts.heldBack = row?["recordsHeldBack"] ?? 0
        counts.ignored = row?["recordsIgnored"] ?? 0
        return counts
    }

    /// Computes the counts of deliveries anew from what is held back.
    static func recount(_ deliveries: some Sequence<Int>, in database: Database) throws {
        for delivery in deliveries {
            try database.cachedStatement(
                sql: """
                    UPDATE delivery SET
                        recordsHeldBack =
                            (SELECT COUNT(*) FROM heldRecord WHERE delivery = :delivery),
                        recordsLoaded = recordsRead - recordsIgnored
                            - (SELECT COUNT(*) FROM heldRecord WHERE delivery = :delivery)
                    WHERE id = :delivery
                    """
            ).execute(arguments: ["delivery": delivery])
        }
    }
}

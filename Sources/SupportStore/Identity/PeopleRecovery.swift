import Foundation
import GRDB
public import PupilSupport

/// Finds out again who the people of a store are, by the files from which their records came.
///
/// Every fact leads by delivery and place to a record of an archived file, and that record names the
/// person by a code. What a file is read as comes in batches, file by file, in the order in which they
/// came.
public struct PeopleRecovery {
    private let store: SupportStore
    private var found: [PersonRole: [Int: Found]] = [:]
    private var keyed = KeyedPeople()
    private var answers: [FoundAnswers] = []
    private let vocabulary: Vocabulary?

    private var delivery: SourceDelivery?
    private var reader: AnswersReader
    private var pupils: [PersonIdentifier] = []
    private var teachers: [PersonIdentifier] = []
    private var firstNames: [PersonRole: [Int: GivenName]] = [:]
    private var named: [FactColumn: [Int: [Int]]] = [:]

    /// What was found of a person.
    private struct Found {
        let identifier: PersonIdentifier
        var name: GivenName?
        /// Whether another record of the person has another code.
        var isDoubtful = false
    }

    /// Sensitive answers, which the store does not have, with whose they are.
    private struct FoundAnswers {
        let delivery: Int
        let record: AnswersReader.Record
        let pupil: PersonIdentifier
    }

    /// A column of a table of facts that names people.
    private struct FactColumn: Hashable {
        let kind: RecordKind
        let column: String
        let role: PersonRole
    }

    /// Prepares to find out who the people of a store are.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - vocabulary: The words for sensitive answers, where there are any.
    public init(_ store: SupportStore, answers vocabulary: Vocabulary?) {
        self.store = store
        self.vocabulary = vocabulary
        reader = AnswersReader(vocabulary)
    }

    // MARK: - Reading a file

    /// Begins the file of a delivery.
    public mutating func begin(_ delivery: SourceDelivery) {
        self.delivery = delivery
        (pupils, teachers, firstNames, named) = ([], [], [:], [:])
        reader = AnswersReader(vocabulary)
    }

    /// Takes what a part of the file says.
    ///
    /// - Parameters:
    ///   - pupils: The pupils named for the first time in the file, in the order of their numbers.
    ///   - teachers: The teachers named for the first time.
    ///   - names: How people are named.
    ///   - references: The references of documents named for the first time.
    ///   - records: The records of the model.
    public mutating func add(
        pupils: [PersonIdentifier], teachers: [PersonIdentifier], names: [GivenName],
        references: [String], records: [ModelBatch]
    ) {
        self.pupils += pupils
        self.teachers += teachers
        reader.register(references)
        for name in names {
            let role: PersonRole = name.isTeacher ? .teacher : .pupil
            if firstNames[role, default: [:]][name.person] == nil {
                firstNames[role, default: [:]][name.person] = name
            }
        }
        for batch in records where !batch.kind.isInStore {
            guard let delivery, delivery.successor == nil else { continue }
            answers += reader.records(of: batch).map { record in
                FoundAnswers(
                    delivery: delivery.id, record: record, pupil: self.pupils[record.pupil])
            }
        }
        for batch in records {
            for (column, field) in Self.columns(of: batch.kind) {
                for (row, place) in batch.places.enumerated() {
                    let person = batch[row, field]
                    guard person != ModelBatch.missing else { continue }
                    named[column, default: [:]][number(of: place), default: []].append(person)
                }
            }
        }
    }

    /// Takes records that name somebody without a good code.
    public mutating func add(_ records: [UnidentifiedRecord]) throws {
        guard let delivery else { return }
        let place = delivery.sheet == nil ? "byte" : "line"
        for record in records {
            let rows = try store.pool.read { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT identity, nameKey FROM unidentifiedRecord
                        WHERE delivery = ? AND \(place) = ? AND role = ?
                        """,
                    arguments: [
                        delivery.id, number(of: record.place),
                        (record.person.isTeacher ? PersonRole.teacher : .pupil).rawValue,
                    ])
            }
            // Which of several is meant the place does not tell.
            guard rows.count == 1, let row = rows.first else { continue }
            keyed.add(
                record.person,
                for: .init(identity: Array(row["identity"] as Data), nameKey: row["nameKey"]))
        }
    }

    /// Compares what the file says with what the store has of it.
    public mutating func end() throws {
        guard let delivery else { return }
        for (column, numbers) in named {
            let stored = try rows(of: column, in: delivery)
            for (place, numbers) in numbers {
                guard let ids = stored[place] else { continue }
                for (id, number) in Self.pairs(ids, numbers) { note(id, number, column.role) }
            }
        }
        self.delivery = nil
    }

    /// A row of a sheet is known by its number: its offset depends on how the sheet is turned into text.
    private func number(of place: SourcePlace) -> Int {
        delivery?.sheet == nil ? place.byte : place.line
    }

    private static func columns(of kind: RecordKind) -> [(FactColumn, field: Int)] {
        kind.fields.enumerated().compactMap { index, field in
            guard let role = field.type.role else { return nil }
            return (FactColumn(kind: kind, column: field.column, role: role), index)
        }
    }

    /// What one record was split into names its people in the order in which it was loaded; where that is
    /// not so, only a record that names one person tells who it is.
    private static func pairs(_ ids: [Int], _ numbers: [Int]) -> [(id: Int, number: Int)] {
        if ids.count == numbers.count { return Array(zip(ids, numbers)) }
        guard Set(ids).count == 1, Set(numbers).count == 1 else { return [] }
        return [(ids[0], numbers[0])]
    }

    private func rows(of column: FactColumn, in delivery: SourceDelivery) throws -> [Int: [Int]] {
        let place = delivery.sheet == nil ? "byte" : "line"
        guard column.kind.isInStore else { return try rowsOfAnswers(in: delivery) }
        return try store.pool.read { database in
            var found: [Int: [Int]] = [:]
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(place) AS place, \(column.column) AS person FROM \(column.kind.table)
                    WHERE delivery = ? AND \(column.column) IS NOT NULL ORDER BY id
                    """, arguments: [delivery.id])
            while let row = try rows.next() {
                found[row["place"], default: []].append(row["person"])
            }
            return found
        }
    }

    /// The vault says openly of which record its answers are, though not what they say.
    private func rowsOfAnswers(in delivery: SourceDelivery) throws -> [Int: [Int]] {
        guard delivery.sheet == nil else { return [:] }
        let rows = try store.vault.database.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT byte, pupil FROM sensitiveAnswers WHERE delivery = ?",
                arguments: [delivery.id])
        }
        return Dictionary(grouping: rows) { $0["byte"] as Int }.mapValues { rows in
            rows.map { $0["pupil"] }
        }
    }

    private mutating func note(_ id: Int, _ number: Int, _ role: PersonRole) {
        let identifiers = role == .pupil ? pupils : teachers
        guard identifiers.indices.contains(number) else { return }
        let identifier = identifiers[number]
        let name = firstNames[role]?[number]
        guard var known = found[role]?[id] else {
            found[role, default: [:]][id] = Found(identifier: identifier, name: name)
            return
        }
        known.isDoubtful = known.isDoubtful || known.identifier != identifier
        known.name = known.name ?? name
        found[role]?[id] = known
    }

    // MARK: - What was found

    /// Returns who the people are; of whom two records have different codes nothing is said.
    ///
    /// Several numbers that have one code are one person where nobody could name all but one of them, so that a
    /// later file could not know them again. Otherwise nothing is said of them.
    ///
    /// - Throws: What keeps the store from being read.
    public func people() throws -> KeyedPeople {
        var people = keyed
        for (role, found) in found {
            let unrecovered = try store.unrecoveredPeople(role)
            let sure = found.filter { !$0.value.isDoubtful }
            for (identifier, ids) in Dictionary(grouping: sure.keys, by: { sure[$0]?.identifier }) {
                guard let identifier, let kept = ids.min(),
                    ids.count(where: { !unrecovered.contains($0) }) < 2 || ids.count == 1
                else { continue }
                let name = ids.sorted().lazy.compactMap { sure[$0]?.name }.first
                people.identities[role, default: [:]][kept] = VaultAccess.Identity([
                    identifier.scope, identifier.text, name?.givenName ?? "",
                    name?.familyName ?? "",
                ])
                for id in ids where id != kept { people.joined[role, default: [:]][id] = kept }
            }
        }
        let pupils = Dictionary(
            (people.identities[.pupil] ?? [:]).map { id, person in
                (PersonIdentifier(scope: person.scope, text: person.text), id)
            }, uniquingKeysWith: { first, _ in first })
        people.answers = answers.compactMap { found in
            pupils[found.pupil].map { id in
                StoredAnswers(
                    delivery: found.delivery, byte: found.record.byte, pupil: id,
                    answers: found.record.answers)
            }
        }
        return people
    }
}

import Foundation
import GRDB
public import PupilSupport

/// A record of the model that is a person's, with its values.
public struct PersonRecord: Sendable {
    /// A value as the model means it.
    public enum Value: Hashable, Sendable {
        /// Nothing is there.
        case none
        /// A number, a day or another integer of the field's type.
        case integer(Int)
        /// The code of a term or a school, or the number of a plan.
        case text(String)
        /// Somebody, as command lines name them.
        case person(String)
    }

    /// The kind of record.
    public let kind: RecordKind
    /// The values, in the order of the kind's fields.
    public let values: [(field: ModelField, value: Value)]
    /// The number of the delivery.
    public let delivery: Int
    /// The physical line of the first byte, or the row of the sheet.
    public let line: Int
    /// The offset of the first byte.
    public let byte: Int
    /// Whether it is held back.
    public let isHeld: Bool
}

/// Which rows of the facts are a person's.
struct PersonCondition {
    let role: PersonRole
    let ids: [Int]

    private var list: String { ids.map(String.init).joined(separator: ", ") }

    /// The plans that are this pupil's and nobody else's.
    var plans: String {
        """
        SELECT planNumber FROM plan WHERE pupil IN (\(list))
        EXCEPT SELECT planNumber FROM plan WHERE pupil NOT IN (\(list))
        """
    }

    /// The condition for the rows of a kind, or `nil` when it names nobody of the role.
    func sql(_ kind: RecordKind) -> String? {
        switch (role, kind) {
        case (.pupil, .pupil), (.pupil, .enrolment), (.pupil, .plan), (.pupil, .session),
            (.pupil, .mark), (.pupil, .absence), (.pupil, .need):
            "pupil IN (\(list))"
        case (.pupil, .planRisk), (.pupil, .planMeasure), (.pupil, .planResult):
            "planNumber IN (\(plans))"
        case (.teacher, .session): "teacher IN (\(list))"
        case (.teacher, .staffMember): "teacher IN (\(list)) OR staffNumber IN (\(list))"
        default: nil
        }
    }
}

extension SupportStore {
    /// Returns all records of a person, of all deliveries, by kind, delivery and place.
    public func records(of person: StoredPerson) throws -> [PersonRecord] {
        try pool.read { database in
            let texts = try FactTexts(database)
            let condition = PersonCondition(role: person.role, ids: person.ids)
            return try RecordKind.inStore.flatMap { kind -> [PersonRecord] in
                guard let sql = condition.sql(kind) else { return [] }
                let fields = kind.fields.filter(\.isStored)
                return try Row.fetchAll(
                    database,
                    sql: "SELECT * FROM \(kind.table) WHERE \(sql) ORDER BY delivery, byte, id"
                ).map { row in
                    PersonRecord(
                        kind: kind,
                        values: try fields.map {
                            ($0, try texts.value($0, row[$0.column] as Int?))
                        }, delivery: row["delivery"], line: row["line"], byte: row["byte"],
                        isHeld: row["isHeld"])
                }
            }
        }
    }
}

/// Turns the keys of facts into what they stand for.
private struct FactTexts {
    private let database: Database
    private let terms: [Int: String]
    private let schools: [Int: String]

    init(_ database: Database) throws {
        self.database = database
        func texts(_ sql: String) throws -> [Int: String] {
            Dictionary(
                try Row.fetchAll(database, sql: sql).map { ($0[0] as Int, $0[1] as String) },
                uniquingKeysWith: { $1 })
        }
        terms = try texts("SELECT id, code FROM term")
        schools = try texts("SELECT id, code FROM school")
    }

    func value(_ field: ModelField, _ value: Int?) throws -> PersonRecord.Value {
        guard let value else { return .none }
        switch field.type {
        case .term: return .text(terms[value] ?? "?")
        case .school: return .text(schools[value] ?? "?")
        case .planNumber:
            let number = try String.fetchOne(
                database.cachedStatement(sql: "SELECT number FROM planNumber WHERE id = ?"),
                arguments: [value])
            return .text(number ?? "?")
        case .documentNumber:
            let number = try String.fetchOne(
                database.cachedStatement(sql: "SELECT number FROM documentNumber WHERE id = ?"),
                arguments: [value])
            return .text(number ?? "?")
        case .pupil: return .person(try reference(.pupil, value))
        case .teacher, .teacherNumber: return .person(try reference(.teacher, value))
        default: return .integer(value)
        }
    }

    private func reference(_ role: PersonRole, _ id: Int) throws -> String {
        let pseudonym = try Data.fetchOne(
            database.cachedStatement(sql: "SELECT pseudonym FROM \(role.rawValue) WHERE id = ?"),
            arguments: [id])
        return pseudonym.map { PersonReference.text(role, Array($0)) } ?? "?"
    }
}

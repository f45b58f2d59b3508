import Foundation
import GRDB
public import PupilSupport

/// A record that is held back, of whatever delivery.
public struct HeldTrace: Hashable, Sendable {
    /// The number of the delivery.
    public let delivery: Int
    /// The physical line of the first byte, or the row of the sheet.
    public let line: Int
    /// The offset of the first byte.
    public let byte: Int
    /// Whether records of the model were made of it.
    public let isJudged: Bool
}

/// Where the store holds something of a person.
public struct PersonTraces: Sendable {
    /// The first bytes of the records of each delivery of which facts were made.
    public let facts: [Int: [Int: Int]]
    /// The first bytes and lines of records that name the person without a good code.
    public let unidentified: [Int: [Int: Int]]
    /// The records held back, of everybody.
    public let held: [HeldTrace]
    /// The first bytes of records that were left out because they repeat others, of everybody.
    public let repeated: [Int: Set<Int>]
    /// The number of facts by kind.
    public let counts: [RecordKind: Int]
}

extension SupportStore {
    /// Returns where the store holds something of a person.
    ///
    /// - Parameter repetition: The code of the rule for a record that repeats another.
    public func traces(of person: StoredPerson, repetition: String) throws -> PersonTraces {
        try pool.read { database in
            let condition = PersonCondition(role: person.role, ids: person.ids)
            var facts: [Int: [Int: Int]] = [:]
            var counts: [RecordKind: Int] = [:]
            for kind in RecordKind.inStore {
                guard !person.ids.isEmpty, let sql = condition.sql(kind) else { continue }
                let rows = try Row.fetchAll(
                    database, sql: "SELECT delivery, byte, line FROM \(kind.table) WHERE \(sql)")
                if !rows.isEmpty { counts[kind] = rows.count }
                for row in rows { facts[row["delivery"], default: [:]][row["byte"]] = row["line"] }
            }
            var unidentified: [Int: [Int: Int]] = [:]
            for identity in person.identities {
                for row in try Row.fetchAll(
                    database,
                    sql: "SELECT delivery, byte, line FROM unidentifiedRecord WHERE identity = ?",
                    arguments: [Data(identity)])
                {
                    unidentified[row["delivery"], default: [:]][row["byte"]] = row["line"]
                }
            }
            let held = try Row.fetchAll(
                database,
                sql: """
                    SELECT delivery, line, byte, judgedSchool IS NOT NULL AS isJudged
                    FROM heldRecord ORDER BY delivery, byte
                    """
            ).map {
                HeldTrace(
                    delivery: $0["delivery"], line: $0["line"], byte: $0["byte"],
                    isJudged: $0["isJudged"])
            }
            var repeated: [Int: Set<Int>] = [:]
            for row in try Row.fetchAll(
                database,
                sql: """
                    SELECT delivery, recordByte FROM finding
                    WHERE rule = ? AND recordByte IS NOT NULL
                    """, arguments: [repetition])
            {
                repeated[row["delivery"], default: []].insert(row["recordByte"])
            }
            return PersonTraces(
                facts: facts, unidentified: unidentified, held: held, repeated: repeated,
                counts: counts)
        }
    }

    /// Whether anything was made of a record.
    public func hasFacts(delivery: Int, byte: Int) throws -> Bool {
        try pool.read { database in
            try RecordKind.inStore.contains { kind in
                try Bool.fetchOne(
                    database,
                    sql: """
                        SELECT EXISTS (
                            SELECT 1 FROM \(kind.table) WHERE delivery = ? AND byte = ?)
                        """, arguments: [delivery, byte]) ?? false
            }
        }
    }

    /// Returns all deliveries, those that others took the place of included, in the order of their numbers.
    public func sourceDeliveries() throws -> [SourceDelivery] {
        try reader.read { try $0.sourceDeliveries() }
    }
}

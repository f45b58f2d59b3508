import Foundation
import GRDB

/// What people decided and accepted about a person and their records.
public struct PersonTrails: Sendable {
    /// The history of a record that is or was held back.
    public struct Held: Sendable {
        /// Its number.
        public let id: Int
        /// The number of the delivery that held it back last.
        public let delivery: Int
        /// The physical line, or the row of the sheet.
        public let line: Int
        /// The offset of the first byte.
        public let byte: Int
        /// The codes of the rules.
        public let rules: [String]
        /// What became of it: `held`, `released` or `replaced`.
        public let state: String
        /// The number of runs that held it back.
        public let attempts: Int
    }

    /// A warning that somebody accepted.
    public struct Accepted: Sendable {
        /// Its number.
        public let id: Int
        /// The code of the rule.
        public let rule: String
        /// Who accepted it.
        public let author: String
        /// Why.
        public let reason: String
    }

    /// The decisions, those taken back included.
    public let decisions: [PeopleDecision]
    /// The histories.
    public let held: [Held]
    /// The warnings.
    public let accepted: [Accepted]
    /// What was found in the records.
    public let findings: [StoredFinding]
}

extension SupportStore {
    /// Returns what was decided and found about a person.
    ///
    /// - Parameter places: The first bytes of the person's records, by delivery.
    public func trails(
        of person: StoredPerson, at places: [Int: Set<Int>]
    ) throws -> PersonTrails {
        try pool.read { database in
            let keys = Set(person.pseudonyms + person.identities)
            let decisions = try PeopleDecision.all(in: database).filter {
                keys.contains($0.first) || keys.contains($0.second)
            }
            var held: [Int: PersonTrails.Held] = [:]
            var accepted: [Int: PersonTrails.Accepted] = [:]
            var findings: [StoredFinding] = []
            for (delivery, bytes) in places.sorted(by: { $0.key < $1.key }) {
                for row in try Row.fetchAll(
                    database,
                    sql: """
                        SELECT q.* FROM quarantine AS q JOIN delivery AS d
                            ON d.sha256 = q.sha256 AND COALESCE(d.sheet, '') = q.sheet
                        WHERE d.id = ?
                        """, arguments: [delivery])
                where bytes.contains(row["byte"]) {
                    let rules: String = row["rules"]
                    held[row["id"]] = PersonTrails.Held(
                        id: row["id"], delivery: row["delivery"], line: row["line"],
                        byte: row["byte"],
                        rules: rules.split(separator: ",").map(String.init).sorted(),
                        state: row["ending"] ?? "held", attempts: row["attempts"])
                }
                for row in try Row.fetchAll(
                    database,
                    sql: """
                        SELECT a.* FROM acknowledgement AS a JOIN delivery AS d
                            ON d.sha256 = a.sha256 AND COALESCE(d.sheet, '') = a.sheet
                        WHERE d.id = ? AND d.sheet IS NULL AND a.place IS NOT NULL
                        """, arguments: [delivery])
                where bytes.contains(row["place"]) {
                    accepted[row["id"]] = PersonTrails.Accepted(
                        id: row["id"], rule: row["rule"], author: row["author"],
                        reason: row["reason"])
                }
                findings += try Row.fetchAll(
                    database,
                    sql: """
                        SELECT f.*, h.id IS NOT NULL AS isHeld, NULL AS judgedSchoolCode
                        FROM finding AS f
                        LEFT JOIN heldRecord AS h
                            ON h.delivery = f.delivery AND h.byte = f.recordByte
                        WHERE f.delivery = ? ORDER BY f.line, f.byte, f.rule
                        """, arguments: [delivery]
                ).map(StoredFinding.init).filter { $0.record.map(bytes.contains) ?? false }
            }
            return PersonTrails(
                decisions: decisions, held: held.values.sorted { $0.id < $1.id },
                accepted: accepted.values.sorted { $0.id < $1.id }, findings: findings)
        }
    }
}

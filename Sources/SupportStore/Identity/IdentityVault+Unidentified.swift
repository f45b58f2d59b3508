import Foundation
import GRDB
import PupilSupport

extension IdentityVault {
    /// What held records say of somebody without a good code.
    struct Unidentified: Sendable {
        let identity: [UInt8]
        let nameKey: Int?
        let person: UnidentifiedPerson
    }

    /// Seals what held records say; what is sealed already stays.
    func seal(_ entries: [Unidentified], in database: Database) throws {
        for entry in entries {
            let person = entry.person
            let sealed = try key.seal(person.sealedTexts)
            try database.execute(
                sql: """
                    INSERT OR IGNORE INTO unidentified (identity, nameKey, sealed)
                    VALUES (?, ?, ?)
                    """,
                arguments: [Data(entry.identity), entry.nameKey ?? 0, Data(sealed)])
        }
    }

    /// Opens what records say of all who are unidentified, by their identity and name.
    func openUnidentified() throws -> [Unidentified] {
        let rows = try database.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM unidentified")
        }
        return try rows.compactMap { row in
            let texts = try key.open(row["sealed"] as Data)
            guard texts.count == 7 else { return nil }
            let nameKey: Int = row["nameKey"]
            return Unidentified(
                identity: Array(row["identity"] as Data), nameKey: nameKey == 0 ? nil : nameKey,
                person: UnidentifiedPerson(
                    isTeacher: texts[0] == "teacher", school: texts[1], code: texts[2],
                    givenName: texts[3], familyName: texts[4], birthDate: CivilDate(iso: texts[5]),
                    schoolClass: Int(texts[6])))
        }
    }

    /// Opens the entries of everybody of a role, by their numbers in the store.
    func openAll(role: PersonRole) throws -> [Int: [String]] {
        let rows = try database.read { database in
            try Row.fetchAll(database, sql: "SELECT id, sealed FROM \(role.rawValue)")
        }
        return try Dictionary(
            rows.map { ($0["id"] as Int, try key.open($0["sealed"] as Data)) },
            uniquingKeysWith: { $1 })
    }
}

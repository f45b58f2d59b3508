import Foundation
import GRDB
import PupilSupport

/// Reads who is known and who is not.
struct RegisterReader {
    let database: Database
    let decided: DecidedPeople
    let sealed: [[UInt8]: [IdentityVault.Unidentified]]

    // MARK: - Known people

    func known(_ role: PersonRole, entries: [Int: VaultAccess.Identity]) throws -> [KnownPerson] {
        let births = role == .pupil ? try birthDates() : [:]
        let places = try schools(role)
        return try Row.fetchAll(database, sql: "SELECT id, pseudonym FROM \(role.rawValue)")
            .compactMap { row in
                let id: Int = row["id"]
                let pseudonym = Array(row["pseudonym"] as Data)
                guard let entry = entries[id] else { return nil }
                return KnownPerson(
                    reference: PersonReference.text(role, pseudonym),
                    survivor: PersonReference.text(role, decided.survivor(of: pseudonym)),
                    role: role, identifier: PersonIdentifier(scope: entry.scope, text: entry.text),
                    givenName: entry.givenName, familyName: entry.familyName,
                    birthDates: births[id] ?? [],
                    schools: places[id]?.schools ?? [], classes: places[id]?.classes ?? [])
            }
    }

    private func birthDates() throws -> [Int: Set<CivilDate>] {
        var dates: [Int: Set<CivilDate>] = [:]
        for row in try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT f.pupil, f.birthDate FROM pupilRecord AS f
                JOIN delivery AS d ON d.id = f.delivery
                WHERE d.supersededBy IS NULL AND f.birthDate IS NOT NULL
                """)
        {
            guard let date = CivilDate(storedValue: row["birthDate"]) else { continue }
            dates[row["pupil"], default: []].insert(date)
        }
        return dates
    }

    private func schools(
        _ role: PersonRole
    ) throws -> [Int: (schools: Set<String>, classes: Set<Int>)] {
        let kinds: [RecordKind] =
            switch role {
            case .pupil: [.enrolment, .plan, .session, .mark, .absence, .need]
            case .teacher: [.session, .staffMember]
            }
        var found: [Int: (schools: Set<String>, classes: Set<Int>)] = [:]
        for kind in kinds {
            let hasClass = kind == .enrolment
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT f.\(role.rawValue) AS person, s.code,
                        \(hasClass ? "f.class" : "NULL") AS class
                    FROM \(kind.table) AS f JOIN delivery AS d ON d.id = f.delivery
                    JOIN school AS s ON s.id = f.school WHERE d.supersededBy IS NULL
                    """)
            for row in rows {
                let id: Int = row["person"]
                found[id, default: ([], [])].schools.insert(row["code"])
                if let schoolClass: Int = row["class"] {
                    found[id]?.classes.insert(schoolClass)
                }
            }
        }
        return found
    }

    // MARK: - Unidentified people

    func unidentified() throws -> [UnidentifiedGroup] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT u.identity, u.role, u.nameKey, d.fileName, u.line
                FROM unidentifiedRecord AS u JOIN delivery AS d ON d.id = u.delivery
                WHERE d.supersededBy IS NULL AND u.decision IS NULL
                ORDER BY d.fileName, d.id, u.line, u.byte, u.identity
                """)
        var order: [[UInt8]] = []
        var groups: [[UInt8]: [Row]] = [:]
        for row in rows {
            let identity = Array(row["identity"] as Data)
            if groups[identity] == nil { order.append(identity) }
            groups[identity, default: []].append(row)
        }
        return order.compactMap { identity in
            guard let rows = groups[identity], let first = rows.first,
                let role = PersonRole(rawValue: first["role"])
            else { return nil }
            let names = Set(rows.map { $0["nameKey"] as Int? })
            let people = (sealed[identity] ?? []).filter { names.contains($0.nameKey) }
                .sorted { ($0.nameKey ?? 0) < ($1.nameKey ?? 0) }.map(\.person)
            return UnidentifiedGroup(
                reference: PersonReference.text(nil, identity), role: role, people: people,
                places: rows.map { ($0["fileName"], $0["line"]) })
        }
    }

    // MARK: - Who never is whom

    /// The pairs of references, those who are one with either included.
    func parts(_ decisions: [PeopleDecision]) -> Set<[String]> {
        var parts: Set<[String]> = []
        for part in decisions where part.kind == .part && part.undone == nil {
            for first in decided.everybody(with: part.first) {
                for second in decided.everybody(with: part.second) {
                    parts.insert([
                        PersonReference.text(part.role, first),
                        second == part.second
                            ? part.secondReference : PersonReference.text(part.role, second),
                    ])
                }
            }
        }
        return parts
    }
}

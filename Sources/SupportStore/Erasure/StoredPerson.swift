import Foundation
import GRDB
public import PupilSupport

/// Somebody whom a personal code names, with everybody who was decided to be the same person.
public struct StoredPerson: Sendable {
    /// What the person is.
    public let role: PersonRole
    /// The code by which they were asked for.
    public let code: PersonalCode
    /// The numbers of the person in the store; none when no record that counts names them.
    public let ids: [Int]
    /// What is sealed of the person.
    let entries: [PersonVault.Entry]
    /// The pseudonyms, in the order of ``ids``.
    let pseudonyms: [[UInt8]]
    /// The keyed values of those whom decisions say to be this person.
    let identities: [[UInt8]]
    /// The code, those of the vault and what records without a good code give.
    public let codes: [String]
    /// The names under which the vault knows the person.
    public let names: [Needles.Name]
    /// Whether somebody else bears one of the names, so that a name alone does not tell whom it means.
    public let isNameShared: Bool

    /// Whether the store or the vault knows the person.
    public var isKnown: Bool { !ids.isEmpty }

    /// How command lines name the person, one for each code.
    public var references: [String] { pseudonyms.map { PersonReference.text(role, $0) } }

    /// What the vault has sealed of the person, one for each code.
    public var sealed: [(code: String, givenName: String, familyName: String)] {
        entries.map { ($0.text, $0.givenName, $0.familyName) }
    }

    /// What is looked for in files.
    public var needles: Needles {
        Needles(codes: codes, names: isNameShared ? [] : names, values: pseudonyms)
    }
}

extension SupportStore {
    /// Finds somebody by personal code, opening the vault.
    ///
    /// - Parameter purpose: What for; the access log keeps it.
    public func person(
        _ role: PersonRole, _ code: PersonalCode, for purpose: VaultPurpose
    ) throws -> StoredPerson {
        let vault = try PersonVault(self, for: purpose)
        let asked = key.pseudonym(
            role: role.rawValue, scope: PersonIdentifier.personalCode, text: code.digits)
        let found = try pool.read { database in
            try PersonFinder(database: database, role: role).run(asked)
        }
        let entries = try found.ids.compactMap { try vault.read(role, id: $0) }
        let unidentified = try found.identities.flatMap { try vault.readUnidentified($0) }
        var codes = [code.digits]
        for text in entries.map(\.text) + unidentified.compactMap({ $0.count > 2 ? $0[2] : nil })
        where !codes.contains(text) && text.count > 4 && !Self.isStaffNumber(text, in: entries) {
            codes.append(text)
        }
        let names = Set(entries.map { Needles.Name(given: $0.givenName, family: $0.familyName) })
            .filter { !$0.given.isEmpty && !$0.family.isEmpty }
            .sorted { ($0.family, $0.given) < ($1.family, $1.given) }
        let own = Set(found.ids)
        let others = try PersonRole.allCases.flatMap { try vault.readAll($0) }.filter {
            $0.role != role.rawValue || !own.contains($0.id)
        }
        let folded = Set(names.map { FoldedName($0.given, $0.family).text })
        return StoredPerson(
            role: role, code: code, ids: found.ids, entries: entries,
            pseudonyms: found.pseudonyms, identities: found.identities, codes: codes,
            names: names,
            isNameShared: others.contains {
                folded.contains(FoldedName($0.givenName, $0.familyName).text)
            })
    }

    private static func isStaffNumber(_ text: String, in entries: [PersonVault.Entry]) -> Bool {
        entries.contains { entry in
            entry.text == text
                && PersonIdentifier(scope: entry.scope, text: entry.text).isStaffNumber
        }
    }
}

/// Finds the numbers of a person and of those who are one with them.
struct PersonFinder {
    let database: Database
    let role: PersonRole

    struct Found {
        var ids: [Int] = []
        var pseudonyms: [[UInt8]] = []
        var identities: [[UInt8]] = []
    }

    func run(_ pseudonym: [UInt8]) throws -> Found {
        var found = Found()
        let decisions = try PeopleDecision.all(in: database)
        let decided = DecidedPeople(decisions)
        let everybody = decided.everybody(with: pseudonym)
        for person in everybody.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            if let id = try number(of: person) {
                found.ids.append(id)
                found.pseudonyms.append(person)
            }
        }
        found.identities = decisions.filter {
            $0.isUnidentified && $0.kind == .link && $0.undone == nil && $0.role == role
                && everybody.contains($0.first)
        }.map(\.second)
        // A staff number that a list resolves to the person is the person.
        if role == .teacher, !found.ids.isEmpty {
            let list = found.ids.map(String.init).joined(separator: ", ")
            for row in try Row.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT t.id, t.pseudonym FROM staffMember AS s
                    JOIN teacher AS t ON t.id = s.staffNumber
                    WHERE s.teacher IN (\(list)) AND t.id NOT IN (\(list))
                        AND NOT EXISTS (SELECT 1 FROM staffMember AS o
                            WHERE o.staffNumber = t.id AND o.teacher NOT IN (\(list)))
                    """)
            {
                found.ids.append(row["id"])
                found.pseudonyms.append(Array(row["pseudonym"] as Data))
            }
        }
        return found
    }

    private func number(of person: [UInt8]) throws -> Int? {
        try Int.fetchOne(
            database, sql: "SELECT id FROM \(role.rawValue) WHERE pseudonym = ?",
            arguments: [Data(person)])
    }
}

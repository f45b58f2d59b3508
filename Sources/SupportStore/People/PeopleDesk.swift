import Crypto
import Foundation
import GRDB

/// Decides about people within one transaction.
struct PeopleDesk {
    let database: Database
    let store: SupportStore
    let run: Int?

    /// Somebody whom a reference names.
    struct Party {
        let reference: String
        let role: PersonRole
        /// The pseudonym or the identity.
        let key: [UInt8]
        let isUnidentified: Bool
        /// The number of the person in the store.
        let id: Int?
    }

    // MARK: - Who is meant

    func party(_ reference: PersonReference) throws -> Party {
        let rows: [Row]
        let shown: String
        if let role = reference.role {
            shown = "\(role.letter)-\(reference.digits)"
            rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT '\(role.rawValue)' AS role, pseudonym AS value, id FROM \(role.rawValue)
                    WHERE HEX(pseudonym) LIKE ? || '%' LIMIT 2
                    """, arguments: [reference.digits])
        } else {
            shown = "U-\(reference.digits)"
            rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT role, identity AS value, NULL AS id FROM unidentifiedRecord
                    WHERE HEX(identity) LIKE :digits || '%'
                    UNION SELECT role, second, NULL FROM peopleDecision
                    WHERE isUnidentified = 1 AND HEX(second) LIKE :digits || '%' LIMIT 2
                    """, arguments: ["digits": reference.digits])
        }
        guard let row = rows.first, let role = PersonRole(rawValue: row["role"]) else {
            throw PeopleProblem.unknown(reference: shown)
        }
        guard rows.count == 1 else { throw PeopleProblem.ambiguous(reference: shown) }
        let key = Array(row["value"] as Data)
        return Party(
            reference: PersonReference.text(reference.role, key), role: role, key: key,
            isUnidentified: reference.role == nil, id: row["id"])
    }

    /// Returns two parties that something can be decided of, a known one first.
    private func parties(
        _ first: PersonReference, _ second: PersonReference
    ) throws -> (Party, Party) {
        let (first, second) = (try party(first), try party(second))
        guard first.role == second.role, first.key != second.key,
            !first.isUnidentified || !second.isUnidentified
        else {
            throw PeopleProblem.unfit(first: first.reference, second: second.reference)
        }
        return first.isUnidentified ? (second, first) : (first, second)
    }

    private func decided() throws -> DecidedPeople {
        DecidedPeople(try PeopleDecision.all(in: database))
    }

    // MARK: - Deciding

    /// Says that two are one person; the second becomes a tombstone of the first.
    func link(
        _ first: PersonReference, _ second: PersonReference,
        by signature: PeopleDecision.Signature
    ) throws -> PeopleChange {
        let (first, second) = try parties(first, second)
        let decided = try decided()
        if let link = decided.link(of: second.key) {
            throw PeopleProblem.linkedBefore(
                reference: second.reference, to: link.firstReference, decision: link.id)
        }
        guard decided.survivor(of: first.key) != second.key else {
            throw PeopleProblem.alreadyOne(first: first.reference, second: second.reference)
        }
        let people = decided.everybody(with: first.key)
        let others = decided.everybody(with: second.key)
        if let part = decided.part(between: people, and: others) {
            throw PeopleProblem.parted(
                first: part.firstReference, second: part.secondReference, decision: part.id)
        }
        var nameKey: Int?
        var sealed: [UInt8]?
        if second.isUnidentified {
            nameKey = try onlyName(of: second)
            sealed = try sealedIdentifier(of: first)
        }
        let decision = try enter(
            .link, first, second, nameKey: nameKey, sealed: sealed, by: signature)
        return try change(decision, people: people.union(others))
    }

    /// Says that two are never the same person, and takes a link between them back.
    func part(
        _ first: PersonReference, _ second: PersonReference,
        by signature: PeopleDecision.Signature
    ) throws -> PeopleChange {
        let (first, second) = try parties(first, second)
        let decided = try decided()
        if let part = decided.part(between: [first.key], and: [second.key]) {
            throw PeopleProblem.parted(
                first: part.firstReference, second: part.secondReference, decision: part.id)
        }
        let people = decided.everybody(with: first.key)
        let direct = [decided.link(of: second.key), decided.link(of: first.key)].compactMap(\.self)
            .first { Set([$0.first, $0.second]) == Set([first.key, second.key]) }
        if let direct {
            try takeBack(direct, by: signature)
        } else if people.contains(second.key) {
            throw PeopleProblem.linkedThroughOthers(
                first: first.reference, second: second.reference,
                decisions: decided.links(among: people).map(\.id))
        }
        let decision = try enter(.part, first, second, nameKey: nil, sealed: nil, by: signature)
        return try change(decision, people: direct == nil ? [] : people)
    }

    /// Takes a decision back.
    func undo(_ number: Int, by signature: PeopleDecision.Signature) throws -> PeopleChange {
        let decisions = try PeopleDecision.all(in: database)
        guard let decision = decisions.first(where: { $0.id == number }) else {
            throw PeopleProblem.noDecision(number)
        }
        guard decision.undone == nil else { throw PeopleProblem.undoneBefore(number) }
        let people = DecidedPeople(decisions).everybody(with: decision.first)
        try takeBack(decision, by: signature)
        return try change(decision, people: decision.kind == .part ? [] : people)
    }

    private func enter(
        _ kind: PeopleDecision.Kind, _ first: Party, _ second: Party, nameKey: Int?,
        sealed: [UInt8]?, by signature: PeopleDecision.Signature
    ) throws -> PeopleDecision {
        let last = try Int.fetchOne(database, sql: "SELECT MAX(id) FROM peopleDecision") ?? 0
        let decision = PeopleDecision(
            id: last + 1, kind: kind, role: first.role, first: first.key, second: second.key,
            isUnidentified: second.isUnidentified, nameKey: nameKey, sealed: sealed,
            signature: signature, run: run)
        try decision.insert(into: database)
        return decision
    }

    private func takeBack(
        _ decision: PeopleDecision, by signature: PeopleDecision.Signature
    ) throws {
        try database.execute(
            sql: """
                UPDATE peopleDecision SET undoneIn = ?, undoneAt = ?, undoneBy = ?, undoneFor = ?
                WHERE id = ?
                """,
            arguments: [run, signature.moment, signature.author, signature.reason, decision.id])
    }

    // MARK: - What a decision changes

    private func change(
        _ decision: PeopleDecision, people: Set<[UInt8]>
    ) throws -> PeopleChange {
        let entered =
            try PeopleDecision.all(in: database).first { $0.id == decision.id } ?? decision
        guard !people.isEmpty else { return PeopleChange(decision: entered, touched: []) }
        if decision.isUnidentified {
            try StaleDeliveries.add(naming: decision.second, in: database)
            return PeopleChange(decision: entered, touched: [])
        }
        try PeopleLinks.refresh(database)
        return PeopleChange(
            decision: entered,
            touched: try TouchedByPeople(database: database).schoolSemesters(
                of: people, role: decision.role))
    }

    // MARK: - Unidentified people

    /// Returns the one name that the held records bear; `nil` when they bear none.
    private func onlyName(of party: Party) throws -> Int? {
        let keys = try Int.fetchAll(
            database,
            sql: """
                SELECT DISTINCT u.nameKey FROM unidentifiedRecord AS u
                JOIN delivery AS d ON d.id = u.delivery
                WHERE u.identity = ? AND u.nameKey IS NOT NULL AND d.supersededBy IS NULL
                """, arguments: [Data(party.key)])
        guard keys.count < 2 else {
            throw PeopleProblem.severalNames(reference: party.reference)
        }
        return keys.first
    }

    /// Returns the identifier of a known person, sealed.
    private func sealedIdentifier(of party: Party) throws -> [UInt8] {
        let purpose = VaultPurpose(
            command: "people link", purpose: "read held records as a known person's")
        guard let id = party.id,
            let entry = try store.openVault(for: purpose).openIdentity(role: party.role, id: id)
        else { throw PeopleProblem.codeUnknown(reference: party.reference) }
        return try store.key.seal([entry.scope, entry.text])
    }
}

import Foundation
import GRDB
import PupilSupport

/// Keys a store and its vault anew; whatever cannot be computed stays as it is and is counted.
struct Rekeying {
    /// The new key.
    let key: IdentityKey
    /// The key before; `nil` when it is lost.
    let oldKey: IdentityKey?
    /// What the values are computed from.
    let people: KeyedPeople
    /// Now, in seconds since 1970.
    let moment: Int
    /// The key of the archive, which opens what the store's key before would; `nil` when it cannot be had.
    let archiveKey: ArchiveKey?

    /// What could not be keyed anew.
    struct Leftovers: Sendable {
        /// The people, by role; they keep their numbers and what is counted of them.
        var people: [PersonRole: [Int]] = [:]
        /// The number of people of whom the store has nothing but their numbers.
        var peopleWithoutRecords = 0
        /// The number of held records that name somebody.
        var records = 0
        /// The number of decisions about people.
        var decisions = 0
        /// The numbers of the acknowledgements that hold for their own file only from now on.
        var acknowledgements: [Int] = []
        /// The schools and semesters of people who had two numbers, to be judged anew.
        var touched: [(school: Int, semester: Semester)] = []
    }

    // MARK: - The vault

    /// Seals everything under the new key into the tables beside the vault's own.
    func fill(_ vault: Database) throws {
        for (role, identities) in people.identities {
            let insert = try vault.makeStatement(
                sql: "INSERT INTO \(role.rawValue)Next (id, sealed) VALUES (?, ?)")
            for (id, person) in identities.sorted(by: { $0.key < $1.key }) {
                let sealed = try key.seal([
                    person.scope, person.text, person.givenName, person.familyName,
                ])
                try insert.execute(arguments: [id, Data(sealed)])
            }
        }
        let insert = try vault.makeStatement(
            sql: """
                INSERT OR IGNORE INTO unidentifiedNext (identity, nameKey, sealed) VALUES (?, ?, ?)
                """)
        for person in people.unidentified.values {
            guard let identity = key.identity(of: person) else { continue }
            let sealed = try key.seal(person.sealedTexts)
            try insert.execute(
                arguments: [Data(identity), key.nameKey(person.name) ?? 0, Data(sealed)])
        }
        for answers in people.answers {
            try answers.insert(into: "sensitiveAnswersNext", of: vault, sealedWith: key)
        }
    }

    // MARK: - The store

    /// Keys the store within one transaction.
    ///
    /// - Returns: What could not be keyed anew.
    func apply(to store: Database) throws -> Leftovers {
        var leftovers = Leftovers()
        var pseudonyms: [[UInt8]: (new: [UInt8], identity: VaultAccess.Identity)] = [:]
        let joining = JoinedNumbers(people.joined, database: store)
        leftovers.touched = try joining.touched()
        for role in PersonRole.allCases {
            let known = people.identities[role] ?? [:]
            let joined = people.joined[role] ?? [:]
            let update = try store.makeStatement(
                sql: "UPDATE \(role.rawValue) SET pseudonym = ?, nameKey = ? WHERE id = ?")
            for row in try Row.fetchAll(
                store, sql: "SELECT id, pseudonym, nameKey FROM \(role.rawValue) ORDER BY id")
            {
                let id: Int = row["id"]
                let old = Array(row["pseudonym"] as Data)
                if let kept = joined[id], let person = known[kept] {
                    let new = key.pseudonym(
                        role: role.rawValue, scope: person.scope, text: person.text)
                    pseudonyms[old] = (new, person)
                    continue
                }
                guard let person = known[id] else {
                    leftovers.people[role, default: []].append(id)
                    continue
                }
                let new = key.pseudonym(
                    role: role.rawValue, scope: person.scope, text: person.text)
                // A name that no file told again is no empty name.
                let isNamed =
                    !(row["nameKey"] as DatabaseValue).isNull
                    && !(person.givenName.isEmpty && person.familyName.isEmpty)
                let name = key.nameKey(
                    givenName: person.givenName, familyName: person.familyName)
                try update.execute(arguments: [Data(new), isNamed ? name : nil, id])
                pseudonyms[old] = (new, person)
            }
        }
        try joining.join()
        try note(leftovers.people, in: store)
        for (role, ids) in leftovers.people {
            let recorded = try Self.peopleWithRecords(role, in: store)
            leftovers.people[role] = ids.filter(recorded.contains)
            leftovers.peopleWithoutRecords += ids.count { !recorded.contains($0) }
        }
        leftovers.people = leftovers.people.filter { !$0.value.isEmpty }
        leftovers.records = try keyHeldRecords(in: store)
        leftovers.decisions = try keyDecisions(pseudonyms, in: store)
        if !joining.isEmpty {
            try joining.takeBackContradicted(at: moment)
            try PeopleLinks.refresh(store)
        }
        leftovers.acknowledgements = try keyAcknowledgements(in: store)
        try RecognitionKeys(
            in: store, identity: oldKey, archive: [archiveKey].compactMap(\.self)
        ).seal(under: key, archiveKey)
        try store.execute(
            sql: "UPDATE keyCheck SET value = ? WHERE id = 1", arguments: [Data(key.checkValue)])
        return leftovers
    }

    /// Notes whom no key can name any more, so that the next change does not miss them.
    private func note(_ lost: [PersonRole: [Int]], in store: Database) throws {
        try store.execute(sql: "DELETE FROM unrecoveredPerson")
        for (role, ids) in lost {
            for id in ids {
                try store.execute(
                    sql: "INSERT INTO unrecoveredPerson (role, id) VALUES (?, ?)",
                    arguments: [role.rawValue, id])
                // A name that is keyed under no key that is left equals no name.
                try store.execute(
                    sql: "UPDATE \(role.rawValue) SET nameKey = NULL WHERE id = ?", arguments: [id])
            }
        }
    }

    /// Returns the numbers of the people whom any record names; others stand in records only that were
    /// held back whole.
    static func peopleWithRecords(
        _ role: PersonRole, in store: Database
    ) throws -> Set<Int> {
        let parts = RecordKind.inStore.flatMap { kind in
            kind.fields.filter { $0.type.role == role }.map { field in
                "SELECT \(field.column) FROM \(kind.table)"
            }
        }
        return try Int.fetchSet(store, sql: parts.joined(separator: " UNION "))
    }

    private func keyHeldRecords(in store: Database) throws -> Int {
        let known = try Row.fetchAll(
            store, sql: "SELECT DISTINCT identity, nameKey FROM unidentifiedRecord"
        ).map { row in
            KeyedPeople.UnidentifiedKey(
                identity: Array(row["identity"] as Data), nameKey: row["nameKey"])
        }
        var left = 0
        for old in known {
            guard let person = people.unidentified[old], let new = key.identity(of: person) else {
                left += try count(old, in: store)
                continue
            }
            try store.execute(
                sql: """
                    UPDATE unidentifiedRecord SET identity = ?, nameKey = ?
                    WHERE identity = ? AND nameKey IS ?
                    """,
                arguments: [
                    Data(new), key.nameKey(person.name), Data(old.identity), old.nameKey,
                ])
        }
        return left
    }

    private func count(_ old: KeyedPeople.UnidentifiedKey, in store: Database) throws -> Int {
        try Int.fetchOne(
            store,
            sql: """
                SELECT COUNT(*) FROM unidentifiedRecord WHERE identity = ? AND nameKey IS ?
                """, arguments: [Data(old.identity), old.nameKey]) ?? 0
    }

    // MARK: - What people decided

    private func keyDecisions(
        _ pseudonyms: [[UInt8]: (new: [UInt8], identity: VaultAccess.Identity)],
        in store: Database
    ) throws -> Int {
        var identities: [[UInt8]: [UInt8]] = [:]
        var names: [Int: Int] = [:]
        for (old, person) in people.unidentified {
            identities[old.identity] = key.identity(of: person)
            if let name = old.nameKey { names[name] = key.nameKey(person.name) }
        }
        var left = 0
        for decision in try PeopleDecision.all(in: store) {
            let first = pseudonyms[decision.first]
            let second =
                decision.isUnidentified
                ? identities[decision.second] : pseudonyms[decision.second]?.new
            let name = decision.nameKey.flatMap { names[$0] }
            if first == nil || second == nil || (decision.nameKey != nil && name == nil) {
                left += 1
                // Two people stay one, though only one of them can be named: the other keeps the value that the store has.
                if !decision.isUnidentified {
                    try store.execute(
                        sql: "UPDATE peopleDecision SET first = ?, second = ? WHERE id = ?",
                        arguments: [
                            Data(first?.new ?? decision.first), Data(second ?? decision.second),
                            decision.id,
                        ])
                }
                continue
            }
            guard let first, let second else { continue }
            // What was decided of two numbers of one person has nothing more to say.
            if first.new == second {
                try store.execute(
                    sql: "DELETE FROM peopleDecision WHERE id = ?", arguments: [decision.id])
                continue
            }
            let sealed =
                try decision.sealed.map { _ in
                    try key.seal([first.identity.scope, first.identity.text])
                }
            try store.execute(
                sql: """
                    UPDATE peopleDecision SET first = ?, second = ?, nameKey = ?, sealed = ?
                    WHERE id = ?
                    """,
                arguments: [
                    Data(first.new), Data(second), name, sealed.map { Data($0) }, decision.id,
                ])
        }
        return left
    }

    /// Keys what warnings were accepted of; one whose bytes are not found holds for its file only, as it
    /// is known there by its place.
    private func keyAcknowledgements(in store: Database) throws -> [Int] {
        var left: [Int] = []
        for row in try Row.fetchAll(store, sql: "SELECT id, content FROM acknowledgement") {
            let id: Int = row["id"]
            let old = Array(row["content"] as Data)
            let bytes = people.contents[id]
            let isSame = bytes.map { oldKey == nil || oldKey?.contentKey(of: $0) == old } ?? false
            guard let bytes, isSame else {
                left.append(id)
                continue
            }
            try store.execute(
                sql: "UPDATE acknowledgement SET content = ? WHERE id = ?",
                arguments: [Data(key.contentKey(of: bytes)), id])
        }
        return left
    }
}

extension UnidentifiedPerson {
    /// What the vault seals of them.
    var sealedTexts: [String] {
        [
            isTeacher ? "teacher" : "pupil", school, code, givenName, familyName,
            birthDate?.description ?? "", schoolClass.map(String.init) ?? "",
        ]
    }
}

extension FieldType {
    /// What people a field of this type names; `nil` when it names none.
    var role: PersonRole? {
        switch self {
        case .pupil: .pupil
        case .teacher, .teacherNumber: .teacher
        default: nil
        }
    }
}

import GRDB
import PupilSupport

/// Makes the several numbers of one person one again, within the transaction that changes the key.
///
/// Whoever no key could name any more got a new number when a later file had them again. Their facts are rewritten,
/// for that they had two numbers says nothing of the world: with the key they would never have had them. People whom
/// somebody said to be one are linked instead, and their facts stay (``PeopleLinks``).
struct JoinedNumbers {
    /// The numbers that go, with the ones that stay.
    private let numbers: [PersonRole: [Int: Int]]
    private let database: Database

    init(_ numbers: [PersonRole: [Int: Int]], database: Database) {
        self.numbers = numbers.filter { !$0.value.isEmpty }
        self.database = database
    }

    /// Whether nobody has several numbers.
    var isEmpty: Bool { numbers.isEmpty }

    /// Returns the schools and semesters whose records name the people, each once.
    func touched() throws -> [(school: Int, semester: Semester)] {
        var seen: Set<[Int]> = []
        return try numbers.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { role, numbers in
            try TouchedByPeople(database: database).schoolSemesters(
                of: Set(numbers.keys).union(numbers.values), role: role)
        }.filter { seen.insert([$0.school, $0.semester.storedValue]).inserted }
    }

    /// Takes back what was decided of two people before the opposite was decided of the same two under other numbers.
    ///
    /// - Parameter moment: Now, in seconds since 1970.
    func takeBackContradicted(at moment: Int) throws {
        let standing = try PeopleDecision.all(in: database).filter { $0.undone == nil }
        for decision in standing {
            let pair = Set([decision.first, decision.second])
            let isContradicted = standing.contains {
                $0.id > decision.id && $0.kind != decision.kind
                    && Set([$0.first, $0.second]) == pair
            }
            guard isContradicted else { continue }
            try database.execute(
                sql: """
                    UPDATE peopleDecision SET undoneIn = (SELECT MAX(id) FROM run), undoneAt = ?,
                        undoneBy = ?, undoneFor = ? WHERE id = ?
                    """,
                arguments: [
                    moment, "pumpurs keys recover", "decided otherwise since, under other numbers",
                    decision.id,
                ])
        }
    }

    /// Rewrites the facts, and takes the numbers away that go.
    func join() throws {
        for (role, numbers) in numbers {
            for kind in RecordKind.inStore {
                for field in kind.fields where field.type.role == role {
                    let update = try database.makeStatement(
                        sql: """
                            UPDATE \(kind.table) SET \(field.column) = ? WHERE \(field.column) = ?
                            """)
                    for (number, kept) in numbers { try update.execute(arguments: [kept, number]) }
                }
            }
            for number in numbers.keys {
                try database.execute(
                    sql: "DELETE FROM samePerson WHERE role = ? AND (tombstone = ? OR person = ?)",
                    arguments: [role.rawValue, number, number])
                try database.execute(
                    sql: "DELETE FROM \(role.rawValue) WHERE id = ?", arguments: [number])
            }
        }
    }
}

import Foundation
import GRDB

/// What somebody decided about who is who.
///
/// It names people by keyed values, so that it means the same in every store of the key.
public struct PeopleDecision: Hashable, Sendable {
    /// What can be decided.
    public enum Kind: String, Sendable {
        /// Both are one person.
        case link
        /// They are never the same person.
        case part
    }

    /// Who decided something, why and when.
    public struct Signature: Hashable, Sendable {
        /// Who decided.
        public let author: String
        /// Why.
        public let reason: String
        /// When, in seconds since 1970.
        public let moment: Int

        /// Creates a signature.
        public init(author: String, reason: String, moment: Int) {
            self.author = author
            self.reason = reason
            self.moment = moment
        }
    }

    /// The number of the decision in its store.
    public let id: Int
    /// What was decided.
    public let kind: Kind
    /// What the people are.
    public let role: PersonRole
    /// Whether the second is somebody whom held records name without a good code.
    public let isUnidentified: Bool
    /// Who decided it, why and when.
    public let signature: Signature
    /// The run in which it was decided.
    public let run: Int?
    /// Who took it back, why and when; `nil` while it stands.
    public let undone: Signature?
    /// The run in which it was taken back.
    public let undoneIn: Int?

    /// The pseudonym of the person who stays.
    let first: [UInt8]
    /// The pseudonym of the other person, or the identity that held records name.
    let second: [UInt8]
    /// The name that the held records bore when it was decided, keyed.
    let nameKey: Int?
    /// The identifier of the first, sealed, by which held records are read.
    let sealed: [UInt8]?

    /// The reference of the person who stays.
    public var firstReference: String { PersonReference.text(role, first) }

    /// The reference of the other.
    public var secondReference: String {
        PersonReference.text(isUnidentified ? nil : role, second)
    }

    /// The decision as it was before it was taken back.
    var standing: PeopleDecision {
        PeopleDecision(
            id: id, kind: kind, role: role, first: first, second: second,
            isUnidentified: isUnidentified, nameKey: nameKey, sealed: sealed, signature: signature,
            run: run)
    }

    /// Whether it held after a run.
    func holds(after run: Int) -> Bool {
        (self.run ?? 0) <= run && (undone == nil || (undoneIn ?? 0) > run)
    }
}

extension PeopleDecision {
    init?(_ row: Row) {
        guard let kind = Kind(rawValue: row["kind"]), let role = PersonRole(rawValue: row["role"])
        else { return nil }
        id = row["id"]
        self.kind = kind
        self.role = role
        isUnidentified = row["isUnidentified"]
        first = Array(row["first"] as Data)
        second = Array(row["second"] as Data)
        nameKey = row["nameKey"]
        sealed = (row["sealed"] as Data?).map(Array.init)
        signature = Signature(
            author: row["author"], reason: row["reason"], moment: row["decidedAt"])
        run = row["decidedIn"]
        let undoneAt: Int? = row["undoneAt"]
        undone = undoneAt.map {
            Signature(author: row["undoneBy"] ?? "", reason: row["undoneFor"] ?? "", moment: $0)
        }
        undoneIn = row["undoneIn"]
    }

    /// Returns all decisions, those taken back included, in their order.
    static func all(in database: Database) throws -> [PeopleDecision] {
        try Row.fetchAll(
            database.cachedStatement(sql: "SELECT * FROM peopleDecision ORDER BY id")
        ).compactMap(PeopleDecision.init)
    }

    /// Enters the decision under its number.
    func insert(into database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO peopleDecision
                    (id, kind, role, first, second, isUnidentified, nameKey, sealed, author, reason,
                    decidedIn, decidedAt, undoneIn, undoneAt, undoneBy, undoneFor)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, kind.rawValue, role.rawValue, Data(first), Data(second), isUnidentified,
                nameKey, sealed.map { Data($0) }, signature.author, signature.reason, run,
                signature.moment, undoneIn, undone?.moment, undone?.author, undone?.reason,
            ])
    }

    init(
        id: Int, kind: Kind, role: PersonRole, first: [UInt8], second: [UInt8],
        isUnidentified: Bool, nameKey: Int?, sealed: [UInt8]?, signature: Signature, run: Int?
    ) {
        self.id = id
        self.kind = kind
        self.role = role
        self.first = first
        self.second = second
        self.isUnidentified = isUnidentified
        self.nameKey = nameKey
        self.sealed = sealed
        self.signature = signature
        self.run = run
        undone = nil
        undoneIn = nil
    }
}

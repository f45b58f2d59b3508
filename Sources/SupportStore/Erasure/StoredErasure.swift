import GRDB

/// An erasure as the store remembers it; nothing of whom.
public struct StoredErasure: Hashable, Sendable {
    /// The number of the erasure.
    public let id: Int
    /// The run in which it was done.
    public let run: Int
    /// The number of the case.
    public let ticket: String
    /// When, in seconds since 1970.
    public let erasedAt: Int
    /// The codes of the semesters of which records were taken away.
    public let semesters: Set<String>
    /// The figures that moved, as text, one a line.
    public let movesText: String

    /// The lines of the figures that moved.
    public var moves: [Substring] { movesText.split(separator: "\n") }
}

extension SupportStore {
    /// Returns the erasures, oldest first.
    ///
    /// - Parameter run: Only those up to this run, or `nil` for all.
    public func erasures(upTo run: Int? = nil) throws -> [StoredErasure] {
        try pool.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT e.*, r.ticket FROM erasure AS e
                    JOIN erasureRequest AS r ON r.id = e.request
                    WHERE COALESCE(e.run, 0) <= ? ORDER BY e.id
                    """, arguments: [run ?? Int.max]
            ).map { row in
                let semesters: String = row["semesters"]
                return StoredErasure(
                    id: row["id"], run: row["run"] ?? 0, ticket: row["ticket"],
                    erasedAt: row["erasedAt"],
                    semesters: Set(semesters.split(separator: " ").map(String.init)),
                    movesText: row["moves"])
            }
        }
    }
}

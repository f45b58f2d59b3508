import Foundation
import GRDB

/// A file of the archive under the name that it was sent with.
public struct ArchivedFile: Hashable, Sendable {
    /// The path below the inbox.
    public let name: String
    /// The fingerprint of its bytes.
    public let sha256: [UInt8]
    /// The run that loaded it; 0 for one that came before runs were counted.
    public let run: Int
}

extension SupportStore {
    /// Returns the fingerprints of all files that the archive must hold: those in force, and those of seals.
    func archivedFiles() throws -> [[UInt8]] {
        try filesInForce().map(\.sha256)
            + seals().flatMap { seal in
                [seal.figures] + seal.files.compactMap { Hexadecimal.bytes(of: $0.sha256) }
            }
    }

    /// Returns the files whose records were in force after a run, in the order in which they came.
    ///
    /// - Parameter run: The number of the run, or `nil` for now.
    public func filesInForce(after run: Int? = nil) throws -> [ArchivedFile] {
        try pool.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT fileName, sha256, COALESCE(run, 0) AS run FROM delivery
                    WHERE COALESCE(run, 0) <= :run AND (supersededBy IS NULL
                        OR COALESCE(supersededIn, 0) > :run) ORDER BY id
                    """, arguments: ["run": run ?? Int.max]
            ).map { row in
                ArchivedFile(
                    name: row["fileName"], sha256: Array(row["sha256"] as Data), run: row["run"])
            }
        }
    }
}

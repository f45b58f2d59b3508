import Foundation
import GRDB

/// A run that changed the store.
public struct StoredRun: Hashable, Sendable {
    /// The number of the run, from 1.
    public let number: Int
    /// The command.
    public let command: String
    /// The version of the program.
    public let version: String
    /// The fingerprint of all definitions.
    public let definitions: [UInt8]
    /// When it began, in seconds since 1970; never before an earlier run.
    public let startedAt: Int
    /// When it ended, or `nil` when it was cut off.
    public let finishedAt: Int?
    /// The exit code, or `nil` when it was cut off.
    public let exitCode: Int?
    /// The files that it refused, as text in JSON.
    public let refused: String

    static func last(in database: Database) throws -> StoredRun? {
        try Row.fetchOne(database, sql: "SELECT * FROM run ORDER BY id DESC LIMIT 1")
            .map(StoredRun.init)
    }

    init(_ row: Row) {
        number = row["id"]
        command = row["command"]
        version = row["version"]
        definitions = Array(row["definitions"] as Data)
        startedAt = row["startedAt"]
        finishedAt = row["finishedAt"]
        exitCode = row["exitCode"]
        refused = row["refused"]
    }
}

extension SupportStore {
    /// Returns the record of the last run that looked at an inbox, or `nil` when none did.
    public func recordOfLastImport() throws -> String? {
        try pool.read { database in
            try String.fetchOne(
                database,
                sql: "SELECT record FROM run WHERE looksAtInbox ORDER BY id DESC LIMIT 1")
        }
    }

    /// Returns the last run, or `nil` when none has changed the store yet.
    public func lastRun() throws -> StoredRun? {
        try pool.read { try StoredRun.last(in: $0) }
    }

    /// Returns what the last run before the one that is going on refused, as text in JSON.
    ///
    /// The run that is going on is entered with its first change and has refused nothing by then.
    public func lastRefused() throws -> String {
        let current = runNumber ?? Int.max
        return try pool.read { database in
            try String.fetchOne(
                database, sql: "SELECT refused FROM run WHERE id < ? ORDER BY id DESC LIMIT 1",
                arguments: [current]) ?? "[]"
        }
    }

    /// Returns a run by its number.
    public func run(_ number: Int) throws -> StoredRun? { try run(where: "id = ?", [number]) }

    /// Returns the last run that began at a moment or before it.
    ///
    /// - Parameter moment: The seconds since 1970.
    public func run(at moment: Int) throws -> StoredRun? {
        try run(where: "startedAt <= ? ORDER BY id DESC", [moment])
    }

    /// Returns the last run that was to write reports and ended, or `nil` when none has changed the store.
    public func lastReporting() throws -> StoredRun? {
        try run(
            where: "command IN ('report', 'rollup') AND exitCode IS NOT NULL ORDER BY id DESC", [])
    }

    /// Returns the last run in which a condition of SQL holds.
    private func run(where condition: String, _ arguments: StatementArguments) throws -> StoredRun?
    {
        try pool.read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM run WHERE \(condition) LIMIT 1", arguments: arguments
            ).map(StoredRun.init)
        }
    }

    /// Returns the files of definitions by their fingerprint: paths and the fingerprints of their bytes.
    public func definitionFiles(
        of definitions: [UInt8]
    ) throws -> [(path: String, sha256: [UInt8])] {
        try pool.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT path, sha256 FROM definitionFile WHERE definitions = ? ORDER BY path",
                arguments: [Data(definitions)]
            ).map { ($0["path"], Array($0["sha256"] as Data)) }
        }
    }

    /// Ends the run.
    ///
    /// A run that changed nothing, and refused what the last one refused, is not entered.
    ///
    /// - Parameters:
    ///   - exitCode: The exit code of the program.
    ///   - moment: The seconds since 1970.
    ///   - looksAtInbox: Whether it read an inbox.
    ///   - refused: The files that it refused, as text in JSON.
    ///   - isAlways: Whether it is entered all the same.
    ///   - record: Makes the run's record for its number.
    /// - Returns: The number of the run, or `nil` when it is not entered.
    public func endRun(
        exitCode: Int, at moment: Int, looksAtInbox: Bool, refused: String,
        always isAlways: Bool = false, record: @Sendable (Int) -> String
    ) throws -> Int? {
        if try !isAlways && runNumber == nil && refused == (lastRun()?.refused ?? "[]") {
            return nil
        }
        return try change { database, run in
            guard let run else { return nil }
            try database.execute(
                sql: """
                    UPDATE run SET finishedAt = MAX(?, startedAt), exitCode = ?,
                        looksAtInbox = ?, refused = ?, record = ? WHERE id = ?
                    """,
                arguments: [moment, exitCode, looksAtInbox, refused, record(run), run])
            return run
        }
    }
}

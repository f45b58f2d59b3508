import Foundation
import GRDB
import Synchronization

/// A run of the program, before it is known whether it changes anything.
public struct RunDescription: Sendable {
    /// The command.
    public let command: String
    /// The version of the program.
    public let version: String
    /// The fingerprint of all definitions.
    public let definitions: [UInt8]
    /// The files of the definitions: paths and bytes.
    public let definitionFiles: [(path: String, bytes: [UInt8])]
    /// When it began, in seconds since 1970.
    public let startedAt: Int

    /// Describes a run.
    public init(
        command: String, version: String, definitions: [UInt8],
        definitionFiles: [(path: String, bytes: [UInt8])], startedAt: Int
    ) {
        self.command = command
        self.version = version
        self.definitions = definitions
        self.definitionFiles = definitionFiles
        self.startedAt = startedAt
    }
}

/// Enters the run into the store when it changes something for the first time; a run that finds nothing
/// to do leaves no trace.
final class RunBook: Sendable {
    private struct State {
        var description: RunDescription?
        /// The run's number, once it is in the store for good.
        var number: Int?
        /// Whether the definitions lie in the archive.
        var hasArchived = false
    }

    private let state = Mutex(State())
    private let archive: Archive

    init(archive: Archive) { self.archive = archive }

    func begin(_ description: RunDescription) {
        state.withLock { $0 = State(description: description) }
    }

    /// The number of the run, where it has changed something.
    var number: Int? { state.withLock { $0.number } }

    /// The fingerprints of the definitions of the run.
    var definitionFingerprints: [[UInt8]] {
        state.withLock { $0.description }?.definitionFiles.map { Fingerprint.of($0.bytes) } ?? []
    }

    /// Definitions that are being kept in the archive.
    struct Archiving {
        fileprivate let work = DispatchGroup()
        fileprivate let outcome = Outcome()

        fileprivate final class Outcome: Sendable {
            let fault = Mutex<(any Error)?>(nil)
        }

        /// Waits until they are kept.
        ///
        /// - Throws: ``StoreError`` when the archive cannot be written.
        func finish() throws {
            work.wait()
            if let fault = outcome.fault.withLock(\.self) { throw fault }
        }
    }

    /// Begins to keep the definitions in the archive, where they are not kept yet; each file waits for the disk, and a
    /// change need not wait for them before it is complete.
    func archiveDefinitions() -> Archiving {
        let archiving = Archiving()
        let open = state.withLock { $0.hasArchived ? nil : $0.description }
        guard let description = open else { return archiving }
        DispatchQueue.global().async(group: archiving.work) { [self, outcome = archiving.outcome] in
            do { try archive(description) } catch { outcome.fault.withLock { $0 = error } }
        }
        return archiving
    }

    private func archive(_ description: RunDescription) throws {
        try archive.keepDocuments(description.definitionFiles.map(\.bytes))
        state.withLock { $0.hasArchived = true }
    }

    /// Returns the number of the run within a transaction, entering it when it is not there yet; `nil`
    /// when no run was begun.
    func enter(in database: Database) throws -> Int? {
        let (known, begun) = state.withLock { ($0.number, $0.description) }
        if let known { return known }
        guard let begun else { return nil }
        // The clock may have been set back; what came later is later all the same.
        try database.execute(
            sql: """
                INSERT INTO run (command, version, definitions, startedAt)
                VALUES (?, ?, ?, MAX(?, COALESCE((SELECT MAX(startedAt) FROM run), 0)))
                """,
            arguments: [begun.command, begun.version, Data(begun.definitions), begun.startedAt])
        let number = Int(database.lastInsertedRowID)
        let enterFile = try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO definitionFile (definitions, path, sha256)
                VALUES (?, ?, ?)
                """)
        for file in begun.definitionFiles {
            try enterFile.execute(arguments: [
                Data(begun.definitions), file.path, Data(Fingerprint.of(file.bytes)),
            ])
        }
        return number
    }

    /// Notes that the transaction in which the run was entered is in the store for good.
    func confirm(_ number: Int?) {
        if let number { state.withLock { $0.number = number } }
    }

}

extension SupportStore {
    /// Begins a run; it is entered when it changes something.
    public func begin(_ run: RunDescription) { runs.begin(run) }

    /// The number of the run that is going on, where it has changed something.
    public var runNumber: Int? { runs.number }

    /// Changes the store in one transaction that belongs to the run.
    ///
    /// - Parameter body: Receives the run's number, `nil` when no run was begun.
    func change<Result>(
        _ body: (Database, _ run: Int?) throws -> Result
    ) throws -> Result {
        let archiving = runs.archiveDefinitions()
        let outcome = Swift.Result {
            try pool.write { database in
                let number = try runs.enter(in: database)
                let result = try body(database, number)
                // Nothing counts whose definitions are not kept.
                try archiving.finish()
                return (result, number)
            }
        }
        // Nobody writes into the archive behind the back of whoever comes next.
        try? archiving.finish()
        let (result, number) = try outcome.get()
        runs.confirm(number)
        return result
    }
}

import Foundation
import GRDB

/// What is wrong with a state folder.
public struct StoreSoundness: Sendable {
    /// What SQLite says of the files of the store; empty when they are sound.
    public let damages: [String]
    /// The number of rows that refer to rows that are not there.
    public let danglingReferences: Int
    /// The names of the files whose records do not add up.
    public let unbalanced: [String]
    /// The names of the files in force of which the archive has no copy, or another.
    public let lostFiles: [String]
    /// The semesters and revisions of which the archive has lost a file, or has another.
    public let brokenSeals: [String]
    /// The number of exports that lie in clear, as an older program left them.
    public let clearExports: Int
    /// Why the key of the archive cannot be had, or `nil` when it can, or nothing is sealed.
    public let archiveKeyProblem: StoreError?
    /// The files and folders that others than the owner may use.
    public let modes: [StateModes.Fault]
    /// What is wrong with the access log, or `nil` when nothing is.
    public let accessLog: AccessLogFault?
    /// The last run when it was cut off, or `nil`.
    public let cutOffRun: Int?

    /// Looks at all of a store.
    public init(of store: SupportStore) throws {
        let state = (store.path as NSString).deletingLastPathComponent
        (damages, danglingReferences, unbalanced) = try store.pool.read { database in
            let words = try String.fetchAll(database, sql: "PRAGMA integrity_check")
            let names = try String.fetchAll(
                database,
                sql: """
                    SELECT fileName FROM delivery
                    WHERE recordsRead <> recordsLoaded + recordsHeldBack + recordsIgnored
                    """)
            return (words.filter { $0 != "ok" }, try store.danglingReferences(in: database), names)
        }
        // What was removed by rule is not lost.
        lostFiles = try store.filesInForce().filter { file in
            !store.archive.isSound(file.sha256) && !store.archive.isRemoved(file.sha256)
        }.map(\.name)
        brokenSeals = try store.seals().filter { seal in
            !store.archive.isSoundDocument(seal.figures)
                || seal.files.contains { file in
                    Hexadecimal.bytes(of: file.sha256).map { !store.archive.isSoundDocument($0) }
                        ?? true
                }
        }.map { "\($0.semester) \($0.name)" }
        clearExports = try store.clearExports().count
        archiveKeyProblem =
            store.isArchiveKeyLost ? .archiveKeyLost(path: store.archive.keyring.path) : nil
        modes = StateModes(stateFolder: state, keyPath: store.keyPath).faults
        accessLog = store.accessLog.fault(head: try store.vault.accessHead())
        let last = try store.lastRun()
        cutOffRun = last.flatMap { $0.finishedAt == nil ? $0.number : nil }
    }
}

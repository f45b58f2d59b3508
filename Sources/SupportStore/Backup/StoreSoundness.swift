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
    /// The files in force of which the archive has no copy, or another.
    public let lostFiles: [LostFile]
    /// The names of files, those included that others took the place of, whose key was lost and given up.
    public let shutFiles: [String]
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
    /// The number of people with sessions that count whom nobody can name since the key was lost.
    public let unrecoveredPeople: Int
    /// The last run when it was cut off, or `nil`.
    public let cutOffRun: Int?

    /// A file that the archive should have, and has not.
    public struct LostFile: Hashable, Sendable {
        /// The name that it was sent with.
        public let name: String
        /// Where it belongs.
        public let place: String
        /// What lies there.
        public let found: Found
        /// Whether records were erased in it, so that no inbox has its bytes.
        public let isBlanked: Bool
    }

    /// What lies in the place of a lost file.
    public enum Found: Hashable, Sendable {
        /// Nothing.
        case nothing
        /// A folder.
        case folder
        /// A file that is not what was accepted.
        case altered
        /// A file that is sealed under another key.
        case sealedUnderOtherKey
    }

    /// Looks at all of a store.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - documents: The fingerprints of files that are no exports, whether a run has recorded them or was cut off before.
    public init(of store: SupportStore, knowing documents: Set<[UInt8]> = []) throws {
        let state = PathParts.folder(of: store.path)
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
                && !store.archive.isShutExport(file.sha256)
        }.map { Self.lost($0, in: store.archive) }
        // The same bytes read twice, under other definitions, are one file, as a recovery counts them.
        let shut = try store.reader.read { try $0.sourceDeliveries() }.filter { delivery in
            store.archive.isShutExport(delivery.sha256) && !store.archive.isSound(delivery.sha256)
        }
        shutFiles = Dictionary(
            shut.map { ($0.sha256, $0.fileName) }, uniquingKeysWith: { $1 }
        ).values.sorted()
        brokenSeals = try store.seals().filter { seal in
            !store.archive.isSoundDocument(seal.figures)
                || seal.files.contains { file in
                    Hexadecimal.bytes(of: file.sha256).map { !store.archive.isSoundDocument($0) }
                        ?? true
                }
        }.map { "\($0.semester) \($0.name)" }
        clearExports = try store.clearExports().count { !documents.contains($0) }
        archiveKeyProblem =
            store.isArchiveKeyLost ? .archiveKeyLost(path: store.archive.keyring.path) : nil
        modes = StateModes(stateFolder: state, keyPath: store.keyPath).faults
        accessLog = store.accessLog.fault(head: try store.vault.accessHead())
        unrecoveredPeople = try store.unrecoveredParticipants()
        let last = try store.lastRun()
        cutOffRun = last.flatMap { $0.finishedAt == nil ? $0.number : nil }
    }

    private static func lost(_ file: ArchivedFile, in archive: Archive) -> LostFile {
        let place = archive.path(of: file.sha256)
        let found: Found =
            if !archive.has(file.sha256) {
                .nothing
            } else if StoreError.folder(inPlaceOf: place) != nil {
                .folder
            } else if archive.isOfOtherKey(
                archive.rekeying(of: file.sha256)?.current ?? file.sha256)
            {
                .sealedUnderOtherKey
            } else {
                .altered
            }
        return LostFile(
            name: file.name, place: place, found: found,
            isBlanked: archive.rekeying(of: file.sha256) != nil)
    }
}

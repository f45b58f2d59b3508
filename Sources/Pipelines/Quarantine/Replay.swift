public import Diagnostics
public import Logging
public import SupportStore

/// Judges what is held back again, after a mapping or a vocabulary was mended.
///
/// Every file in force that was read with other definitions than today's is read again from the
/// archive; its records keep the file, line and byte that they had.
public struct Replay {
    /// What became of the held records of one file.
    public struct FileResult: Sendable {
        /// The path below the inbox, as it may be shown.
        public let name: String
        /// Records that are held back no more.
        public internal(set) var released = 0
        /// Records that are still held back.
        public internal(set) var stillHeld = 0
        /// Records that were not held back before.
        public internal(set) var newlyHeld = 0
        /// Why the file was not read again, and is in force as it was.
        public internal(set) var obstacle: Obstacle?
    }

    /// Why a file was not read again.
    public enum Obstacle: Sendable {
        /// An older program loaded it and kept no copy.
        case notArchived
        /// Its copy is sealed under a key that was lost.
        case shut
        /// Its copy was removed by rule.
        case removed(FileRekeying.Cause)
        /// Today's definitions refuse it.
        case refused(Diagnostic)
    }

    private let store: SupportStore
    private let definitions: Definitions
    private let logger: Logger

    /// Prepares a replay.
    public init(store: SupportStore, definitions: Definitions, logger: Logger) {
        self.store = store
        self.definitions = definitions
        self.logger = logger
    }

    /// Whether any file of a store was read with other definitions than these.
    public static func isNeeded(
        for store: ReadableStore, under definitions: Definitions
    ) throws -> Bool {
        try store.currentDeliveries().contains {
            $0.definition != definitions.fingerprint(of: $0.source)
        }
    }

    /// Reads again what was read with other definitions.
    ///
    /// - Parameter progress: Is told how far the reading has come.
    /// - Returns: What became of the files that were read again, and of those of which records were let
    ///   go or held back along with them, in the order of their names; none when nothing was to be done.
    /// - Throws: What keeps the store from being used.
    public func run(progress: RunProgress = RunProgress()) throws -> [FileResult] {
        let deliveries = try store.currentDeliveries()
        let stale = deliveries.filter { $0.definition != definitions.fingerprint(of: $0.source) }
        guard !stale.isEmpty else { return [] }
        let fingerprints = Set(stale.map(\.sha256))
        let files = try store.filesInForce().filter {
            fingerprints.contains($0.sha256) && store.archive.has($0.sha256)
                && !store.archive.isShutExport($0.sha256)
        }
        let before = try heldRecords()
        let run = try ImportRun(
            store: store, definitions: definitions, archived: files, in: store.archive,
            logger: logger)
        let outcomes = try run.run(progress: progress)
        let after = try heldRecords()
        let known = deliveries.map(\.fileName)
        let names = ShownFileNames(known, knowing: definitions.words)
        var results: [String: FileResult] = [:]
        for name in known {
            let (old, new) = (before[name] ?? [], after[name] ?? [])
            guard old != new || stale.contains(where: { $0.fileName == name }) else { continue }
            var result = FileResult(name: names[name])
            result.released = old.subtracting(new).count
            result.stillHeld = old.intersection(new).count
            result.newlyHeld = new.subtracting(old).count
            results[result.name] = result
        }
        for file in stale where !store.archive.has(file.sha256) {
            results[names[file.fileName]]?.obstacle =
                store.archive.removal(of: file.sha256).map { .removed($0) } ?? .notArchived
        }
        for file in stale where store.archive.isShutExport(file.sha256) {
            results[names[file.fileName]]?.obstacle = .shut
        }
        for outcome in outcomes {
            if case .refused(let finding) = outcome.outcome {
                results[outcome.name]?.obstacle = .refused(finding)
            }
        }
        return results.values.sorted { $0.name < $1.name }
    }

    /// The numbers of the held records by the names of their files.
    private func heldRecords() throws -> [String: Set<Int>] {
        Dictionary(
            grouping: try ReadableStore(store).heldEntries(), by: \.fileName
        ).mapValues { Set($0.map(\.id)) }
    }
}

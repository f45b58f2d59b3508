import Diagnostics
public import Logging
import Normalization
import PupilSupport
public import SupportStore

/// Decides who is who, and brings the store to what was decided.
public struct PeopleRun {
    private let store: SupportStore
    private let definitions: Definitions
    private let logger: Logger

    /// Creates a run.
    public init(store: SupportStore, definitions: Definitions, logger: Logger) {
        self.store = store
        self.definitions = definitions
        self.logger = logger
    }

    /// What somebody decides.
    public enum Wish: Hashable, Sendable {
        /// Both are one person; of two known ones the second becomes a tombstone of the first.
        case link(PersonReference, PersonReference)
        /// Both are never the same person.
        case part(PersonReference, PersonReference)
        /// A decision is taken back.
        case undo(Int)
    }

    /// What became of a wish.
    public struct Result: Sendable {
        /// The decision that was made or taken back.
        public let decision: PeopleDecision
        /// What became of the files that were read again for it.
        public let files: [ImportRun.FileResult]
    }

    /// Decides, and reads the files again that the decision concerns.
    ///
    /// - Throws: ``PeopleProblem`` when it cannot be decided; what keeps the store from being used.
    public func decide(_ wish: Wish, by signature: PeopleDecision.Signature) throws -> Result {
        try store.synchronize(
            schools: definitions.municipality.schools, vocabularies: definitions.vocabularies)
        let definitions = definitions
        let importer = FileImporter(
            store: store, definitions: definitions,
            judge: AcrossRecordsJudge(
                vocabularies: definitions.vocabularies, sources: definitions.sources,
                words: definitions.words),
            names: ShownFileNames([], knowing: definitions.words))
        let judge: SupportStore.Judge = { touched, judging in
            if !touched.isEmpty { try importer.judge(touched, by: judging) }
        }
        let decision =
            switch wish {
            case .link(let first, let second):
                try store.link(first, second, by: signature, judge: judge)
            case .part(let first, let second):
                try store.part(first, second, by: signature, judge: judge)
            case .undo(let number): try store.undo(decision: number, by: signature, judge: judge)
            }
        return Result(decision: decision, files: try readStaleFiles())
    }

    /// Reads the files again that decisions ask for, those of a run that was cut off included.
    ///
    /// - Parameter isLenient: Whether files that the archive cannot open are left for the inbox to bring again.
    @discardableResult
    public func readStaleFiles(
        leavingUnreadable isLenient: Bool = false
    ) throws -> [ImportRun.FileResult] {
        let files = try store.staleFiles().filter { !isLenient || store.archive.isSound($0.sha256) }
        guard !files.isEmpty else { return [] }
        return try ImportRun(
            store: store, definitions: definitions, archived: files, in: store.archive,
            logger: logger
        ).run()
    }
}

import Diagnostics
import Foundation
import Logging
import PupilSupport
public import Rollup
public import SupportStore

/// The store as it was after a run, made again from the archive beside the real one (decision 0013).
public final class PastState {
    /// The run.
    public let run: StoredRun
    /// The definitions of that run.
    public let definitions: Definitions
    /// The indicators of that run.
    public let indicators: IndicatorSet
    /// The store.
    public var store: SupportStore { scratch.store }
    /// The files that the run refused.
    let refused: [Diagnostic]
    /// The names of the files as they may be shown.
    private(set) var names: ShownFileNames

    private let scratch: ScratchStore
    private let original: SupportStore
    private let logger = Logger(label: "pumpurs.past") { _ in SwiftLogNoOpLogHandler() }

    /// Makes a state again.
    ///
    /// - Parameters:
    ///   - original: The real store.
    ///   - run: The run after which it is to be as it was.
    /// - Throws: ``PastError`` when it cannot be made again, ``StoreError`` when the disk does not allow it.
    public convenience init(of original: SupportStore, after run: StoredRun) throws {
        try self.init(of: original, after: run, readAs: run)
    }

    /// Makes a state of mixed parents: the files of one run under the definitions and decisions of another.
    init(of original: SupportStore, after run: StoredRun, readAs other: StoredRun) throws {
        self.original = original
        self.run = run
        scratch = try ScratchStore(beside: original)
        (definitions, indicators) = try Self.definitions(of: other, in: original, beside: scratch)
        try scratch.store.adopt(original.peopleDecisions(heldAfter: other.number))
        try scratch.store.adoptAcknowledgements(of: original, heldAfter: other.number)
        refused = RefusedFiles(text: run.refused).findings
        let files = try original.filesInForce(after: run.number)
        names = ShownFileNames([], knowing: definitions.words)
        names = try load(files, under: definitions)
    }

    /// Reads files into the store; those that it has under the same definitions stay as they are.
    ///
    /// - Returns: The names of the files as they may be shown.
    @discardableResult
    func load(_ files: [ArchivedFile], under definitions: Definitions) throws -> ShownFileNames {
        let removed = files.compactMap { original.archive.removal(of: $0.sha256) }
        if let cause = removed.first {
            throw PastError.filesRemoved(count: removed.count, cause: cause)
        }
        let missing = files.filter { !original.archive.has($0.sha256) }
        // Runs were counted since the archive keeps files, so a file without one was never kept.
        if let lost = missing.first(where: { $0.run > 0 }) {
            throw PastError.filesLost(
                count: missing.count { $0.run > 0 },
                first: ShownFileNames([lost.name], knowing: definitions.words)[lost.name])
        }
        guard missing.isEmpty else { throw PastError.filesMissing(count: missing.count) }
        let shut = files.count { original.archive.isShutExport($0.sha256) }
        guard shut == 0 else { throw PastError.filesShut(count: shut) }
        let importing = try ImportRun(
            store: store, definitions: definitions, archived: files, in: original.archive,
            logger: logger)
        for result in try importing.run() {
            guard case .refused(let finding) = result.outcome else { continue }
            throw PastError.fileRefused(name: result.name, rule: finding.rule.code)
        }
        return importing.names
    }

    /// Returns the definitions of another run.
    func definitions(of run: StoredRun) throws -> (Definitions, IndicatorSet) {
        try Self.definitions(of: run, in: original, beside: scratch)
    }

    /// Reads the definitions of a run from the archive.
    private static func definitions(
        of run: StoredRun, in original: SupportStore, beside scratch: ScratchStore
    ) throws -> (Definitions, IndicatorSet) {
        let folder = "\(scratch.folder)/pipelines-\(run.number)"
        for file in try original.definitionFiles(of: run.definitions) {
            let place = "\(folder)/\(file.path)"
            try FileManager.default.createDirectory(
                atPath: PathParts.folder(of: place),
                withIntermediateDirectories: true)
            do {
                guard original.archive.isSoundDocument(file.sha256) else {
                    throw PastError.definitionsMissing(run: run.number)
                }
                try FileManager.default.copyItem(
                    atPath: original.archive.documentPath(of: file.sha256), toPath: place)
            } catch { throw PastError.definitionsMissing(run: run.number) }
        }
        guard FileManager.default.fileExists(atPath: folder) else {
            throw PastError.definitionsMissing(run: run.number)
        }
        let (definitions, problems) = DefinitionLoader(
            folder: folder, knownRuleCodes: RuleCatalogue.codes
        ).load()
        guard let definitions else {
            throw PastError.definitionsUnusable(
                run: run.number, first: problems.first?.rule.code ?? "")
        }
        let (indicators, more) = IndicatorLoader(folder: folder, files: definitions.files).load()
        guard let indicators else {
            throw PastError.definitionsUnusable(run: run.number, first: more.first?.rule.code ?? "")
        }
        return (definitions, indicators)
    }

    /// Returns what writes the reports of the state.
    ///
    /// - Parameter output: The folder of the reports.
    /// - Throws: ``OutputError`` when what is published today lies there and would be written over.
    public func reports(to output: String) throws -> ReportRun {
        for semester in try original.currentSemesters() {
            let folder = "\(output)/\(semester.code)"
            let then = try original.lastPublication(of: semester, upTo: run.number)
            guard let today = try original.lastPublication(of: semester), today != then,
                ReportFolder.holds(today, in: folder)
            else { continue }
            throw OutputError.isPublished("\(folder)/internal")
        }
        return try ReportRun(
            store: store, definitions: definitions, indicators: indicators, output: output,
            refused: refused, names: names,
            closed: ClosedSemesters(store: original, upTo: run.number),
            day: LocalDay(of: run.startedAt).date)
    }

    /// Whether a report of the state is the one that was published then; `nil` when none was.
    public func isAsPublished(_ summary: ReportRun.SemesterSummary) throws -> Bool? {
        try original.lastPublication(of: summary.semester, upTo: run.number)
            .map { $0 == summary.files }
    }

    /// Returns all figures of every semester that the state knows.
    public func figures() throws -> FigureList {
        try store.figures(under: definitions, indicators)
    }
}

extension SupportStore {
    /// Returns all figures of every semester that the store knows.
    func figures(
        under definitions: Definitions, _ indicators: IndicatorSet
    ) throws -> FigureList {
        let rollup = SemesterRollup(
            indicators: indicators, municipality: definitions.municipality,
            vocabularies: definitions.vocabularies)
        let semesters = try ReportableSemesters(
            store: self, municipality: definitions.municipality
        ).matching(nil)
        var figures = FigureList()
        try rollup.cubes(of: semesters, in: reader) { figures.add(FigureList($0)) }
        return figures
    }
}

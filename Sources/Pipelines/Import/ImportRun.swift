public import Diagnostics
import Extraction
import Foundation
public import Logging
import Normalization
import PupilSupport
public import SupportStore

/// Imports an inbox into the store: each file by itself, so that one bad file does not stop the others.
public struct ImportRun {
    /// What became of one file of the inbox.
    public struct FileResult: Sendable {
        /// The path below the inbox, as it may be shown.
        public let name: String
        /// The code of the school, where the source has one.
        public let school: String?
        /// What became of the file.
        public let outcome: Outcome
        /// The warning that the file was loaded as it is and not as its definition pins it.
        public var adaptation: Diagnostic?
        /// Where it is torn, where it was loaded in this run.
        public var tear: TornFile?
        /// The fingerprint of its bytes as hexadecimal text, and their number, where it could be read.
        public var content: (sha256: String, bytes: Int)?

        /// Why the file was refused, or `nil` when it was not.
        public var refusal: Diagnostic? {
            if case .refused(let finding) = outcome { finding } else { nil }
        }
    }

    /// What became of a file.
    public enum Outcome: Sendable {
        /// Its records were loaded in this run.
        case loaded(DeliveryCounts)
        /// The store had it before this run.
        case known
        /// Its content is that of another file of the inbox.
        case sameContent(as: String)
        /// It was refused whole.
        case refused(Diagnostic)
    }

    private let store: SupportStore
    private let definitions: Definitions
    private let inbox: Inbox
    private let logger: Logger
    /// Whether files are read again first that decisions about people ask for.
    private let readsStaleFiles: Bool
    /// The names of the files as they may be shown, those of earlier runs included.
    public let names: ShownFileNames

    /// Creates a run, or returns `nil` when the inbox is not a folder.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - definitions: The definitions.
    ///   - inbox: The path of the folder.
    ///   - logger: Receives what became of each file: names and counts, never a value.
    /// - Throws: What keeps the store from being used.
    public init?(
        store: SupportStore, definitions: Definitions, inbox: String, logger: Logger
    ) throws {
        guard let inbox = Inbox(folder: inbox) else { return nil }
        try self.init(
            store: store, definitions: definitions, inbox: inbox, logger: logger,
            readsStaleFiles: true)
    }

    /// Creates a run that reads files of an archive again, each under the name that it was sent with.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - definitions: The definitions.
    ///   - files: The files.
    ///   - archive: Where they lie.
    ///   - logger: Receives what became of each file: names and counts, never a value.
    /// - Throws: What keeps the store from being used, such as a file that is not what was accepted.
    public init(
        store: SupportStore, definitions: Definitions, archived files: [ArchivedFile],
        in archive: Archive, logger: Logger
    ) throws {
        // What was removed by rule cannot be read again; what it said stays in force.
        let files = files.filter { !archive.isRemoved($0.sha256) }
        for file in files { try archive.check(file.sha256) }
        try self.init(
            store: store, definitions: definitions, inbox: Inbox(archived: files, in: archive),
            logger: logger, readsStaleFiles: false)
    }

    private init(
        store: SupportStore, definitions: Definitions, inbox: Inbox, logger: Logger,
        readsStaleFiles: Bool
    ) throws {
        self.readsStaleFiles = readsStaleFiles
        names = ShownFileNames(
            inbox.files.map(\.name) + inbox.obstacles.map(\.file.name)
                + (try store.currentDeliveries().map(\.fileName)), knowing: definitions.words)
        self.store = store
        self.definitions = definitions
        self.inbox = inbox
        self.logger = logger
    }

    /// The number of files in the inbox.
    public var fileCount: Int { inbox.files.count }

    /// Imports every file.
    ///
    /// - Parameter progress: Is told how far the import has come.
    /// - Returns: What became of each file, in the order of their paths.
    /// - Throws: What keeps the store itself from being used.
    public func run(progress: RunProgress = RunProgress()) throws -> [FileResult] {
        FreedMemory.serveAgain()
        try store.synchronize(
            schools: definitions.municipality.schools, vocabularies: definitions.vocabularies)
        try store.followRekeyedFiles()
        if readsStaleFiles {
            try store.sealClearExports()
            try PeopleRun(store: store, definitions: definitions, logger: logger)
                .readStaleFiles(leavingUnreadable: true)
        }
        let preparation = FilePreparation(definitions)
        let importer = FileImporter(
            store: store, definitions: definitions,
            judge: AcrossRecordsJudge(
                vocabularies: definitions.vocabularies, sources: definitions.sources,
                words: definitions.words), names: names,
            definedNames: DefinedNames(
                municipality: definitions.municipality, vocabularies: definitions.vocabularies),
            progress: progress)
        var results: [FilePath: FileResult] = [:]
        var contents: [FilePath: (sha256: String, bytes: Int)] = [:]
        var prepared: [(file: Inbox.File, survey: SurveyedFile, match: Recognizer.Match)] = []
        for obstacle in inbox.obstacles {
            results[obstacle.file.path] = try refusal(
                of: obstacle.file, because: obstacle.refusal, match: nil)
        }
        let surveyed = SideBySide.results(of: Array(inbox.files.enumerated())) {
            [inbox, names] number, file in
            progress.begin(
                .surveying, names[file.name],
                place: (number + 1, inbox.files.count))
            return try inbox.opened(file) { opened in
                let sent = opened.archived == nil ? try? SentFile(opened.path) : nil
                let survey = try SurveyedFile(
                    path: opened.path, sentAs: opened.archived, progress: progress)
                var match = Result { try preparation.match(opened, survey: survey) }
                // Of a file that is being written something else may have been surveyed than was looked at.
                if case .failure = match, sent?.isUnchanged(survey.sha256) == false {
                    match = .failure(FileRefusal(FileRules.changedWhileRead))
                }
                return (survey, match)
            }
        }
        for (file, surveyed) in zip(inbox.files, surveyed) {
            do {
                let (survey, match) = try surveyed.get()
                contents[file.path] = (Hexadecimal.text(survey.sha256), survey.survey.count)
                prepared.append((file, survey, try match.get()))
            } catch {
                results[file.path] = try refusal(of: file, because: error, match: nil)
            }
        }
        // Of files with the same bytes the one that bears the expected name counts.
        var owners: [[UInt8]: Inbox.File] = [:]
        for (file, survey, match) in prepared {
            let isNamed = Recognizer.fits(match.file.recognition.fileName, name: file.name)
            if owners[survey.sha256] == nil || isNamed && !isOwnerNamed(owners, survey, prepared) {
                owners[survey.sha256] = file
            }
        }
        let places = Dictionary(
            prepared.enumerated().filter { owners[$1.survey.sha256] == $1.file }
                .map { ($1.survey.sha256, $0) }, uniquingKeysWith: { first, _ in first })
        var turns: [FileImporter.Turn] = []
        for (place, (file, survey, match)) in prepared.enumerated() {
            let owner = owners[survey.sha256] ?? file
            guard owner == file else {
                results[file.path] = FileResult(
                    name: names[file.name], school: match.source.school,
                    outcome: .sameContent(as: names[owner.name]))
                continue
            }
            turns.append(
                FileImporter.Turn(
                    place: place, number: turns.count, file: file, survey: survey, match: match))
        }
        let early = EarlyFiles()
        defer { early.giveUp() }
        for group in try importer.groups(of: turns) {
            let outcomes = try importer.run(group) { turn in
                progress.begin(
                    .loading, names[turn.file.name], of: turn.survey.survey.count,
                    place: (turn.place + 1, prepared.count))
                let begun = early.take(turn.number)
                early.begin(turns.indices.dropFirst(turn.number + 1).prefix(EarlyFiles.most)) {
                    let next = turns[$0]
                    guard next.mayBeginEarly else { return nil }
                    return { try importer.begunEarly(next) }
                }
                return begun
            } isLater: { sha256, turn in
                places[sha256].map { $0 > turn.place } ?? false
            }
            for (turn, outcome) in zip(group, outcomes) {
                results[turn.file.path] = try result(of: turn, outcome)
                guard case .success(.loaded(_, let superseded)) = outcome else { continue }
                // A file that is read anew under other definitions is no rival of itself.
                for rival in superseded.compactMap({ owners[$0] }) where rival != turn.file {
                    results[rival.path] = rivalry(of: rival.name, with: turn.file.name, turn.match)
                }
            }
        }
        // A file that came before what it refers to was judged again since.
        let counts = Dictionary(
            try store.currentDeliveries().map { (names[$0.fileName], $0.counts) },
            uniquingKeysWith: { $1 })
        let tears = try torn(prepared.map(\.match))
        let ordered = results.sorted { $0.key < $1.key }.map { path, result in
            var (outcome, tear) = (result.outcome, TornFile?.none)
            if case .loaded(let first) = outcome {
                outcome = .loaded(counts[result.name] ?? first)
                tear = tears[result.name]
            }
            // What was surveyed of a file that changed is not known to the next run, which reads it again.
            let hasChanged = result.refusal?.rule.code == FileRules.changedWhileRead.code
            return FileResult(
                name: result.name, school: result.school, outcome: outcome,
                adaptation: result.adaptation, tear: tear,
                content: hasChanged ? nil : contents[path])
        }
        for result in ordered { log(result) }
        return ordered
    }

    /// Returns what is told of a file; what concerns the store is thrown on.
    private func result(
        of turn: FileImporter.Turn, _ outcome: Result<FileImporter.Outcome, any Error>
    ) throws -> FileResult {
        let (name, school) = (names[turn.file.name], turn.match.source.school)
        switch outcome {
        case .success(.replaced(let other)):
            return rivalry(of: turn.file.name, with: other, turn.match)
        case .success(.known): return FileResult(name: name, school: school, outcome: .known)
        case .success(.loaded(let counts, _)):
            return FileResult(
                name: name, school: school, outcome: .loaded(counts),
                adaptation: turn.match.adaptation(of: name))
        case .failure(let error):
            return try refusal(of: turn.file, because: error, match: turn.match)
        }
    }

    /// The files in force that are torn, by their names; only XML can be.
    private func torn(_ matches: [Recognizer.Match]) throws -> [String: TornFile] {
        let isAnyXML = matches.contains {
            if case .xml = $0.file.format { true } else { false }
        }
        guard isAnyXML else { return [:] }
        return Dictionary(
            try TornFile.all(in: store, names: names).map { ($0.name, $0) },
            uniquingKeysWith: { $1 })
    }

    private func log(_ result: FileResult) {
        var metadata: Logger.Metadata = ["file.name": "\(result.name)"]
        switch result.outcome {
        case .loaded(let counts):
            metadata["records.read"] = "\(counts.read)"
            metadata["records.loaded"] = "\(counts.loaded)"
            metadata["records.held_back"] = "\(counts.heldBack)"
            metadata["records.ignored"] = "\(counts.ignored)"
            logger.info("file loaded", metadata: metadata)
        case .known: logger.info("file known", metadata: metadata)
        case .sameContent(let other):
            metadata["file.same_as"] = "\(other)"
            logger.info("file has the content of another", metadata: metadata)
        case .refused(let finding):
            metadata["rule"] = "\(finding.rule.code)"
            logger.info("file refused", metadata: metadata)
        }
    }

    /// The result of a file whose place another file of the same inbox took.
    private func rivalry(
        of name: String, with other: String, _ match: Recognizer.Match
    ) -> FileResult {
        FileResult(
            name: names[name], school: match.source.school,
            outcome: .refused(
                Diagnostic(
                    FileRules.rival, at: InputPosition(file: names[name]),
                    details: ["other": names[other]])))
    }

    private func isOwnerNamed(
        _ owners: [[UInt8]: Inbox.File], _ survey: SurveyedFile,
        _ prepared: [(file: Inbox.File, survey: SurveyedFile, match: Recognizer.Match)]
    ) -> Bool {
        prepared.contains { other in
            other.file == owners[survey.sha256]
                && Recognizer.fits(other.match.file.recognition.fileName, name: other.file.name)
        }
    }

    /// Turns what a file was refused for into its result; what concerns the store is thrown on.
    private func refusal(
        of file: Inbox.File, because error: any Error, match: Recognizer.Match?
    ) throws -> FileResult {
        let name = names[file.name]
        guard let finding = Diagnostic(error, file: name) else { throw error }
        return FileResult(
            name: name, school: match?.source.school, outcome: .refused(finding))
    }
}

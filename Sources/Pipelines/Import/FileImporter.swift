import Diagnostics
import Extraction
import Foundation
import Normalization
import PupilSupport
import SupportStore

/// Imports recognised files into the store: surveyed, read on one thread, normalised on another, stored on a third.
struct FileImporter {
    let store: SupportStore
    let definitions: Definitions
    let judge: AcrossRecordsJudge
    let names: ShownFileNames
    /// The names that the definitions define, where several files are imported.
    var definedNames: DefinedNames?
    /// Is told how far the import has come.
    var progress = RunProgress()

    /// What became of a file.
    enum Outcome {
        /// Its records are in the store now, in the place of those of files with these fingerprints.
        case loaded(DeliveryCounts, superseded: [[UInt8]])
        /// A delivery with the same bytes, read under the same definitions, is in force.
        case known
        /// Another file of the inbox for the same school, semester and kind is in force.
        case replaced(by: String)
    }

    /// A file whose turn it is.
    struct Turn: Sendable {
        /// Its place among the files of the inbox.
        let place: Int
        /// Its number among those whose turn comes.
        let number: Int
        let file: Inbox.File
        let survey: SurveyedFile
        let match: Recognizer.Match

        /// Files of more bytes are not read before it is their turn, nor whole before they are stored: they would take
        /// too much memory beside another.
        private static let mostBytes = 4 << 20

        /// Whether the file may be kept and read before it is its turn.
        var mayBeginEarly: Bool { file.archived == nil && isSmall }

        /// Whether all of it is read before any of it is stored.
        var isSmall: Bool { survey.survey.count <= Self.mostBytes }
    }

    /// A file that is kept in the archive and is being read.
    struct BegunFile: Sendable {
        let accepted: AcceptedFile
        let erasure: ImportedErasure
        let batches: BatchRing<NormalizedBatch>
        fileprivate let store: SupportStore

        /// Lets go of it, whether it was stored or not.
        func finish() {
            batches.cancel()
            accepted.finish(in: store)
        }
    }

    /// Keeps a file and begins to read it before it is its turn; `nil` where that might do or tell something else than
    /// in its turn, because the store has had the file before or people were erased.
    func begunEarly(_ turn: Turn) throws -> BegunFile? {
        let sha256 = turn.survey.sha256
        guard try !store.hasSeen(sha256), try store.erasedPeople() == nil,
            store.archive.rekeying(of: sha256) == nil
        else { return nil }
        return try begin(turn, progress: RunProgress())
    }

    /// Keeps a file and begins to read it.
    func begin(_ turn: Turn, progress: RunProgress) throws -> BegunFile {
        let (file, match) = (turn.file, turn.match)
        let accepted = try AcceptedFile(file, turn.survey, in: store.archive)
        do {
            var context = NormalizationContext(
                municipality: definitions.municipality, vocabularies: definitions.vocabularies,
                source: match.source, words: definitions.words, names: definedNames)
            context.identify = try store.decidedIdentification()
            let erasure = try ImportedErasure(
                of: turn.survey.sha256, in: store, file: match.file, words: definitions.words)
            erasure.prepare(&context)
            let reading = FileReading(
                content: accepted.content, name: names[file.name], definition: match.file,
                schema: definitions.schema(of: match.file), context: context,
                keeping: accepted.keeping, progress: progress)
            return BegunFile(
                accepted: accepted, erasure: erasure, batches: reading.start(), store: store)
        } catch {
            accepted.finish(in: store)
            throw error
        }
    }

    func load(
        _ batch: NormalizedBatch, into loader: DeliveryLoader, source: SourceDefinition,
        fileName: String
    ) throws {
        let differing = try loader.register(
            pupils: batch.newPupils, teachers: batch.newTeachers, plans: batch.newPlanNumbers,
            names: batch.names, references: batch.newReferences,
            documents: batch.newDocuments)
        for records in batch.records { try loader.load(records) }
        try loader.hold(batch.heldBack)
        try loader.hold(batch.heldPlans)
        try loader.note(batch.unidentified)
        try loader.report(batch.findings)
        try loader.note(batch.droppedColumns)
        let rule = AcrossRecordsRules.nameDiffers
        let setting = source.ruleSeverities[rule.code]
        if setting != .off {
            try loader.report(
                differing.map { name in
                    Diagnostic(
                        rule, severity: setting.flatMap { Severity(rawValue: $0.rawValue) },
                        at: InputPosition(
                            file: fileName, line: name.place.line, byte: name.place.byte,
                            column: name.column.number, columnName: name.column.name,
                            record: name.place.byte))
                })
        }
        loader.count(
            read: batch.recordsRead, ignored: batch.recordsIgnored, semesters: batch.semesters,
            heldSemesters: batch.heldSemesters)
        loader.note(schools: batch.schools, heldSchools: batch.heldSchools)
    }
}

/// What one pass over a file's bytes told.
struct SurveyedFile {
    let survey: FileSurvey
    let sha256: [UInt8]

    /// Surveys a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - original: The fingerprint that it was sent with, where records were blanked since.
    ///   - progress: Is told how far the survey has come.
    /// - Throws: ``FileError`` when the file cannot be read.
    init(
        path: FilePath, sentAs original: [UInt8]? = nil, progress: RunProgress = RunProgress()
    ) throws {
        let fingerprint = ParallelFingerprint()
        survey = try FileSurvey(path: path) {
            fingerprint.update($0)
            progress.advance(by: $0.count)
        }
        sha256 = original ?? fingerprint.finalize()
    }
}

extension Definitions {
    /// The fingerprint of what decides how files of a source are read: the municipality, the
    /// vocabularies, the source itself and its schemas.
    func fingerprint(of source: String) -> [UInt8] {
        let schemas = sources.first { $0.code == source }?.files.compactMap(\.schemaPath) ?? []
        var fingerprint = Fingerprint()
        // What findings say is kept, so a change of what they may say has every file read anew.
        Array("findings 4".utf8).withUnsafeBytes { fingerprint.update($0) }
        for file in files {
            let folder = file.path.split(separator: "/").dropLast().first
            let isRead =
                folder == nil || folder == "vocabularies"
                || file.path == "sources/\(source).yaml" || schemas.contains(file.path)
            guard isRead else { continue }
            for bytes in [Array(file.path.utf8), [0], file.bytes, [0]] {
                bytes.withUnsafeBytes { fingerprint.update($0) }
            }
        }
        return fingerprint.finalize()
    }
}

extension LaterValue where Value == FileImporter.BegunFile? {
    /// Lets go of a file that was begun; it waits until that is so.
    func giveUp() { (try? value() ?? nil)?.finish() }
}

import Diagnostics
import Extraction
import Foundation
import Normalization
import PupilSupport
import SupportStore

/// Imports one recognised file into the store: surveyed, read on one thread, normalised on another, stored on a third.
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

    /// A file that is kept in the archive and is being read.
    struct BegunFile: Sendable {
        fileprivate let accepted: AcceptedFile
        fileprivate let erasure: ImportedErasure
        fileprivate let batches: BatchRing<NormalizedBatch>
        fileprivate let store: SupportStore

        /// Lets go of it, whether it was stored or not.
        func finish() {
            batches.cancel()
            accepted.finish(in: store)
        }
    }

    /// Files of more bytes are not read before it is their turn: they would take too much memory beside another.
    private static let mostBytesEarly = 4 << 20

    /// Whether a file may be kept and read before it is its turn.
    func mayBeginEarly(_ file: Inbox.File, _ survey: SurveyedFile) -> Bool {
        file.archived == nil && survey.survey.count <= Self.mostBytesEarly
    }

    /// Keeps a file and begins to read it before it is its turn; `nil` where that might do or tell something else than
    /// in its turn, because the store has had the file before or people were erased.
    func begunEarly(
        _ file: Inbox.File, survey: SurveyedFile, match: Recognizer.Match
    ) throws -> BegunFile? {
        guard try !store.hasSeen(survey.sha256), try store.erasedPeople() == nil,
            store.archive.rekeying(of: survey.sha256) == nil
        else { return nil }
        return try begin(file, survey: survey, match: match, progress: RunProgress())
    }

    /// Keeps a file and begins to read it.
    private func begin(
        _ file: Inbox.File, survey: SurveyedFile, match: Recognizer.Match, progress: RunProgress
    ) throws -> BegunFile {
        let accepted = try AcceptedFile(file, survey, in: store.archive)
        do {
            var context = NormalizationContext(
                municipality: definitions.municipality, vocabularies: definitions.vocabularies,
                source: match.source, words: definitions.words, names: definedNames)
            context.identify = try store.decidedIdentification()
            let erasure = try ImportedErasure(
                of: survey.sha256, in: store, file: match.file, words: definitions.words)
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

    /// Imports a file.
    ///
    /// - Parameter early: The file where it was begun before.
    /// - Throws: ``FileRefusal`` or ``FileError`` when the file is refused whole; the store is as before.
    func run(
        _ file: Inbox.File, survey: SurveyedFile, match: Recognizer.Match,
        begun early: LaterValue<BegunFile?>? = nil, isLater: ([UInt8]) -> Bool
    ) throws -> Outcome {
        defer { early?.giveUp() }
        let definition = definitions.fingerprint(of: match.source.code)
        switch try store.knowledge(
            of: survey.sha256, definition: definition, isLater: isLater)
        {
        case .inForce:
            // An older program kept no files; what was lost or altered since is kept again.
            if file.archived == nil { try AcceptedFile.keep(file, survey, in: store.archive) }
            return .known
        case .replaced(let other): return .replaced(by: other)
        case .unknown: break
        }
        let ready: BegunFile? = try early?.value() ?? nil
        let begun = try ready ?? begin(file, survey: survey, match: match, progress: progress)
        defer { begun.finish() }
        let (accepted, erasure, ring) = (begun.accepted, begun.erasure, begun.batches)
        let shownName = names[file.name]
        let description = DeliveryDescription(
            sha256: survey.sha256, definition: definition, source: match.source.code,
            kind: match.file.kind,
            school: match.source.school.flatMap { code in
                definitions.municipality.schools.firstIndex { $0.code == code }
            }, fileName: file.name, sheet: match.sheet, bytes: survey.survey.count)
        let source = match.source
        let (counts, superseded) = try store.load(
            description, schools: definitions.municipality.schools,
            vocabularies: definitions.vocabularies
        ) { loader in
            if let adaptation = match.adaptation(of: shownName) {
                try loader.report([adaptation])
            }
            var (hasRecords, hasTotalRow) = (false, false)
            var (erased, codes) = ([SourcePlace](), [String]())
            while let batch = try ring.next() {
                erased += batch.erased
                codes += erasure.codes(among: batch.newPupils)
                hasRecords = hasRecords || batch.recordsRead > 0
                hasTotalRow = hasTotalRow || batch.hasTotalRow
                try load(batch, into: loader, source: source, fileName: shownName)
                progress.count(records: batch.recordsRead)
            }
            if let total = match.file.totalRow, hasRecords, !hasTotalRow {
                throw FileRefusal(
                    FileRules.missingTotalRow, details: ["text": total.text])
            }
            try accepted.check()
            try loader.report(
                survey.survey.findings(in: match.file.encoding, file: shownName).filter {
                    source.ruleSeverities[$0.rule.code] != .off
                })
            try erasure.finish(
                loader, leavingOut: erased, of: codes, fileName: shownName)
            try loader.finish()
            try judgeTogether(loader, source: source.code)
        }
        try store.followRekeyedFiles()
        return .loaded(counts, superseded: superseded)
    }

    private func load(
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

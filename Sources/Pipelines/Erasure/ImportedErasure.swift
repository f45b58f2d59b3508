import Diagnostics
import Extraction
import Normalization
import PupilSupport
import SupportStore

/// Keeps people who were erased out of a file that is imported: their records are left out before anything
/// is stored, and blanked in the archive.
struct ImportedErasure {
    private let sha256: [UInt8]
    private let store: SupportStore
    private let file: FileDefinition
    private let words: KnownWords
    private let people: ErasedPeople?
    /// The records that were blanked before.
    private let blanked: [FileRekeying.Place]

    init(
        of sha256: [UInt8], in store: SupportStore, file: FileDefinition, words: KnownWords
    ) throws {
        self.sha256 = sha256
        self.store = store
        self.file = file
        self.words = words
        people = try store.erasedPeople()
        blanked = store.archive.rekeying(of: sha256)?.places ?? []
    }

    /// Tells the normaliser who was erased, and which lines of the file are blank for it.
    func prepare(_ context: inout NormalizationContext) {
        context.erasedLines = ErasedLines(
            Set(blanked.flatMap { $0.line..<($0.line + $0.lines) }))
        guard let people else { return }
        context.isErased = { people.contains(.pupil, $0) }
        context.isErasedPlan = { people.contains(plan: $1, ofSchool: $0) }
    }

    /// Returns the codes of people who were erased among those whom a batch names for the first time.
    func codes(among pupils: [PersonIdentifier]) -> [String] {
        people.map { people in
            pupils.filter { people.contains(.pupil, $0) }.map(\.text)
        } ?? []
    }

    /// Counts what was blanked before, and has the archive blank what was left out now.
    ///
    /// - Parameters:
    ///   - loader: Loads the delivery.
    ///   - places: The records that were left out.
    ///   - codes: The codes of those whom they name; the rest of the file is searched for them.
    ///   - fileName: The name of the file in findings.
    func finish(
        _ loader: DeliveryLoader, leavingOut places: [SourcePlace], of codes: [String],
        fileName: String
    ) throws {
        guard !blanked.isEmpty || !places.isEmpty else { return }
        loader.count(
            read: blanked.count, ignored: blanked.count, semesters: [], heldSemesters: [])
        try loader.report([
            Diagnostic(
                FileRules.erasedRecords, at: InputPosition(file: fileName),
                details: ["count": "\(blanked.count + places.count)"])
        ])
        guard !places.isEmpty else { return }
        let blanking = ArchiveBlanking(archive: store.archive, words: words)
        let outcome = try blanking.blank(
            Set(places.map(\.byte)), in: sha256, read: file,
            needles: codes.isEmpty ? nil : Needles(codes: codes, names: []))
        try loader.rekey(to: outcome.current, from: outcome.previous, places: outcome.places)
    }
}

import Extraction
import Normalization
import PupilSupport
import SupportStore

/// Reads the files of the archive once more to find out who the people of a store are.
struct ArchivedPeople {
    private let store: SupportStore
    private let definitions: Definitions
    private let preparation: FilePreparation

    init(store: SupportStore, definitions: Definitions) {
        self.store = store
        self.definitions = definitions
        preparation = FilePreparation(definitions)
    }

    /// Returns who the people are; whoever stands only in files that cannot be read any more is left out.
    ///
    /// - Throws: What keeps the store from being read.
    func people() throws -> KeyedPeople {
        var recovery = PeopleRecovery(store, answers: definitions.vocabularies[.answers])
        for delivery in try store.reader.read({ try $0.sourceDeliveries() }) {
            guard let content = try? store.archive.opened(delivery.sha256) else { continue }
            try read(delivery, from: content, into: &recovery)
        }
        return try recovery.people()
    }

    private func read(
        _ delivery: SourceDelivery, from content: OpenedFile, into recovery: inout PeopleRecovery
    ) throws {
        let file = Inbox.File(path: FilePath(content.path), name: delivery.fileName)
        guard let (_, match) = try? preparation.prepare(file) else { return }
        let context = NormalizationContext(
            municipality: definitions.municipality, vocabularies: definitions.vocabularies,
            source: match.source, words: definitions.words)
        let reading = FileReading(
            content: content, name: delivery.fileName, definition: match.file,
            schema: definitions.schema(of: match.file), context: context)
        recovery.begin(delivery)
        let batches = reading.start()
        defer { batches.cancel() }
        // A file that is torn names people up to where it is torn.
        while let batch = try? batches.next() {
            recovery.add(
                pupils: batch.newPupils, teachers: batch.newTeachers, names: batch.names,
                references: batch.newReferences, records: batch.records)
            try recovery.add(batch.unidentified)
        }
        try recovery.end()
    }
}

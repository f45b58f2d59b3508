import Diagnostics
import Extraction
import Normalization
import PupilSupport
import SupportStore

/// Finds everything that the store and its archive hold of a person.
struct PersonSearch {
    let store: SupportStore
    let definitions: Definitions
    let person: StoredPerson

    /// What one delivery holds of the person.
    struct Find {
        let delivery: SourceDelivery
        /// The records of which facts were made, by first byte, with their lines.
        var facts: [Int: Int] = [:]
        /// The records that are held back, by first byte, with their lines.
        var held: [Int: Int] = [:]
        /// The records in which the person is named and of which nothing was kept, by first byte.
        var others: Set<Int> = []
        /// How the file is read, or why it cannot be; the file itself is not kept open.
        var reading: Result<FileDefinition, SourceProblem>
        /// Whether the rest of the file names the person: by code, or by a name that nobody else bears.
        var isNamedBesides = false

        var records: Set<Int> { Set(facts.keys).union(held.keys).union(others) }

        /// Whether anything is there to take away.
        var isEmpty: Bool { records.isEmpty && !isNamedBesides }
    }

    /// What was found of the person.
    struct Outcome {
        let traces: PersonTraces
        let finds: [Find]
        let files: SourceFiles
    }

    /// Looks through all deliveries, those included whose place others took.
    func run() throws -> Outcome {
        let traces = try store.traces(
            of: person, repetition: AcrossRecordsRules.repeated.code)
        let files = try store.reader.read {
            try SourceFiles($0, archive: store.archive, definitions: definitions)
        }
        let held = Dictionary(grouping: traces.held, by: \.delivery)
        let finds = try files.deliveries.values.sorted { $0.id < $1.id }.map { delivery in
            try find(
                delivery, traces: traces,
                held: Dictionary(
                    (held[delivery.id] ?? []).map { ($0.byte, $0.line) },
                    uniquingKeysWith: { $1 }), files: files)
        }
        return Outcome(traces: traces, finds: finds.filter { !$0.isEmpty }, files: files)
    }

    private func find(
        _ delivery: SourceDelivery, traces: PersonTraces, held: [Int: Int], files: SourceFiles
    ) throws -> Find {
        var find = Find(delivery: delivery, reading: .failure(.notArchived))
        find.facts = traces.facts[delivery.id] ?? [:]
        for (byte, line) in traces.unidentified[delivery.id] ?? [:] where held[byte] != nil {
            find.held[byte] = line
        }
        let walk: RecordWalk
        do throws(SourceProblem) { walk = try files.walk(of: delivery) } catch {
            find.reading = .failure(error)
            return find
        }
        find.reading = .success(walk.file)
        let survey: RecordSurvey
        do { survey = try RecordSurvey(walk, needles: person.needles) } catch {
            find.reading = .failure(.unreadable)
            return find
        }
        let byCode = survey.named(byName: false)
        // A name alone tells whom a record means where the record is held back and nobody else bears it.
        let byName = survey.named(byName: true).filter { held[$0] != nil }
        for byte in byCode.union(byName) where find.facts[byte] == nil {
            if let line = held[byte] {
                find.held[byte] = line
            } else if try !store.hasFacts(delivery: delivery.id, byte: byte) {
                // Somebody else's record that mentions the person stays, without the mention.
                find.others.insert(byte)
            }
        }
        find.isNamedBesides = !survey.hits.isEmpty
        return find
    }
}

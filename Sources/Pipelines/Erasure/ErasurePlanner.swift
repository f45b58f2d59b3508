import Diagnostics
import Extraction
import Normalization
import PupilSupport
import Rollup
import SupportStore

/// Works out what is taken away of a person; blanked files are put into the archive, nothing else changes.
struct ErasurePlanner {
    let store: SupportStore
    let definitions: Definitions
    let indicators: IndicatorSet

    /// What is taken away.
    func plan(for person: StoredPerson, _ found: PersonSearch.Outcome) throws -> ErasurePlan {
        let blanking = ArchiveBlanking(archive: store.archive, words: definitions.words)
        var deliveries: [ErasurePlan.Delivery] = []
        var files: [[UInt8]: ErasurePlan.File] = [:]
        // The same bytes may have been read twice, under other definitions.
        let bySha256 = Dictionary(grouping: found.finds, by: \.delivery.sha256)
        for (sha256, finds) in bySha256 {
            let records = finds.reduce(into: Set<Int>()) { $0.formUnion($1.records) }
            let file = try file(sha256, finds, records, needles: person.needles, blanking)
            if let file { files[sha256] = file }
            for find in finds {
                let places =
                    file?.places.isEmpty == false
                    ? file?.places ?? [] : Self.places(of: find)
                let repeated = found.traces.repeated[find.delivery.id] ?? []
                deliveries.append(
                    ErasurePlan.Delivery(
                        id: find.delivery.id, places: places,
                        ignoredBefore: places.count { place in
                            find.facts[place.byte] == nil && find.held[place.byte] == nil
                                && repeated.contains(place.byte)
                        }))
            }
        }
        let figures = try store.figures(under: definitions, indicators)
        return ErasurePlan(
            person: person, deliveries: deliveries.sorted { $0.id < $1.id },
            files: files.values.sorted { $0.sha256.lexicographicallyPrecedes($1.sha256) },
            figuresBefore: figures.text,
            semesters: Set(found.finds.compactMap { $0.delivery.semester?.code }).sorted())
    }

    /// Returns what becomes of a file, or `nil` where the archive has none.
    private func file(
        _ sha256: [UInt8], _ finds: [PersonSearch.Find], _ records: Set<Int>, needles: Needles,
        _ blanking: ArchiveBlanking
    ) throws -> ErasurePlan.File? {
        guard store.archive.has(sha256) else { return nil }
        let readings = finds.compactMap { try? $0.reading.get() }
        if let reading = readings.first {
            do {
                let outcome = try blanking.blank(
                    records, in: sha256, read: reading, needles: needles)
                guard outcome.isChanged else { return nil }
                return ErasurePlan.File(
                    sha256: sha256, previous: outcome.previous, current: outcome.current,
                    places: outcome.places)
            } catch is FileRefusal {} catch is FileError {}
        }
        // Nobody can say any more where its records begin and end.
        return ErasurePlan.File(
            sha256: sha256, previous: store.archive.rekeying(of: sha256)?.current ?? sha256,
            current: nil, places: [])
    }

    /// The places of a file that the archive does not have or that cannot be gone through: as the store
    /// knows them.
    private static func places(of find: PersonSearch.Find) -> [FileRekeying.Place] {
        find.facts.merging(find.held) { $1 }.sorted { $0.key < $1.key }.map { byte, line in
            FileRekeying.Place(line: line, byte: byte, length: 0, lines: 1)
        }
    }
}

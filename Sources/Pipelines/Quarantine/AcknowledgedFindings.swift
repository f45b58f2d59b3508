import Extraction
import PupilSupport
public import SupportStore

/// Which findings of a store somebody accepted, and for how long.
public struct AcknowledgedFindings: Sendable {
    private struct Key: Hashable {
        let delivery: Int
        let rule: String
        let record: Int?
        let columnName: String?

        init(_ finding: StoredFinding) {
            (delivery, rule) = (finding.delivery, finding.rule)
            (record, columnName) = (finding.record, finding.columnName)
        }
    }

    private var accepted: [Key: [StoredAcknowledgement]] = [:]

    /// The codes of the rules of which anything was accepted that is still the same.
    var rules: Set<String> { Set(accepted.keys.map(\.rule)) }

    /// The acknowledgements of a finding whose bytes are still those that were accepted, oldest first;
    /// expired ones are among them.
    func all(of finding: StoredFinding) -> [StoredAcknowledgement] { accepted[Key(finding)] ?? [] }

    /// Returns the acknowledgement of a finding that holds on a day, the latest of several, or `nil`.
    func holding(of finding: StoredFinding, on day: CivilDate?) -> StoredAcknowledgement? {
        all(of: finding).last { $0.holds(on: day) }
    }

    /// Finds out which findings were accepted.
    ///
    /// Where the file is the one in which a finding was accepted this takes no more than a look at the
    /// store; otherwise the records in question are read from the archive. What cannot be read there
    /// counts as not accepted.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - definitions: The definitions.
    /// - Throws: What keeps the store from being read.
    public init(store: ReadableStore, definitions: Definitions) throws {
        let acknowledgements = Dictionary(
            grouping: try store.acknowledgements(), by: \.acknowledgement.rule)
        guard !acknowledgements.isEmpty else { return }
        let records = ArchivedRecords(archive: store.archive, definitions: definitions)
        for delivery in try store.currentDeliveries() {
            let own = acknowledgements.mapValues { all in
                all.filter { $0.acknowledgement.mayConcern(delivery) }
            }.filter { !$0.value.isEmpty }
            guard !own.isEmpty else { continue }
            var filter = FindingFilter()
            filter.delivery = delivery.id
            filter.rules = Set(own.keys)
            var open: [OpenFinding] = []
            try store.forEachFinding(filter) { finding in
                let candidates = (own[finding.rule] ?? []).filter {
                    $0.acknowledgement.mayConcern(finding)
                }
                let here = candidates.filter {
                    $0.acknowledgement.isMade(of: finding, in: delivery)
                }
                if !here.isEmpty { accepted[Key(finding)] = here }
                let others = candidates.filter { $0.acknowledgement.sha256 != delivery.sha256 }
                guard !others.isEmpty, let place = finding.place(in: delivery) else { return }
                open.append(OpenFinding(key: Key(finding), place: place, candidates: others))
                guard open.count == Self.mostOpen else { return }
                compare(open, in: delivery, records, by: store.contentKey)
                open.removeAll(keepingCapacity: true)
            }
            compare(open, in: delivery, records, by: store.contentKey)
        }
    }

    /// A finding whose record must be compared with what was accepted in another file.
    private struct OpenFinding {
        let key: Key
        let place: Int
        let candidates: [StoredAcknowledgement]
    }

    /// Of as many findings the records are in memory at a time; the file is read once for each so many.
    private static let mostOpen = 20_000

    /// Accepts those of which the record is the same, byte for byte, as one that was accepted.
    private mutating func compare(
        _ open: [OpenFinding], in delivery: StoredDelivery, _ records: ArchivedRecords,
        by contentKey: ([UInt8]) -> [UInt8]
    ) {
        guard !open.isEmpty else { return }
        let sources =
            (try? records.sources(
                of: Set(open.map(\.place)), in: delivery.sha256, named: delivery.fileName)) ?? [:]
        for finding in open {
            guard let source = sources[finding.place] else { continue }
            let content = contentKey(source.bytes)
            let same = finding.candidates.filter { $0.acknowledgement.content == content }
            guard !same.isEmpty else { continue }
            accepted[finding.key] = ((accepted[finding.key] ?? []) + same)
                .sorted { $0.id < $1.id }
        }
    }
}

extension StoredAcknowledgement {
    /// Whether it holds on a day, the day on which it expires included.
    func holds(on day: CivilDate?) -> Bool {
        guard let last = acknowledgement.expiresOn, let day else { return true }
        return day <= last
    }
}

extension StoredFinding {
    /// The place of the record in the sources of its file; `nil` when it concerns the whole file.
    func place(in delivery: StoredDelivery) -> Int? {
        guard let record else { return nil }
        return delivery.sheet == nil ? record : line
    }
}

extension Acknowledgement {
    fileprivate func mayConcern(_ delivery: StoredDelivery) -> Bool {
        source == delivery.source && kind == delivery.kind
    }

    fileprivate func mayConcern(_ finding: StoredFinding) -> Bool {
        columnName == finding.columnName ?? "" && (place == nil) == (finding.record == nil)
    }

    /// Whether it was made of this very finding; of a whole file its bytes are the content.
    fileprivate func isMade(of finding: StoredFinding, in delivery: StoredDelivery) -> Bool {
        sha256 == delivery.sha256 && sheet == delivery.sheet ?? ""
            && place == finding.place(in: delivery)
    }
}

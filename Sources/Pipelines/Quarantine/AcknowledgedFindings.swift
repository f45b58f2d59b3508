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
        let findings = Dictionary(
            grouping: try store.currentFindings().filter { acknowledgements[$0.rule] != nil },
            by: \.delivery)
        let records = ArchivedRecords(archive: store.archive, definitions: definitions)
        for delivery in try store.currentDeliveries() {
            var open: [(finding: StoredFinding, candidates: [StoredAcknowledgement])] = []
            for finding in findings[delivery.id] ?? [] {
                let candidates = (acknowledgements[finding.rule] ?? []).filter {
                    $0.acknowledgement.mayConcern(finding, in: delivery)
                }
                let here = candidates.filter {
                    $0.acknowledgement.isMade(of: finding, in: delivery)
                }
                if !here.isEmpty { accepted[Key(finding)] = here }
                let others = candidates.filter { $0.acknowledgement.sha256 != delivery.sha256 }
                if !others.isEmpty { open.append((finding, others)) }
            }
            let places = Set(open.compactMap { $0.finding.place(in: delivery) })
            guard !places.isEmpty else { continue }
            let sources =
                (try? records.sources(
                    of: places, in: delivery.sha256, named: delivery.fileName)) ?? [:]
            for (finding, candidates) in open {
                guard let place = finding.place(in: delivery), let source = sources[place] else {
                    continue
                }
                let content = store.contentKey(of: source.bytes)
                let same = candidates.filter { $0.acknowledgement.content == content }
                guard !same.isEmpty else { continue }
                accepted[Key(finding)] = ((accepted[Key(finding)] ?? []) + same)
                    .sorted { $0.id < $1.id }
            }
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
    fileprivate func mayConcern(_ finding: StoredFinding, in delivery: StoredDelivery) -> Bool {
        source == delivery.source && kind == delivery.kind
            && columnName == finding.columnName ?? ""
            && (place == nil) == (finding.record == nil)
    }

    /// Whether it was made of this very finding; of a whole file its bytes are the content.
    fileprivate func isMade(of finding: StoredFinding, in delivery: StoredDelivery) -> Bool {
        sha256 == delivery.sha256 && sheet == delivery.sheet ?? ""
            && place == finding.place(in: delivery)
    }
}

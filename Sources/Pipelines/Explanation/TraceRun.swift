public import Diagnostics
import PupilSupport
import Rollup
import SupportStore

/// Why a line cannot be followed.
public struct TraceProblem: Error, Hashable {
    /// What is wrong, and how to mend it.
    public let message: MessageText

    init(lv: String, en: String) { message = MessageText(lv: lv, en: en) }
}

extension ExplanationRun {
    /// Returns the records on a line and the figures that each touches.
    ///
    /// - Throws: ``TraceProblem`` when the store has no such file, or no record is on the line.
    public func trace(_ place: SourceLine) throws -> TraceDocument {
        try reader.read { snapshot in
            let files = try sourceFiles(snapshot)
            let found = files.deliveries(named: place.file).compactMap { files.deliveries[$0] }
            guard let first = found.first else {
                let near = files.suggestions(for: place.file).joined(separator: ", ")
                let shown = ShownText(fileName: place.file, knowing: files.words).text
                throw TraceProblem(
                    lv: "krātuvē nav faila '\(shown)'; vai domājāt: \(near)",
                    en: "the store has no file '\(shown)'; did you mean: \(near)")
            }
            var records: [TracedRecord] = []
            var findings: [TracedFinding] = []
            for delivery in found {
                let maker = TraceMaker(
                    run: self, files: files, snapshot: snapshot, delivery: delivery)
                records += try maker.records(on: place.line)
                findings += try maker.findingsOfNoRecord(on: place.line)
            }
            let name = files.names[first.fileName]
            guard !records.isEmpty || !findings.isEmpty else {
                throw TraceProblem(
                    lv:
                        "faila '\(name)' \(place.line). rindā nav neviena ieraksta: tā ir galvene, tukša "
                        + "rinda vai aiz faila beigām",
                    en:
                        "no record is on line \(place.line) of '\(name)': it is the header, a blank line, "
                        + "or behind the end of the file")
            }
            return TraceDocument(
                file: name, line: place.line, records: records, findings: findings)
        }
    }
}

/// Follows the records of one delivery to their figures.
private struct TraceMaker {
    let run: ExplanationRun
    let files: SourceFiles
    let snapshot: StoreSnapshot
    let delivery: SourceDelivery

    func records(on line: Int) throws -> [TracedRecord] {
        var places: [(line: Int, byte: Int)]
        do {
            let search = LineSearch(walk: try files.walk(of: delivery))
            places = try search.records(on: line).map { ($0.line, $0.byte) }
        } catch {
            // Without its file the store still knows where records begin.
            places = try snapshot.records(ofDelivery: delivery.id, line: line).map { (line, $0) }
        }
        return try places.map { try record(line: $0.line, byte: $0.byte) }
    }

    func findingsOfNoRecord(on line: Int) throws -> [TracedFinding] {
        try snapshot.findingsOfNoRecord(ofDelivery: delivery.id, line: line).map(finding)
    }

    private func record(line: Int, byte: Int) throws -> TracedRecord {
        let kinds = try snapshot.kinds(ofDelivery: delivery.id, record: byte)
        let stored = try snapshot.findings(ofDelivery: delivery.id, record: byte)
        let isHeld = try snapshot.isHeld(delivery: delivery.id, record: byte)
        let isIgnored =
            kinds.isEmpty || stored.contains { RuleCatalogue.codesOfIgnored.contains($0.rule) }
        let isCurrent = delivery.successor == nil
        let cell = files.row(line, of: delivery.id)
        let state: TracedRecord.State =
            !isCurrent ? .superseded : isHeld ? .heldBack : isIgnored ? .ignored : .loaded
        return TracedRecord(
            delivery: delivery.id,
            sha256: String(Hexadecimal.text(delivery.sha256).prefix(12)), line: line, cell: cell,
            byte: cell == nil ? byte : nil, state: state, successor: delivery.successor,
            kinds: kinds.map(\.rawValue), findings: stored.map(finding),
            figures: state == .loaded ? try figures(byte) : [],
            changes: kinds.isEmpty || !isCurrent ? [] : try changes(byte, counts: isHeld))
    }

    private func figures(_ byte: Int) throws -> [String] {
        try snapshot.currentSemesters().flatMap { semester in
            try run.rollup.figures(
                restingOnDelivery: delivery.id, byte: byte, in: semester, snapshot)
        }.map(\.description)
    }

    private func changes(_ byte: Int, counts: Bool) throws -> [TracedChange] {
        let other = try StoreReader(
            stateFolder: run.folder,
            supposing: Supposition(delivery: delivery.id, byte: byte, counts: counts))
        return try other.read { supposed in
            guard try supposed.mark() == snapshot.mark() else {
                throw TraceProblem(
                    lv: "krātuve tikmēr mainījās; palaidiet komandu vēlreiz",
                    en: "the store changed meanwhile; run the command again")
            }
            let semesters = Set(try snapshot.currentSemesters())
                .union(try supposed.currentSemesters()).sorted()
            return try semesters.flatMap { semester in
                try run.rollup.changes(of: semester, from: snapshot, to: supposed)
            }.map { change in
                TracedChange(
                    address: change.address.description,
                    now: change.before.flatMap { Double($0.description) },
                    otherwise: change.after.flatMap { Double($0.description) },
                    exact: (change.before, change.after))
            }
        }
    }

    private func finding(_ stored: StoredFinding) -> TracedFinding {
        let words = SaidFinding(stored, names: files.names)
        return TracedFinding(
            rule: stored.rule, severity: stored.severity, column: stored.columnName,
            message: words.summary, advice: words.advice)
    }
}

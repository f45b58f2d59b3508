public import Diagnostics
import Foundation
import PupilSupport
public import SupportStore

/// A run from its beginning to its record: what it imported, what it published, how it ended.
public final class RunSession {
    /// The store.
    public let store: SupportStore
    /// When the run began, in seconds since 1970.
    public let startedAt: Int

    private let definitions: Definitions
    private let command: String
    private let arguments: [String]
    private let version: String
    private let clock = ContinuousClock()
    private var lapStart: ContinuousClock.Instant
    private var laps: [String: Int] = [:]
    private var results: [ImportRun.FileResult] = []
    private var periods: [RunRecord.Period] = []

    /// Begins a run; it leaves no trace unless it changes something.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - arguments: The arguments that it was given; none of them is secret.
    ///   - version: The version of the program.
    ///   - store: The store.
    ///   - definitions: The definitions.
    public init(
        _ command: String, arguments: [String], version: String, store: SupportStore,
        definitions: Definitions
    ) {
        self.command = command
        self.arguments = arguments
        self.version = version
        self.store = store
        self.definitions = definitions
        startedAt = Moment.now
        lapStart = clock.now
        store.begin(definitions.run(of: command, version: version, at: startedAt))
    }

    /// Notes what became of the files of the inbox.
    ///
    /// - Throws: ``UnbalancedRecords`` when records of a file are unaccounted for: no figure may rest on it.
    public func note(_ results: [ImportRun.FileResult]) throws {
        self.results = results
        lap("import")
        let names = try store.currentDeliveries().filter { !$0.counts.isConserved }.map(\.fileName)
        guard names.isEmpty else {
            let shown = ShownFileNames(names, knowing: definitions.words)
            throw UnbalancedRecords(files: names.map { shown[$0] })
        }
    }

    /// Files whose records loaded, held back and ignored are not together those that were read.
    public struct UnbalancedRecords: Error, Hashable {
        /// The names of the files as they may be shown.
        public let files: [String]

        /// What is wrong, and what can be done.
        public var message: MessageText {
            let names = files.joined(separator: ", ")
            return MessageText(
                lv:
                    "\(names): ielādētie, aizturētie un ignorētie ieraksti kopā nav nolasītie, tāpēc pārskatu "
                    + "nav; atjaunojiet krātuvi no rezerves kopijas un ziņojiet par kļūdu",
                en:
                    "\(names): the records loaded, held back and ignored are not together those that were "
                    + "read, so there is no report; restore the store from the backup and report the fault"
            )
        }
    }

    /// Notes that a report was written, and enters it as what is published of the semester.
    public func note(_ summary: ReportRun.SemesterSummary) throws {
        try store.publish(summary.files, of: summary.semester)
        periods.append(
            RunRecord.Period(
                semester: summary.semester.code,
                state: summary.isComplete ? "complete" : "incomplete", closedAs: summary.closedAs,
                figuresMoved: summary.moves.count, outputs: summary.files))
        lap("reports")
    }

    private func lap(_ name: String) {
        let now = clock.now
        let parts = (now - lapStart).components
        laps[name, default: 0] +=
            Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000)
        lapStart = now
    }

    /// The files that were refused.
    private var refused: [Diagnostic] { results.compactMap(\.refusal) }

    /// Ends the run: its record goes into the store and, as a file of its own, into `runs` beside it.
    ///
    /// - Parameters:
    ///   - exitCode: The exit code of the program.
    ///   - looksAtInbox: Whether the run read an inbox; else what the last one refused stands.
    ///   - isAlways: Whether it is entered though it changed nothing.
    public func end(
        exitCode: Int, looksAtInbox: Bool = true, always isAlways: Bool = false
    ) throws {
        let refusedText =
            looksAtInbox ? RefusedFiles(refused).text : try store.lastRefused()
        let now = Moment.now
        let record = try record(exitCode: exitCode, at: now)
        let number = try store.endRun(
            exitCode: exitCode, at: now, looksAtInbox: looksAtInbox, refused: refusedText,
            always: isAlways
        ) { record.text(run: $0) }
        guard let number else { return }
        let state = PathParts.folder(of: store.path)
        try ReportFolder.makeFolder("\(state)/runs", named: "\(state)/runs")
        let digits = String(number)
        let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        let path = "\(state)/runs/\(name).json"
        let file = try OutputFile(path, shownAs: path)
        try file.write(Array(record.text(run: number).utf8))
        try file.finish()
    }

    private func record(exitCode: Int, at now: Int) throws -> RunRecord {
        var rules = try store.currentRules()
        for finding in refused { rules[finding.rule.code, default: 0] += 1 }
        let deliveries = try store.currentDeliveries()
        let total = deliveries.reduce(into: DeliveryCounts()) { $0 += $1.counts }
        let dropped = try droppedColumns(of: deliveries)
        return RunRecord(
            command: command, arguments: arguments, version: version,
            definitions: definitions.hash, startedAt: LocalDay.text(of: startedAt),
            finishedAt: LocalDay.text(of: now), milliseconds: laps,
            inputs: results.map { input($0, dropped) }, records: RunRecord.Records(total),
            rules: rules,
            periods: periods, exitCode: exitCode)
    }

    /// The columns of which nothing is kept, by the fingerprint of the file.
    private func droppedColumns(
        of deliveries: [StoredDelivery]
    ) throws -> [String: [RunRecord.Dropped]] {
        let columns = try store.droppedColumns()
        return Dictionary(
            deliveries.map { delivery in
                let own = (columns[delivery.id] ?? []).map { column in
                    RunRecord.Dropped(
                        column: column.number, name: column.name, records: delivery.counts.read)
                }
                return (Hexadecimal.text(delivery.sha256), own)
            }, uniquingKeysWith: { first, _ in first })
    }

    private func input(
        _ result: ImportRun.FileResult, _ dropped: [String: [RunRecord.Dropped]]
    ) -> RunRecord.Input {
        let (outcome, rule, counts): (String, String?, DeliveryCounts?) =
            switch result.outcome {
            case .loaded(let counts): ("loaded", nil, counts)
            case .known: ("known", nil, nil)
            case .sameContent: ("same_content", nil, nil)
            case .refused(let finding): ("refused", finding.rule.code, nil)
            }
        return RunRecord.Input(
            file: result.name, sha256: result.content?.sha256, bytes: result.content?.bytes,
            outcome: outcome, rule: rule, records: counts.map(RunRecord.Records.init),
            droppedColumns: counts.flatMap { _ in
                result.content.flatMap { dropped[$0.sha256] }.flatMap { $0.isEmpty ? nil : $0 }
            })
    }
}

public import Diagnostics
import Foundation
public import PupilSupport
import Reports
public import SupportStore

/// What a store holds back, as it may be shown.
public struct Quarantine {
    /// Which records are asked for; what is `nil` asks for all.
    public struct Filter: Sendable {
        /// The code of a school.
        public var school: String?
        /// A semester; records of which none is known concern each.
        public var semester: Semester?
        /// The code of a rule.
        public var rule: String?
        /// Whether records are wanted that were released or whose file was replaced.
        public var includingEnded = false

        /// Creates a filter that lets everything pass that is held back.
        public init() {}
    }

    private let store: ReadableStore
    private let definitions: Definitions
    private let texts: FindingWords

    /// Prepares to read a store.
    public init(store: ReadableStore, definitions: Definitions) throws {
        self.store = store
        self.definitions = definitions
        let names = try store.currentDeliveries().map(\.fileName)
        texts = FindingWords(
            names: ShownFileNames(names, knowing: definitions.words), words: definitions.words)
    }

    /// In which form a list is wanted.
    public enum Form: String, Sendable, CaseIterable {
        /// For a terminal.
        case text
        /// One document.
        case json
        /// One row for each finding.
        case csv
    }

    /// Returns the list of the records that pass a filter, with the counts of each rule; nothing in it
    /// tells who a record is about.
    public func list(_ filter: Filter, as form: Form, in language: Language) throws -> [UInt8] {
        let items = try entries(filter).map { item($0.entry, findings: $0.findings, raw: nil) }
        let list = HeldList(items, in: language)
        return switch form {
        case .text: Array(list.text.utf8)
        case .json: list.json
        case .csv: Array(list.table.utf8)
        }
    }

    /// Returns the table of the records that pass a filter, with their source texts where they are
    /// asked for.
    ///
    /// - Parameters:
    ///   - withSources: Whether to add the source texts, which are personal data.
    ///   - report: Receives why the texts of a file cannot be found.
    public func table(
        _ filter: Filter, withSources: Bool, in language: Language, report: (Diagnostic) -> Void
    ) throws -> [UInt8] {
        let entries = try entries(filter)
        var sources: [[UInt8]: [Int: ArchivedRecords.Source]] = [:]
        if withSources {
            for file in Dictionary(grouping: entries.map(\.entry), by: \.sha256).values
                .sorted(by: { ($0[0].fileName, $0[0].id) < ($1[0].fileName, $1[0].id) })
            {
                sources[file[0].sha256] = try self.sources(of: file, report: report)
            }
        }
        let items = entries.map { entry, findings in
            let source = sources[entry.sha256]?[Self.place(of: entry)]
            return item(
                entry, findings: findings, raw: withSources ? source?.text ?? "" : nil)
        }
        return Array(HeldList(items, in: language).table.utf8)
    }

    /// Returns everything that is known of one record, or `nil` when there is none with the number.
    public func text(of id: Int, in language: Language) throws -> String? {
        guard let entry = try store.heldEntries(id: id, includingEnded: true).first else {
            return nil
        }
        let findings = try store.findings(of: entry)
        return HistoryText(language).text(of: item(entry, findings: findings, raw: nil))
    }

    /// Returns the source text of one record, which is personal data, or `nil` when it cannot be found.
    ///
    /// - Parameter report: Receives why.
    public func source(of id: Int, report: (Diagnostic) -> Void) throws -> String? {
        guard let entry = try store.heldEntries(id: id, includingEnded: true).first else {
            return nil
        }
        return try sources(of: [entry], report: report)[Self.place(of: entry)]?.text
    }

    // MARK: - Parts

    private struct RecordKey: Hashable {
        let delivery: Int
        let byte: Int
    }

    private func entries(
        _ filter: Filter
    ) throws -> [(entry: HeldEntry, findings: [StoredFinding])] {
        let findings = Dictionary(
            grouping: try store.currentFindings().filter { $0.record != nil },
            by: { RecordKey(delivery: $0.delivery, byte: $0.record ?? 0) })
        return try store.heldEntries(includingEnded: filter.includingEnded).filter { entry in
            (filter.school.map(entry.schools.contains) ?? true)
                && (filter.semester.map { (entry.semester ?? $0) == $0 } ?? true)
        }.map { entry in
            guard entry.state == .held else { return (entry, []) }
            return (entry, findings[RecordKey(delivery: entry.delivery, byte: entry.byte)] ?? [])
        }.filter { entry, findings in
            filter.rule.map { rule in
                entry.rules.contains(rule) || findings.contains { $0.rule == rule }
            } ?? true
        }
    }

    private func item(
        _ entry: HeldEntry, findings: [StoredFinding], raw: String?
    ) -> HeldItem {
        HeldItem(
            id: entry.id, file: texts.names[entry.fileName], line: entry.line,
            byte: entry.sheet == nil ? entry.byte : nil, schools: entry.schools,
            semester: entry.semester, kind: entry.kind, rules: entry.rules,
            state: entry.state.rawValue, firstSeen: entry.firstSeen.map(RunMoment.init),
            attempts: entry.attempts, ended: entry.ended.map(RunMoment.init),
            findings: findings.map { texts.shown($0, sheet: entry.sheet) }, raw: raw)
    }

    /// The key of a record among the sources of its file.
    private static func place(of entry: HeldEntry) -> Int {
        entry.sheet == nil ? entry.byte : entry.line
    }

    private func sources(
        of entries: [HeldEntry], report: (Diagnostic) -> Void
    ) throws -> [Int: ArchivedRecords.Source] {
        guard let first = entries.first else { return [:] }
        let name = texts.names[first.fileName]
        do {
            return try ArchivedRecords(archive: store.archive, definitions: definitions).sources(
                of: Set(entries.map(Self.place)), in: first.sha256, named: first.fileName)
        } catch {
            guard let finding = Diagnostic(error, file: name) else { throw error }
            report(finding)
            return [:]
        }
    }
}

extension RunMoment {
    init(_ run: HeldEntry.Run) {
        self.init(run: run.number, moment: LocalDay.text(of: run.startedAt))
    }
}

extension FindingWords {
    /// Returns a finding as lists and letters show it.
    func shown(_ stored: StoredFinding, sheet: String?) -> ShownFinding {
        ShownFinding(
            line: stored.line, byte: sheet == nil ? stored.byte : nil, column: stored.column,
            columnName: stored.columnName, cell: cell(of: stored, sheet: sheet),
            rule: stored.rule, severity: stored.severity, found: summary(of: stored),
            advice: advice(of: stored))
    }
}

public import Diagnostics
import Foundation
public import PupilSupport
import Reports
public import SupportStore

/// What a store holds back, as it may be shown.
public struct Quarantine: Sendable {
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

    /// Writes the list of the records that pass a filter, with the counts of each rule; nothing in it tells who
    /// a record is about.
    ///
    /// - Parameter body: Receives the list piece by piece.
    public func write(
        _ filter: Filter, as form: Form, in language: Language, to body: ([UInt8]) throws -> Void
    ) throws {
        switch form {
        case .text:
            // What the text leaves out need not be put into words.
            try HeldList(items(filter, withFindings: HeldList.mostShown), in: language)
                .writeText(to: body)
        case .json: try HeldList(items(filter), in: language).writeJSON(to: body)
        case .csv: try HeldList(items(filter), in: language).writeTable(to: body)
        }
    }

    /// Writes the table of the records that pass a filter, with their source texts where they are asked for.
    ///
    /// - Parameters:
    ///   - withSources: Whether to add the source texts, which are personal data.
    ///   - report: Receives why the texts of a file cannot be found.
    ///   - body: Receives the table piece by piece.
    public func writeTable(
        _ filter: Filter, withSources: Bool, in language: Language, report: (Diagnostic) -> Void,
        to body: ([UInt8]) throws -> Void
    ) throws {
        var texts: [[UInt8]: [Int: String]]?
        if withSources { texts = try sourceTexts(filter, report: report) }
        try HeldList(items(filter, raw: texts), in: language).writeTable(to: body)
    }

    /// Returns the source texts of the records that pass a filter, by files and places.
    private func sourceTexts(
        _ filter: Filter, report: (Diagnostic) -> Void
    ) throws -> [[UInt8]: [Int: String]] {
        var files: [[UInt8]: (name: String, id: Int, places: Set<Int>)] = [:]
        try forEachEntry(filter) { entry, _ in
            files[entry.sha256, default: (entry.fileName, entry.id, [])].places
                .insert(Self.place(of: entry))
        }
        var texts: [[UInt8]: [Int: String]] = [:]
        for (sha256, file) in files.sorted(by: {
            ($0.value.name, $0.value.id) < ($1.value.name, $1.value.id)
        }) {
            texts[sha256] = try sources(
                of: file.places, in: sha256, named: file.name, report: report
            ).mapValues(\.text)
        }
        return texts
    }

    /// Returns everything that is known of one record, or `nil` when there is none with the number.
    public func text(of id: Int, in language: Language) throws -> String? {
        guard let entry = try store.heldEntries(id: id, includingEnded: true).first else {
            return nil
        }
        let findings = try store.findings(of: entry)
        var moments = Moments()
        return HistoryText(language).text(
            of: item(entry, findings: findings, raw: nil, by: &moments))
    }

    /// Returns the source text of one record, which is personal data, or `nil` when it cannot be found.
    ///
    /// - Parameter report: Receives why.
    public func source(of id: Int, report: (Diagnostic) -> Void) throws -> String? {
        guard let entry = try store.heldEntries(id: id, includingEnded: true).first else {
            return nil
        }
        let place = Self.place(of: entry)
        return try sources(
            of: [place], in: entry.sha256, named: entry.fileName, report: report)[place]?.text
    }

    // MARK: - Parts

    /// Hands the records that pass a filter to a body, each with what looks up its findings.
    private func forEachEntry(
        _ filter: Filter, _ body: (HeldEntry, @escaping () throws -> [StoredFinding]) throws -> Void
    ) throws {
        try store.forEachHeldEntry(includingEnded: filter.includingEnded) { entry, findings in
            if let school = filter.school, !entry.schools.contains(school) { return }
            if let semester = filter.semester, (entry.semester ?? semester) != semester { return }
            if let rule = filter.rule, !entry.rules.contains(rule),
                try !findings().contains(where: { $0.rule == rule })
            {
                return
            }
            try body(entry, findings)
        }
    }

    /// The records that pass a filter.
    ///
    /// - Parameters:
    ///   - limit: Of how many the findings are wanted, or `nil` for all.
    ///   - raw: The source texts by files and places, where they are asked for.
    private func items(
        _ filter: Filter, withFindings limit: Int? = nil, raw: [[UInt8]: [Int: String]]? = nil
    ) -> HandedOut<HeldItem> {
        HandedOut { [self] body in
            var (count, moments) = (0, Moments())
            try forEachEntry(filter) { entry, findings in
                count += 1
                let isWanted = limit.map { count <= $0 } ?? true
                try body(
                    item(
                        entry, findings: isWanted ? findings() : [],
                        raw: raw.map { $0[entry.sha256]?[Self.place(of: entry)] ?? "" },
                        by: &moments))
            }
        }
    }

    /// The moments of runs as text: many records are of few runs.
    private struct Moments {
        private var known: [HeldEntry.Run: RunMoment] = [:]

        mutating func text(of run: HeldEntry.Run) -> RunMoment {
            if let moment = known[run] { return moment }
            let moment = RunMoment(run)
            known[run] = moment
            return moment
        }
    }

    private func item(
        _ entry: HeldEntry, findings: [StoredFinding], raw: String?, by moments: inout Moments
    ) -> HeldItem {
        HeldItem(
            id: entry.id, file: texts.names[entry.fileName], line: entry.line,
            byte: entry.sheet == nil ? entry.byte : nil, schools: entry.schools,
            semester: entry.semester, kind: entry.kind, rules: entry.rules,
            state: entry.state.rawValue, firstSeen: entry.firstSeen.map { moments.text(of: $0) },
            attempts: entry.attempts, ended: entry.ended.map { moments.text(of: $0) },
            findings: findings.map { texts.shown($0, sheet: entry.sheet) }, raw: raw)
    }

    /// The key of a record among the sources of its file.
    private static func place(of entry: HeldEntry) -> Int {
        entry.sheet == nil ? entry.byte : entry.line
    }

    private func sources(
        of places: Set<Int>, in sha256: [UInt8], named fileName: String,
        report: (Diagnostic) -> Void
    ) throws -> [Int: ArchivedRecords.Source] {
        do {
            return try ArchivedRecords(archive: store.archive, definitions: definitions).sources(
                of: places, in: sha256, named: fileName)
        } catch {
            guard let finding = Diagnostic(error, file: texts.names[fileName]) else { throw error }
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

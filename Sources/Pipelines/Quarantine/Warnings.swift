public import PupilSupport
import Reports
public import SupportStore

/// The warnings of a store, and what became of them.
public struct Warnings {
    /// A warning of the store.
    public struct Warning {
        let finding: StoredFinding
        let delivery: StoredDelivery
        /// By which people speak of it.
        public let id: String
    }

    /// Which warnings are meant.
    public enum Selector: Sendable {
        /// The one with this name.
        case id(String)
        /// Those of a rule at a place of a file.
        case place(rule: String, file: String, line: Int, column: String?)
    }

    let store: ReadableStore
    let definitions: Definitions
    let texts: FindingWords
    private let day: CivilDate?
    private let acknowledged: AcknowledgedFindings
    private let deliveries: [Int: StoredDelivery]
    private let findings: [StoredFinding]

    /// Reads a store.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - definitions: The definitions.
    ///   - day: The day on which acknowledgements must hold.
    public init(store: ReadableStore, definitions: Definitions, on day: CivilDate?) throws {
        self.store = store
        self.definitions = definitions
        self.day = day
        let deliveries = try store.currentDeliveries()
        texts = FindingWords(
            names: ShownFileNames(deliveries.map(\.fileName), knowing: definitions.words),
            words: definitions.words)
        self.deliveries = Dictionary(deliveries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        findings = try store.currentFindings()
        acknowledged = try AcknowledgedFindings(store: store, definitions: definitions)
    }

    /// Returns the list of the warnings that pass a filter.
    public func list(
        _ filter: Quarantine.Filter, as form: Quarantine.Form, in language: Language
    ) -> [UInt8] {
        let items = warnings.filter { warning in
            let semester = warning.delivery.semester
            return filter.school.map(schools(of: warning).contains) ?? true
                && filter.semester.map { (semester ?? $0) == $0 } ?? true
                && filter.rule.map { $0 == warning.finding.rule } ?? true
        }.map(item)
        let list = WarningList(items, in: language)
        return switch form {
        case .text: Array(list.text.utf8)
        case .json: list.json
        case .csv: Array(list.table.utf8)
        }
    }

    /// Returns the warnings that are meant.
    public func warnings(_ selector: Selector) -> [Warning] {
        warnings.filter { warning in
            if case .id(let id) = selector { return warning.id == id }
            return matches(warning.finding, in: warning.delivery, selector)
        }
    }

    /// Whether a selector means an error, which cannot be accepted.
    public func isError(_ selector: Selector) -> Bool {
        findings.contains { finding in
            guard finding.severity != "warning", finding.severity != "note",
                let delivery = deliveries[finding.delivery]
            else { return false }
            return matches(finding, in: delivery, selector)
        }
    }

    /// The number of warnings that nobody has accepted, or whose acknowledgement holds no more.
    var openCount: Int { warnings.count { holding($0).isEmpty } }

    /// Returns the acknowledgements of a warning that hold.
    func holding(_ warning: Warning) -> [StoredAcknowledgement] {
        acknowledged.all(of: warning.finding).filter { $0.holds(on: day) }
    }

    // MARK: - Parts

    private var warnings: [Warning] {
        findings.compactMap { finding in
            guard finding.severity == "warning", let delivery = deliveries[finding.delivery]
            else { return nil }
            return Warning(
                finding: finding, delivery: delivery, id: Self.id(of: finding, in: delivery))
        }
    }

    private func matches(
        _ finding: StoredFinding, in delivery: StoredDelivery, _ selector: Selector
    ) -> Bool {
        guard case .place(let rule, let file, let line, let column) = selector else { return false }
        return finding.rule == rule && finding.line == line
            && (delivery.fileName == file || texts.names[delivery.fileName] == file)
            && (column.map { $0 == finding.columnName } ?? true)
    }

    /// The name of a warning follows from the bytes of the file and the place, not from the order in
    /// which the store keeps findings: judging again must not give it to another.
    private static func id(of finding: StoredFinding, in delivery: StoredDelivery) -> String {
        let parts = [
            Hexadecimal.text(delivery.sha256), delivery.sheet ?? "",
            finding.place(in: delivery).map(String.init) ?? "", finding.rule,
            finding.columnName ?? "", "\(finding.line)",
        ]
        var fingerprint = Fingerprint()
        Array(parts.joined(separator: "\u{1F}").utf8).withUnsafeBytes { fingerprint.update($0) }
        return "w" + Hexadecimal.text(fingerprint.finalize().prefix(5))
    }

    private func schools(of warning: Warning) -> [String] {
        warning.finding.judgedSchool.map { [$0] } ?? warning.delivery.schools
    }

    private func item(_ warning: Warning) -> WarningItem {
        let last = acknowledged.all(of: warning.finding).last
        let holding = acknowledged.holding(of: warning.finding, on: day) ?? last
        return WarningItem(
            id: warning.id, file: texts.names[warning.delivery.fileName],
            schools: schools(of: warning), semester: warning.delivery.semester,
            finding: texts.shown(warning.finding, sheet: warning.delivery.sheet),
            state: holding.map { $0.holds(on: day) ? "acknowledged" : "expired" } ?? "open",
            author: holding?.acknowledgement.author, reason: holding?.acknowledgement.reason,
            moment: holding?.acceptedAt.map(LocalDay.text),
            expiresOn: holding?.acknowledgement.expiresOn)
    }
}

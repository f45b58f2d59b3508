public import PupilSupport
import Reports
public import SupportStore

/// The warnings of a store, and what became of them.
public struct Warnings: Sendable {
    /// A warning of the store.
    public struct Warning: Sendable {
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
        acknowledged = try AcknowledgedFindings(store: store, definitions: definitions)
    }

    /// Writes the list of the warnings that pass a filter.
    ///
    /// - Parameter body: Receives the list piece by piece.
    public func write(
        _ filter: Quarantine.Filter, as form: Quarantine.Form, in language: Language,
        to body: ([UInt8]) throws -> Void
    ) throws {
        let list = WarningList(items(filter), in: language)
        switch form {
        case .text: try list.writeText(to: body)
        case .json: try list.writeJSON(to: body)
        case .csv: try list.writeTable(to: body)
        }
    }

    /// Returns the warnings that are meant.
    public func warnings(_ selector: Selector) throws -> [Warning] {
        var chosen: [Warning] = []
        try forEachWarning(filter(selector)) { warning in
            let isMeant =
                if case .id(let id) = selector { warning.id == id } else {
                    matches(warning.finding, in: warning.delivery, selector)
                }
            if isMeant { chosen.append(warning) }
        }
        return chosen
    }

    /// Whether a selector means an error, which cannot be accepted.
    public func isError(_ selector: Selector) throws -> Bool {
        guard case .place = selector else { return false }
        var isError = false
        try store.forEachFinding(filter(selector)) { finding in
            guard finding.severity != "warning", finding.severity != "note",
                let delivery = deliveries[finding.delivery]
            else { return }
            isError = isError || matches(finding, in: delivery, selector)
        }
        return isError
    }

    /// Returns the number of warnings that nobody has accepted, or whose acknowledgement holds no more.
    ///
    /// Only those are looked at of whose rule anything was accepted; the others are counted.
    func openCount() throws -> Int {
        var filter = Self.warnings
        var open = try store.findingCount(filter)
        filter.rules = acknowledged.rules
        guard filter.rules != [] else { return open }
        try store.forEachFinding(filter) { finding in
            if acknowledged.all(of: finding).contains(where: { $0.holds(on: day) }) { open -= 1 }
        }
        return open
    }

    /// Returns the acknowledgements of a warning that hold.
    func holding(_ warning: Warning) -> [StoredAcknowledgement] {
        acknowledged.all(of: warning.finding).filter { $0.holds(on: day) }
    }

    // MARK: - Parts

    private static var warnings: FindingFilter {
        var filter = FindingFilter()
        filter.severities = ["warning"]
        return filter
    }

    private func filter(_ selector: Selector) -> FindingFilter {
        var filter = FindingFilter()
        if case .place(let rule, _, let line, _) = selector {
            filter.rules = [rule]
            filter.line = line
        }
        return filter
    }

    /// Hands the warnings among findings to a body.
    private func forEachWarning(
        _ filter: FindingFilter, _ body: (Warning) throws -> Void
    ) throws {
        var filter = filter
        filter.severities = ["warning"]
        try store.forEachFinding(filter) { finding in
            guard let delivery = deliveries[finding.delivery] else { return }
            try body(
                Warning(
                    finding: finding, delivery: delivery, id: Self.id(of: finding, in: delivery)))
        }
    }

    private func items(_ asked: Quarantine.Filter) -> HandedOut<WarningItem> {
        HandedOut { [self] body in
            var filter = FindingFilter()
            filter.semester = asked.semester
            filter.rules = asked.rule.map { [$0] }
            try forEachWarning(filter) { warning in
                if let school = asked.school, !schools(of: warning).contains(school) { return }
                try body(item(warning))
            }
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

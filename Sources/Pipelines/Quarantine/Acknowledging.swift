public import Diagnostics
import Extraction
public import PupilSupport
public import SupportStore

/// Accepts warnings, and takes that back.
public struct Acknowledging {
    /// Who decides, why, and until when.
    public struct Decision: Sendable {
        /// Who.
        public let author: String
        /// Why.
        public let reason: String
        /// The last day on which it holds, or `nil` for ever.
        public let expiresOn: CivilDate?

        /// Creates a decision.
        public init(author: String, reason: String, expiresOn: CivilDate? = nil) {
            self.author = author
            self.reason = reason
            self.expiresOn = expiresOn
        }
    }

    private let store: SupportStore
    private let warnings: Warnings

    /// Prepares to change what a store holds of warnings.
    public init(store: SupportStore, warnings: Warnings) {
        self.store = store
        self.warnings = warnings
    }

    /// Accepts warnings, all or none.
    ///
    /// - Returns: Why they were not accepted: a file of the archive cannot be read, or does not have the
    ///   record where it was; `nil` when they were.
    public func accept(
        _ chosen: [Warnings.Warning], _ decision: Decision
    ) throws -> Obstacle? {
        let records = ArchivedRecords(
            archive: store.archive, definitions: warnings.definitions)
        var accepted: [Acknowledgement] = []
        for warning in chosen {
            let delivery = warning.delivery
            let name = warnings.texts.names[delivery.fileName]
            let place = warning.finding.place(in: delivery)
            var content = delivery.sha256
            if let place {
                do {
                    let sources = try records.sources(
                        of: [place], in: delivery.sha256, named: delivery.fileName)
                    guard let source = sources[place] else {
                        return .notFound(file: name, line: warning.finding.line)
                    }
                    content = source.bytes
                } catch {
                    guard let finding = Diagnostic(error, file: name) else { throw error }
                    return .refused(finding)
                }
            }
            accepted.append(
                Acknowledgement(
                    rule: warning.finding.rule, source: delivery.source, kind: delivery.kind,
                    columnName: warning.finding.columnName ?? "",
                    content: warnings.store.contentKey(of: content), sha256: delivery.sha256,
                    sheet: delivery.sheet ?? "", place: place, author: decision.author,
                    reason: decision.reason, expiresOn: decision.expiresOn))
        }
        try store.acknowledge(accepted)
        return nil
    }

    /// Takes back that warnings were accepted.
    ///
    /// - Returns: The number of acknowledgements that were withdrawn.
    public func withdraw(_ chosen: [Warnings.Warning], _ decision: Decision) throws -> Int {
        let ids = Set(chosen.flatMap { warnings.holding($0).map(\.id) }).sorted()
        if !ids.isEmpty {
            try store.withdraw(
                acknowledgements: ids, by: decision.author, because: decision.reason)
        }
        return ids.count
    }

    /// Why a warning cannot be accepted.
    public enum Obstacle: Sendable {
        /// Its file cannot be read from the archive.
        case refused(Diagnostic)
        /// Its record is not where it was, for the definitions have changed since.
        case notFound(file: String, line: Int)
    }
}

import Diagnostics
public import Logging
import PupilSupport
public import Rollup
import SupportStore

/// Rolls up every semester that is due, with nobody watching.
public struct RollupRun {
    private let session: RunSession
    private let definitions: Definitions
    private let indicators: IndicatorSet
    private let output: String
    private let logger: Logger
    private let progress: RunProgress

    /// What a rollup did.
    public struct Outcome: Sendable {
        /// What somebody must look at, worst first.
        public let troubles: [Trouble]
        /// Whether the public report of every semester was written.
        public let isProtected: Bool
        /// Whether there was any file.
        public let hasInput: Bool
        /// Whether there was any file that could be used.
        public let hasUsableInput: Bool
    }

    /// Prepares a rollup.
    public init(
        session: RunSession, definitions: Definitions, indicators: IndicatorSet, output: String,
        logger: Logger, progress: RunProgress = RunProgress()
    ) {
        self.session = session
        self.definitions = definitions
        self.indicators = indicators
        self.output = output
        self.logger = logger
        self.progress = progress
    }

    /// Imports what is new and writes the report of every semester that is due, oldest first.
    ///
    /// - Parameter inbox: The folder of the exports.
    /// - Returns: `nil` when there is no inbox.
    /// - Throws: ``OutputError``, ``StoreError``, ``EvidenceProblem``, ``PastError``.
    public func run(inbox: String) throws -> Outcome? {
        let store = session.store
        guard
            let importing = try ImportRun(
                store: store, definitions: definitions, inbox: inbox, logger: logger)
        else { return nil }
        let before = try store.currentDeliveries()
        let results = try importing.run(progress: progress)
        try session.note(results)
        // What an import, or a run that failed, has read was not told yet.
        let fresh = try store.deliveriesSincePublication()
        let newlyHeld = try NewlyHeldBack.all(
            since: before.filter { known in !fresh.contains { $0.id == known.id } }, in: store,
            names: importing.names)
        let day = LocalDay(of: session.startedAt).date
        let reportable = try ReportableSemesters(
            store: store, municipality: definitions.municipality)
        let closed = Set(try store.seals().map(\.semester))
        let wanted = Set(definitions.municipality.semestersDue(on: day)).union(closed).sorted()
            .filter { semester in
                !reportable.matching(semester).isEmpty
                    || definitions.municipality.expectedDeliveries.contains {
                        $0.semester == semester
                    }
            }
        let refused = results.compactMap(\.refusal)
        let reports = try ReportRun(
            store: store, definitions: definitions, indicators: indicators, output: output,
            refused: refused, names: importing.names)
        var moved: [(semester: String, revision: String, count: Int)] = []
        var unprotected: [Trouble] = []
        do {
            try reports.write(wanted, progress: progress) { summary in
                try session.note(summary)
                if let revision = summary.closedAs {
                    moved.append((summary.semester.code, revision, summary.moves.count))
                }
            }
        } catch let failure as ProtectionFailure {
            // All else was written, and all else is told.
            unprotected = [Trouble(.error, lv: failure.message.lv, en: failure.message.en)]
        }
        let deliveries = try store.currentDeliveries()
        let late = LateDeliveries(definitions.municipality, deliveries: deliveries, on: day)
        let troubles =
            unprotected + Self.troubles(ofInboxWith: results.count)
            + Self.troubles(refusing: refused)
            + late.troubles
            + (try Self.troubles(
                unexpected: definitions.municipality, deliveries, known: store.currentSemesters,
                on: day))
            + TornFile.troubles(of: results.compactMap(\.tear))
            + Self.troubles(holdingBack: fresh, names: importing.names)
            + NewlyHeldBack.troubles(of: newlyHeld)
            + Self.troubles(moved: moved) + Trouble.unnamed(try store.unrecoveredParticipants())
        return Outcome(
            troubles: troubles.sorted { $0.severity > $1.severity },
            isProtected: unprotected.isEmpty, hasInput: !results.isEmpty,
            hasUsableInput: results.contains { $0.refusal == nil })
    }

    // MARK: - Troubles

    /// An inbox without a file, such as a share that is not mounted, is never a quiet day.
    private static func troubles(ofInboxWith files: Int) -> [Trouble] {
        guard files == 0 else { return [] }
        return [
            Trouble(
                .error,
                lv:
                    "iesūtne ir tukša; pārbaudiet, vai tās disks ir pievienots un --inbox ir pareizs",
                en: "the inbox is empty; see whether its disk is mounted and --inbox is right")
        ]
    }

    /// Semesters that ended without anybody being expected to deliver, and without any data.
    ///
    /// - Parameter known: Returns the semesters of which anything counts, for a file may be of several; asked
    ///   only where no file is of one of them alone.
    static func troubles(
        unexpected municipality: Municipality, _ deliveries: [StoredDelivery],
        known: () throws -> [Semester], on day: CivilDate
    ) rethrows -> [Trouble] {
        let silent = municipality.semestersDue(on: day).filter { semester in
            !municipality.expectedDeliveries.contains { $0.semester == semester }
                && !deliveries.contains { $0.semester == semester }
        }
        guard !silent.isEmpty else { return [] }
        let counted = Set(try known())
        return silent.filter { !counted.contains($0) }.map { semester in
            Trouble(
                .warning,
                lv:
                    "\(semester) ir beidzies, bet par to nav datu, un aprakstos nav teikts, kam tie jāatsūta "
                    + "(deliveries)",
                en:
                    "\(semester) has ended, but there are no data of it, and the definitions do not say who "
                    + "owes any (deliveries)")
        }
    }

    static func troubles(refusing refused: [Diagnostic]) -> [Trouble] {
        refused.map { finding in
            Trouble(
                .error,
                lv:
                    "\(finding.position.file): \(finding.summary(in: .latvian)) [\(finding.rule.code)]",
                en:
                    "\(finding.position.file): \(finding.summary(in: .english)) [\(finding.rule.code)]"
            )
        }
    }

    /// What is held back of files that no report has told of; what was told is in the school's letter.
    private static func troubles(
        holdingBack deliveries: [StoredDelivery], names: ShownFileNames
    ) -> [Trouble] {
        deliveries.filter { $0.counts.heldBack > 0 }.map { delivery in
            let (name, counts) = (names[delivery.fileName], delivery.counts)
            return Trouble(
                .warning,
                lv: "\(name): no \(counts.read) ierakstiem aizturēti \(counts.heldBack)",
                en: "\(name): of \(counts.read) records \(counts.heldBack) are held back")
        }
    }

    static func troubles(
        moved: [(semester: String, revision: String, count: Int)]
    ) -> [Trouble] {
        moved.filter { $0.count > 0 }.map { semester, revision, count in
            Trouble(
                .warning,
                lv:
                    "\(semester) ir slēgts kā \(revision), bet datos ir citi skaitļi: \(count) (pumpurs diff "
                    + "\(revision) now --semester \(semester))",
                en:
                    "\(semester) is closed as \(revision), but the data give other figures: \(count) "
                    + "(pumpurs diff \(revision) now --semester \(semester))")
        }
    }
}

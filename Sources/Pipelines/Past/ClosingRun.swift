public import Diagnostics
public import PupilSupport
import Reports
public import Rollup
import SupportStore

/// Closes a semester: its figures are taken once more, numbered and sealed.
public struct ClosingRun {
    /// Why a semester cannot be closed.
    public enum Refusal: Error, Hashable {
        /// The store holds nothing of the semester.
        case nothingThere
        /// It is closed already, and nobody asked for a revision.
        case closed(revision: String)
        /// It has not ended by the calendar.
        case notEnded(on: CivilDate)
        /// It is open, so there is nothing to revise.
        case open
        /// It is closed, and no figure differs from what was sealed.
        case unchanged(revision: String)
        /// Something is missing.
        case incomplete(reasons: [LocalizedText])
    }

    /// What is asked for.
    public struct Wish: Sendable {
        /// The semester.
        public let semester: Semester
        /// Who closes it.
        public let author: String
        /// What is said in public of the revision.
        public let note: String
        /// Whether a closed semester gets a new revision.
        public let isRevision: Bool
        /// Whether it may be closed though something is missing.
        public let allowsIncomplete: Bool

        /// Creates a wish.
        public init(
            semester: Semester, author: String, note: String, isRevision: Bool,
            allowsIncomplete: Bool
        ) {
            self.semester = semester
            self.author = author
            self.note = note
            self.isRevision = isRevision
            self.allowsIncomplete = allowsIncomplete
        }
    }

    private let session: RunSession
    private let definitions: Definitions
    private let indicators: IndicatorSet
    private let output: String

    /// Prepares the closing.
    ///
    /// - Parameters:
    ///   - session: The run.
    ///   - definitions: The definitions.
    ///   - indicators: The indicators.
    ///   - output: The folder of the reports.
    public init(
        session: RunSession, definitions: Definitions, indicators: IndicatorSet, output: String
    ) {
        self.session = session
        self.definitions = definitions
        self.indicators = indicators
        self.output = output
    }

    /// Closes a semester.
    ///
    /// - Returns: What the terminal shows of it.
    /// - Throws: ``Refusal`` when it cannot be closed; nothing is changed then.
    public func close(_ wish: Wish) throws -> ReportRun.SemesterSummary {
        let store = session.store
        guard
            try !ReportableSemesters(store: store, municipality: definitions.municipality)
                .matching(wish.semester).isEmpty
        else { throw Refusal.nothingThere }
        if let end = definitions.municipality.calendar.period(of: wish.semester)?.endsOn,
            LocalDay(of: session.startedAt).date <= end, !wish.allowsIncomplete
        {
            throw Refusal.notEnded(on: end)
        }
        let closed = try ClosedSemesters(store: store)
        let seal = closed.seal(of: wish.semester)
        if let seal, !wish.isRevision { throw Refusal.closed(revision: seal.name) }
        if seal == nil, wish.isRevision { throw Refusal.open }
        let revision = (seal?.revision ?? 0) + 1
        var made: SemesterRelease?
        try reports(closed).make(
            [wish.semester],
            revision: { semester in
                semester == wish.semester
                    ? closed.revision(
                        of: semester, closing: (revision, wish.note, session.startedAt))
                    : closed.revision(of: semester)
            }
        ) { made = $0 }
        guard let made else { throw Refusal.nothingThere }
        let figures = FigureList(made.report.cube)
        if let seal, try closed.figures(of: wish.semester) == figures {
            throw Refusal.unchanged(revision: seal.name)
        }
        guard made.report.state.isComplete || wish.allowsIncomplete else {
            throw Refusal.incomplete(reasons: made.report.state.reasons)
        }
        guard made.unprotected.isEmpty else {
            throw ProtectionFailure(addresses: made.unprotected, consequence: .notClosed)
        }
        try store.seal(
            wish.semester, revision: revision, author: wish.author, note: wish.note,
            at: session.startedAt, files: made.files.map { ($0.name, $0.content.bytes) },
            figures: figures.text)
        var summary: ReportRun.SemesterSummary?
        try reports(ClosedSemesters(store: store)).write([wish.semester]) {
            summary = $0
            try session.note($0)
        }
        guard let summary else { throw Refusal.nothingThere }
        return summary
    }

    private func reports(_ closed: ClosedSemesters) throws -> ReportRun {
        let store = session.store
        return try ReportRun(
            store: store, definitions: definitions, indicators: indicators, output: output,
            refused: RefusedFiles(text: store.lastRun()?.refused ?? "[]").findings,
            names: ShownFileNames(
                try store.currentDeliveries().map(\.fileName), knowing: definitions.words),
            closed: closed, day: LocalDay(of: session.startedAt).date)
    }
}

extension ClosingRun.Refusal {
    /// What is wrong, and what can be done.
    ///
    /// - Parameter semester: The semester that was to be closed.
    public func message(of semester: Semester) -> MessageText {
        switch self {
        case .nothingThere:
            MessageText(
                lv:
                    "krātuvē par semestri \(semester) nav nekā; ko slēgt, vispirms importē (pumpurs report)",
                en: "the store holds nothing of semester \(semester); import its exports first "
                    + "(pumpurs report)")
        case .closed(let revision):
            MessageText(
                lv:
                    "semestris \(semester) jau ir slēgts kā \(revision); tā pārskatu, ja tā mapē nav, ieraksta "
                    + "pumpurs rollup, bet jaunam izdevumam lietojiet --revise un --note",
                en:
                    "semester \(semester) is closed as \(revision) already; pumpurs rollup writes its report "
                    + "where it is not there, and --revise with --note makes a new revision")
        case .notEnded(let day):
            MessageText(
                lv:
                    "semestris \(semester) beidzas \(day); slēdziet to pēc tam, vai, ja tā vajag, ar "
                    + "--allow-incomplete",
                en:
                    "semester \(semester) ends on \(day); close it after that, or, if it must be, with "
                    + "--allow-incomplete")
        case .open:
            MessageText(
                lv: "semestris \(semester) nav slēgts; slēdziet to bez --revise",
                en: "semester \(semester) is not closed; close it without --revise")
        case .unchanged(let revision):
            MessageText(
                lv:
                    "neviens semestra \(semester) skaitlis neatšķiras no \(revision); jauna izdevuma nav",
                en:
                    "no figure of semester \(semester) differs from \(revision); there is no new revision"
            )
        case .incomplete(let reasons):
            MessageText(
                lv:
                    "semestra \(semester) dati ir nepilnīgi: \(reasons.map(\.lv).joined(separator: "; ")); "
                    + "sagaidiet tos vai slēdziet ar --allow-incomplete",
                en: "the data of semester \(semester) are incomplete: "
                    + "\(reasons.map(\.en).joined(separator: "; ")); wait for them, or close it with "
                    + "--allow-incomplete")
        }
    }
}

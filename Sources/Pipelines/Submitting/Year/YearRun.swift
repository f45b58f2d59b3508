import PupilSupport
import Submission
import SupportStore

/// Makes the report on the participants of a calendar year for the authorities (esf.md, LV-1).
public struct YearRun {
    /// What is asked for.
    public struct Wish: Sendable {
        /// The calendar year.
        public let year: Int
        /// Whether it may be written before the year has ended, and is then marked.
        public let isPreliminary: Bool
        /// Whether sensitive answers are counted.
        public let withSensitive: Bool
        /// Whether an earlier report may be missing or altered, so that nothing is compared with it.
        public let withoutEarlier: Bool

        /// Creates a wish.
        public init(
            year: Int, isPreliminary: Bool = false, withSensitive: Bool = false,
            withoutEarlier: Bool = false
        ) {
            self.year = year
            self.isPreliminary = isPreliminary
            self.withSensitive = withSensitive
            self.withoutEarlier = withoutEarlier
        }
    }

    private let session: RunSession
    private let definitions: Definitions
    private let shelf: PackageShelf
    private let version: String

    /// Creates a run.
    ///
    /// - Parameters:
    ///   - session: The run.
    ///   - definitions: The definitions.
    ///   - shelf: Where packages and reports lie.
    ///   - version: The version of the program.
    public init(
        session: RunSession, definitions: Definitions, shelf: PackageShelf, version: String
    ) {
        self.session = session
        self.definitions = definitions
        self.shelf = shelf
        self.version = version
    }

    private var municipality: Municipality { definitions.municipality }

    /// Makes a report; nothing is written.
    ///
    /// - Throws: ``SubmissionError`` when the year has not ended, the store has nothing of it, or the last
    ///   report of the year cannot be compared with.
    public func draft(_ asked: Wish) throws -> YearDraft {
        let hasEnded = LocalDay(of: session.startedAt).date.year > asked.year
        // A year that has ended is not preliminary: what it lacks must be said.
        let wish = Wish(
            year: asked.year, isPreliminary: asked.isPreliminary && !hasEnded,
            withSensitive: asked.withSensitive, withoutEarlier: asked.withoutEarlier)
        guard wish.isPreliminary || hasEnded else {
            throw SubmissionError.yearNotEnded(
                year: wish.year, dueOn: YearManifest.dueDay(of: wish.year))
        }
        let source = try SubmissionSource(of: session.store, under: definitions)
        let semesters = YearSemesters(of: wish.year, in: municipality)
        let known = Set(try session.store.currentSemesters())
        let isKnown = semesters.periods.contains { known.contains($0.semester) }
        guard let last = semesters.last, isKnown else {
            throw SubmissionError.nothingInYear(wish.year)
        }
        let records = try records(wish, source, upTo: last)
        _ = try shelf.register()
        try checkAreOwn(semesters, withoutEarlier: wish.withoutEarlier)
        let written = shelf.yearRevisions(of: name(wish, revision: 1))
        // The report that lies there may be the very one that is asked for.
        if let newest = written.last, newest.isPreliminary == wish.isPreliminary {
            let again = try assemble(
                wish, newest, after: written.dropLast().last,
                comparing: comparison(of: newest, asked: wish), source, semesters, records)
            if shelf.package(newest.description)?.holds(again.files) == true {
                return YearDraft(
                    manifest: again.manifest, name: newest, files: again.files,
                    changes: again.changes, isWritten: true)
            }
        }
        if let newest = written.last,
            let fingerprint = shelf.sealedElsewhere(newest.description, by: session.store)
        {
            let again = try assemble(
                wish, newest, after: written.dropLast().last, comparing: .must, source, semesters,
                records)
            let manifest = again.files.first { $0.path == "manifest.json" }?.fingerprint
            if manifest == fingerprint { return again }
        }
        return try assemble(
            wish, name(wish, revision: (written.last?.revision ?? 0) + 1), after: written.last,
            comparing: wish.withoutEarlier ? .whereItCan : .must, source, semesters, records)
    }

    /// Makes sure that the packages beside the report are not those of another state.
    private func checkAreOwn(_ semesters: YearSemesters, withoutEarlier: Bool) throws {
        guard !withoutEarlier else { return }
        let keys = try session.store.keyIdentifiers()
        for period in semesters.periods {
            let base = PackageName(
                operation: municipality.project.number, municipality: municipality.code,
                semester: period.semester, revision: 1)
            guard let last = shelf.revisions(of: base).last, shelf.isForeign(last, to: keys) else {
                continue
            }
            throw SubmissionError.otherState(
                package: last.description, path: ShownPath.text(of: shelf.path))
        }
    }

    /// How a report is compared with the one before.
    private enum Comparison {
        /// It must be.
        case must
        /// It is where the other is there, and as it was written.
        case whereItCan
        /// It is not.
        case never
    }

    /// Returns how the report that lies there was compared, so that it can be told whether it is the same.
    private func comparison(of newest: YearName, asked wish: Wish) -> Comparison {
        let manifest = shelf.package(newest.description).flatMap(YearReading.manifest(of:))
        if manifest?.supersededNotCompared == true { return .never }
        return wish.withoutEarlier ? .whereItCan : .must
    }

    /// Writes a report, and enters it in the register.
    public func write(_ draft: YearDraft) throws {
        // One that was killed may have put a report there without a line of the register.
        try shelf.enterUnnamed(
            shelf.yearRevisions(of: draft.name).map(\.description),
            at: Moment.text(of: session.startedAt))
        if draft.isWritten { return try shelf.remember(in: session.store) }
        try shelf.seal(draft.name.description, files: draft.files)
        let manifest = draft.files.first { $0.path == "manifest.json" }?.fingerprint
        try shelf.add(
            .init(
                package: draft.name.description, state: .sealed,
                at: Moment.text(of: session.startedAt), manifest: manifest))
        try shelf.remember(in: session.store)
    }

    // MARK: - Parts

    private func name(_ wish: Wish, revision: Int) -> YearName {
        YearName(
            operation: municipality.project.number, municipality: municipality.code,
            year: wish.year, revision: revision, isPreliminary: wish.isPreliminary)
    }

    private struct Records {
        let content: PackageContent
        let reference: PackageReference
        let inputs: [PackageManifest.Input]
    }

    /// The records of all semesters up to the end of the year.
    ///
    /// Nobody is named in a yearly report, so people need no pseudonyms and the vault stays shut, but for
    /// sensitive answers where they are asked for.
    private func records(
        _ wish: Wish, _ source: SubmissionSource, upTo semester: Semester
    ) throws -> Records {
        var reference = ReferenceMaker(definitions: definitions, semester: semester).reference(
            bands: municipality.classBands, previous: nil, superseded: nil)
        reference.calendarYear = wish.year
        reference.publicModel = nil
        reference.publicWords?.title = "\(municipality.project.shortName): \(wish.year). gads"
        let (semesters, pupils) = try source.records(for: reference)
        let vault =
            wish.withSensitive
            ? try session.store.openVault(
                for: VaultPurpose(
                    command: "submit year", purpose: "count sensitive answers",
                    package: name(wish, revision: 1).description)) : nil
        let people = Set(
            semesters.flatMap { $0.plans.map(\.pupil) + $0.sessions.map(\.pupil) })
        let teachers = Set(semesters.flatMap { $0.sessions.map(\.teacher) })
        func numbered(_ numbers: Set<Int>) -> [Int: String] {
            Dictionary(uniqueKeysWithValues: numbers.map { ($0, String($0)) })
        }
        let content = ContentMaker(
            definitions: definitions, reference: reference, semesters: semesters, pupils: pupils,
            pupilNames: numbered(people), teacherNames: numbered(teachers), files: source.files,
            revision: "", earlierClaims: [], identities: [:],
            answers: try vault?.sensitiveAnswers()
        ).content()
        return Records(
            content: content, reference: reference, inputs: source.inputs(upTo: semester))
    }

    private func assemble(
        _ wish: Wish, _ name: YearName, after earlier: YearName?,
        comparing comparison: Comparison, _ source: SubmissionSource, _ semesters: YearSemesters,
        _ records: Records
    ) throws -> YearDraft {
        let entries = semesters.entries(source, shelf) { semester in
            PackageName(
                operation: municipality.project.number, municipality: municipality.code,
                semester: semester, revision: 1)
        }
        let state: YearState =
            wish.isPreliminary
            ? .preliminary : entries.allSatisfy(\.isSettled) ? .final : .incomplete
        let superseded = try earlier.map { try earlierReport($0, comparison) }
        var reference = records.reference
        reference.superseded = superseded?.entry
        let figures = YearFigures(counting: records.content, reference, as: state)
        var before = reference
        before.calendarYear = wish.year - 1
        let differences = YearChanges(of: figures, as: state)
        var changes = differences.sinceYear(
            YearFigures(counting: records.content, before, as: state), wish.year - 1)
        func manifest(_ changes: [YearChangeRow]) -> YearManifest {
            YearManifest(
                name: name, supersedes: superseded?.entry,
                notCompared: superseded.map { $0.written == nil } ?? false, state: state,
                reporter: .init(code: municipality.code, name: municipality.board.lv),
                dataAsOf: lastDay(of: records.content, in: wish.year),
                generatedAt: SubmissionSource.buildMoment,
                software: .init(name: "pumpurs", version: version),
                sensitiveIncluded: wish.withSensitive, definitions: definitions.hash,
                inputs: records.inputs,
                semesters: entries, reference: reference,
                content: YearContent(figures: figures, changes: changes))
        }
        if let superseded, let written = superseded.written {
            changes =
                differences.since(
                    written.figures, named: superseded.entry.package,
                    causes: YearCauses(from: written.manifest, to: manifest([]))) + changes
            YearChanges.sort(&changes)
        }
        let content = YearContent(figures: figures, changes: changes)
        let draft = manifest(changes)
        return YearDraft(
            manifest: draft, name: name, files: try YearAssembly(content).files(draft),
            changes: changes, isWritten: false)
    }

    private func lastDay(of content: PackageContent, in year: Int) -> String {
        content.consultations.compactMap(\.date).filter { $0.year <= year }.max()?.description
            ?? YearManifest.Period(year: year).to
    }

    private func earlierReport(
        _ name: YearName, _ comparison: Comparison
    ) throws -> SupersededYear {
        if comparison == .never { return try SupersededYear(unreadable: name, on: shelf) }
        do { return try SupersededYear(name, on: shelf) } catch {
            guard comparison == .whereItCan else { throw error }
            return try SupersededYear(unreadable: name, on: shelf)
        }
    }
}

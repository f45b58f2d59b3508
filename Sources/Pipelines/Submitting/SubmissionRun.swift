public import PupilSupport
import Reports
public import Rollup
import Submission
import SupportStore

/// Makes the package of a semester, or names everything that blocks it.
public struct SubmissionRun {
    /// What is asked for.
    public struct Wish: Sendable {
        /// The semester.
        public let semester: Semester
        /// Whether personal codes and names are put in.
        public let withIdentifiers: Bool
        /// Whether sensitive answers are put in.
        public let withSensitive: Bool
        /// Why the number of participants may have become smaller since the last submission.
        public let correctionNote: String
        /// Whether an earlier package may be missing or altered, so that nothing is compared with it.
        public let withoutEarlier: Bool

        /// Creates a wish.
        public init(
            semester: Semester, withIdentifiers: Bool = false, withSensitive: Bool = false,
            correctionNote: String = "", withoutEarlier: Bool = false
        ) {
            self.semester = semester
            self.withIdentifiers = withIdentifiers
            self.withSensitive = withSensitive
            self.correctionNote = correctionNote
            self.withoutEarlier = withoutEarlier
        }
    }

    private let session: RunSession
    private let definitions: Definitions
    private let indicators: IndicatorSet
    private let output: String
    private let shelf: PackageShelf
    private let version: String

    /// Creates a run.
    ///
    /// - Parameters:
    ///   - session: The run.
    ///   - definitions: The definitions.
    ///   - indicators: The indicators.
    ///   - output: The folder of the reports, which remembers what was published.
    ///   - shelf: Where packages lie.
    ///   - version: The version of the program.
    public init(
        session: RunSession, definitions: Definitions, indicators: IndicatorSet, output: String,
        shelf: PackageShelf, version: String
    ) {
        self.session = session
        self.definitions = definitions
        self.indicators = indicators
        self.output = output
        self.shelf = shelf
        self.version = version
    }

    /// Makes a package and checks it; nothing is written.
    ///
    /// - Throws: ``SubmissionError`` when the store has nothing of the semester or an earlier package is not
    ///   as it was sealed, or an error of the store.
    public func draft(_ wish: Wish) throws -> SubmissionDraft {
        let (release, closed) = try release(of: wish.semester)
        let exact = release.report.cube
        let document = publicDocument(of: release)
        let base = PackageName(
            operation: definitions.municipality.project.number,
            municipality: definitions.municipality.code, semester: wish.semester, revision: 1)
        _ = try shelf.register()
        let last = shelf.revisions(of: base).last
        if let last,
            let again = try madeAgain(
                wish, last, after: shelf.revisions(of: base).dropLast().last, document: document,
                exact: exact, release: release, closed: closed)
        {
            return again
        }
        let comparison: EarlierPackage.Comparison = wish.withoutEarlier ? .whereItCan : .must
        let newest = try last.map { try earlier($0, comparing: comparison, for: .nextRevision) }
        // The package that lies there may be the very one that is asked for.
        if let last, let written = newest?.written {
            let again = try assemble(
                wish, name: last,
                after: EarlierPackages(
                    superseded: EarlierPackage(supersededBy: written, named: last),
                    previous: try previous(
                        of: wish, notCompared: written.manifest.previousNotCompared)),
                document: document, exact: exact, release: release, closed: closed)
            if written.folder.holds(again.files) { return again.sealedBefore }
        }
        return try assemble(
            wish, name: base.revision((last?.revision ?? 0) + 1),
            after: EarlierPackages(
                superseded: newest, previous: try previous(of: wish, notCompared: nil)),
            document: document, exact: exact, release: release, closed: closed)
    }

    /// Makes a package again that was sealed in another folder; `nil` when it does not become the same.
    private func madeAgain(
        _ wish: Wish, _ name: PackageName, after earlier: PackageName?,
        document: ReleasedDocument?, exact: Cube, release: SemesterRelease, closed: ClosedSemesters
    ) throws -> SubmissionDraft? {
        guard let fingerprint = shelf.sealedElsewhere(name.description, by: session.store) else {
            return nil
        }
        let packages = EarlierPackages(
            superseded: try earlier.map {
                try self.earlier($0, comparing: .must, for: .nextRevision)
            }, previous: try previous(of: wish, notCompared: nil))
        let draft = try assemble(
            wish, name: name, after: packages, document: document, exact: exact,
            release: release, closed: closed)
        let manifest = draft.files.first { $0.path == "manifest.json" }?.fingerprint
        return manifest == fingerprint ? draft : nil
    }

    /// The package of an earlier semester; one that was not compared with is not for a package made again.
    private func previous(
        of wish: Wish, notCompared: PackageReference.SupersededPackage?
    ) throws -> EarlierPackage? {
        guard let name = shelf.lastPackage(before: wish.semester) else { return nil }
        let isNot = notCompared?.package == name.description
        return try earlier(
            name, comparing: isNot ? .never : wish.withoutEarlier ? .whereItCan : .must,
            for: .laterSemester)
    }

    /// Reads an earlier package; nothing is compared with one that another state sealed.
    private func earlier(
        _ name: PackageName, comparing comparison: EarlierPackage.Comparison,
        for purpose: UnsoundPackage.Purpose
    ) throws -> EarlierPackage {
        let isForeign =
            try comparison != .never
            && shelf.isForeign(name, to: session.store.keyIdentifiers())
        if isForeign, comparison == .must {
            throw SubmissionError.otherState(
                package: name.description, path: ShownPath.text(of: shelf.path))
        }
        return try EarlierPackage(
            name, on: shelf, comparing: isForeign ? .never : comparison, for: purpose)
    }

    /// Writes what the rules say of a package, and the package when nothing blocks it.
    public func write(_ draft: SubmissionDraft) throws {
        let at = Moment.text(of: session.startedAt)
        // One that was killed may have put a package there without a line of the register.
        try shelf.enterUnnamed(shelf.revisions(of: draft.name).map(\.description), at: at)
        if draft.isSealed { return try shelf.remember(in: session.store) }
        try shelf.write(draft.report, of: draft.name, ruleset: SubmissionRules.identifier)
        guard draft.isValid else {
            try shelf.add(.init(package: draft.name.description, state: .saved, at: at))
            return
        }
        try shelf.add(.init(package: draft.name.description, state: .validated, at: at))
        try shelf.seal(draft.name.description, files: draft.files)
        let manifest = draft.files.first { $0.path == "manifest.json" }?.fingerprint
        try shelf.add(
            .init(package: draft.name.description, state: .sealed, at: at, manifest: manifest))
        try shelf.remember(in: session.store)
    }

    /// Accepts the warnings of a rule, as they stand.
    ///
    /// - Returns: How many there are.
    public func accept(
        _ rule: String, school: String?, in draft: SubmissionDraft, author: String, reason: String,
        until day: CivilDate?
    ) throws -> Int {
        let warnings = draft.report.rules.filter { $0.code == rule }.flatMap(\.warnings)
            .filter { school == nil || $0.school == school }
        try session.store.accept(
            warnings.map { warning in
                SubmissionAcceptance(
                    semester: draft.name.semester, rule: rule, school: warning.school,
                    fingerprint: WarningAcceptance.fingerprint(of: warning.hits), author: author,
                    reason: reason, expiresOn: day)
            })
        return warnings.reduce(0) { $0 + $1.hits.count }
    }

    // MARK: - Reports

    private func release(
        of semester: Semester
    ) throws -> (release: SemesterRelease, closed: ClosedSemesters) {
        let store = session.store
        guard definitions.municipality.calendar.period(of: semester) != nil else {
            throw SubmissionError.unknownSemester(semester: semester.code)
        }
        guard
            try !ReportableSemesters(store: store, municipality: definitions.municipality)
                .matching(semester).isEmpty
        else { throw SubmissionError.nothingThere(semester: semester.code) }
        let closed = try ClosedSemesters(store: store)
        let reports = try ReportRun(
            store: store, definitions: definitions, indicators: indicators, output: output,
            refused: RefusedFiles(text: store.lastRun()?.refused ?? "[]").findings,
            names: try fileNames(), closed: closed, day: LocalDay(of: session.startedAt).date)
        var made: SemesterRelease?
        try reports.make([semester]) { made = $0 }
        guard let made else { throw SubmissionError.nothingThere(semester: semester.code) }
        return (made, closed)
    }

    private func fileNames() throws -> ShownFileNames {
        ShownFileNames(
            try session.store.currentDeliveries().map(\.fileName), knowing: definitions.words)
    }

    private func publicDocument(of release: SemesterRelease) -> ReleasedDocument? {
        ReportPlace.files(for: .public, of: release.files).first { $0.name == "summary.json" }
            .flatMap { ReleasedDocument(bytes: $0.content.bytes) }
    }

    // MARK: - The package

    private func assemble(
        _ wish: Wish, name: PackageName, after earlier: EarlierPackages,
        document: ReleasedDocument?, exact: Cube, release: SemesterRelease, closed: ClosedSemesters
    ) throws -> SubmissionDraft {
        let reference = ReferenceMaker(definitions: definitions, semester: wish.semester).reference(
            bands: bands(of: document), previous: earlier.previous(note: wish.correctionNote),
            superseded: earlier.superseded?.entry)
        let content = try content(
            wish, reference, revision: name.revisionText,
            earlierClaims: earlier.superseded?.written?.claims ?? [])
        let records = PackageCase(content: content, reference: reference)
        let aggregates = PackageAggregates(counting: records)
        let rows = PublicRowMaker(
            semester: wish.semester,
            schools: Dictionary(
                reference.schools.map { ($0.code, $0.name) }, uniquingKeysWith: { $1 }))
        let publicRows = document.map(rows.rows) ?? []
        let checked = CheckedPackage(
            records: records, aggregates: aggregates, arePublicFilesEqual: true)
        var rules = SubmissionRules.all.map { CheckedRule($0, in: checked) }
        rules += try preconditions(
            wish.semester, release: release, closed: closed,
            differences: differences(exact, aggregates, rows))
        let report = ValidationReport(
            rules: rules, acceptances: try acceptances(of: wish.semester),
            on: LocalDay(of: session.startedAt).date)
        let totals = PackageManifest.Totals(aggregates)
        guard report.blocking.isEmpty else {
            return SubmissionDraft(
                report: report, name: name, files: [], totals: totals,
                notCompared: earlier.notCompared, isSealed: false)
        }
        var manifest = try manifest(
            wish, name: name, reference: reference, content: content, report: report,
            totals: totals, publicRows: publicRows, aggregates: aggregates)
        manifest.note(earlier)
        var publicFiles = try PublicSummary(manifest, rows: publicRows)?.files() ?? []
        publicFiles.append(
            PackageFile(
                path: PublicSummary.pagePath,
                bytes: try PackagePageMaker(manifest, rows: publicRows).bytes(), audience: .public))
        let files = try PackageAssembly(
            content: content, aggregates: aggregates, publicFiles: publicFiles,
            reports: report.files(ruleset: SubmissionRules.identifier),
            contact: reference.publicWords?.contact ?? "",
            funding: reference.publicWords?.funding ?? ""
        ).files(manifest)
        return SubmissionDraft(
            report: report, name: name, files: files, totals: totals,
            notCompared: earlier.notCompared, isSealed: false)
    }

    private func bands(of document: ReleasedDocument?) -> [ClassBand] {
        let usual = definitions.municipality.classBands
        guard let codes = document?.classBands, !codes.isSubset(of: usual.map(\.code)) else {
            return usual
        }
        let merged = ClassBandMerge.ways(of: usual).first {
            codes.isSubset(of: $0.bands.map(\.code))
        }
        return usual
            + (merged?.bands.filter { band in !usual.contains { $0.code == band.code } } ?? [])
    }

    private func content(
        _ wish: Wish, _ reference: PackageReference, revision: String, earlierClaims: [Claim]
    ) throws -> PackageContent {
        let source = try SubmissionSource(of: session.store, under: definitions)
        let (semesters, pupils) = try source.records(for: reference)
        let recipient = definitions.municipality.submission.recipient
        let vault = try session.store.openVault(
            for: VaultPurpose(
                command: "submit", purpose: "make the pseudonyms of a recipient",
                package: reference.semester))
        return ContentMaker(
            definitions: definitions, reference: reference, semesters: semesters, pupils: pupils,
            pupilNames: try vault.recipientPseudonyms(role: .pupil, recipient: recipient),
            teacherNames: try vault.recipientPseudonyms(role: .teacher, recipient: recipient),
            files: source.files, revision: revision,
            earlierClaims: earlierClaims,
            identities: wish.withIdentifiers ? try vault.openIdentities(role: .pupil) : [:],
            answers: wish.withSensitive ? try vault.sensitiveAnswers() : nil
        ).content()
    }

    // MARK: - Checks

    /// Figures of the report that the package's own records do not give.
    private func differences(
        _ cube: Cube, _ aggregates: PackageAggregates, _ rows: PublicRowMaker
    ) -> [(address: String, report: Int, package: Int?)] {
        let counted = aggregates.semesterFigures
        return cube.figures.compactMap { figure in
            guard let row = rows.row(figure.address), let value = figure.value?.scaled else {
                return nil
            }
            let own = row.exactValue(in: counted)
            return own == value ? nil : (figure.address.description, value, own)
        }
    }

    private func preconditions(
        _ semester: Semester, release: SemesterRelease, closed: ClosedSemesters,
        differences: [(address: String, report: Int, package: Int?)]
    ) throws -> [CheckedRule] {
        let today = LocalDay(of: session.startedAt).date
        let end = definitions.municipality.calendar.period(of: semester)?.endsOn ?? today
        let moves =
            try closed.figures(of: semester)?.moves(to: FigureList(release.report.cube)).count ?? 0
        return [
            PreconditionRules.incomplete(release.report.state.reasons),
            PreconditionRules.notEnded(end < today ? nil : end),
            PreconditionRules.heldBack(heldBack(in: release.report.quality)),
            PreconditionRules.unprotected(release.unprotected),
            PreconditionRules.otherFigures(differences),
            PreconditionRules.closedDiffers(moves, revision: closed.seal(of: semester)?.name),
            PreconditionRules.unnamed(try session.store.unrecoveredParticipants()),
        ]
    }

    private func heldBack(in quality: QualityReport) -> [(school: String, count: Int)] {
        definitions.municipality.schools.map { school in
            (
                school.code,
                quality.files.filter { $0.schools.contains(school.code) }
                    .reduce(0) { $0 + $1.heldBack }
            )
        }
    }

    private func acceptances(of semester: Semester) throws -> [WarningAcceptance] {
        try session.store.acceptances(of: semester).map { one in
            WarningAcceptance(
                rule: one.rule, school: one.school, fingerprint: one.fingerprint,
                author: one.author, reason: one.reason, expiresOn: one.expiresOn)
        }
    }

    // MARK: - The manifest

    private func manifest(
        _ wish: Wish, name: PackageName, reference: PackageReference, content: PackageContent,
        report: ValidationReport, totals: PackageManifest.Totals, publicRows: [PublicRow],
        aggregates: PackageAggregates
    ) throws -> PackageManifest {
        let municipality = definitions.municipality
        let period = municipality.calendar.period(of: wish.semester)
        let end = period?.endsOn.description ?? ""
        return PackageManifest(
            package: name.description, revision: name.revision, supersedes: reference.superseded,
            operation: reference.operation,
            reporter: .init(code: municipality.code, name: municipality.board.lv),
            reportPeriod: .init(
                type: "semester",
                schoolYear: "\(wish.semester.startYear)/\(wish.semester.startYear + 1)",
                semester: wish.semester.number, from: period?.startsOn.description ?? "",
                to: end),
            dataAsOf: PackageManifest.dataAsOf(content, periodEnd: end),
            generatedAt: SubmissionSource.buildMoment,
            software: .init(name: "pumpurs", version: version),
            ruleset: .init(
                id: SubmissionRules.identifier,
                sha256: PackageFile.fingerprint(of: Array(SubmissionRules.fingerprintText.utf8))),
            indicatorSet: reference.indicatorSet?.rawValue,
            rates: try .init(of: reference),
            keyId: session.store.keyIdentifier, identifiersIncluded: wish.withIdentifiers,
            sensitiveIncluded: wish.withSensitive, definitions: definitions.hash,
            inputs: try SubmissionSource(of: session.store, under: definitions)
                .inputs(upTo: wish.semester), files: [], totals: totals,
            validation: .init(
                errors: report.errorCount, warnings: report.warningCount, waived: report.waivers),
            disclosure: .init(
                publicRows, against: aggregates, threshold: municipality.publication.threshold,
                reference: reference),
            reference: reference)
    }
}

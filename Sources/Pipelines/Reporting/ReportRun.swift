public import Diagnostics
import Extraction
import Foundation
public import PupilSupport
import Reports
public import Rollup
public import SupportStore

/// Rolls up semesters from the store and writes their reports.
public struct ReportRun {
    /// What the terminal shows of a semester.
    public struct SemesterSummary: Sendable {
        /// The semester.
        public let semester: Semester
        /// Whether everything that was expected is in it.
        public let isComplete: Bool
        /// What is missing.
        public let reasons: [LocalizedText]
        /// The schools, in the order of the definitions, then the city.
        public let rows: [SummaryRow]
        /// Why the schools' rows do not add up to the city's, where they do not.
        public let remarks: [LocalizedText]
        /// The path of the page.
        public let page: String
        /// The files of the report as they lie on the disk.
        public let files: [PublishedFile]
        /// The name of the revision when the semester is closed, `r01`.
        public let closedAs: String?
        /// The figures that are no longer what was sealed when the semester was closed.
        public let moves: [FigureMove]
    }

    /// A line of the summary.
    public struct SummaryRow: Sendable {
        /// The name of the school, or of the city.
        public let name: LocalizedText
        /// The number of files.
        public let files: Int
        /// What became of their records.
        public let counts: DeliveryCounts
        /// The number of pupils supported; `nil` when nothing is known.
        public let participants: Int?
        /// The number of people who gave support; `nil` when nothing is known.
        public let teachers: Int?
    }

    private let store: SupportStore
    private let definitions: Definitions
    private let indicators: IndicatorSet
    private let output: String
    private let quality: QualityAssembly
    private let closed: ClosedSemesters

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - definitions: The definitions.
    ///   - indicators: The indicators.
    ///   - output: The folder of the reports.
    ///   - refused: The files of the inbox that were refused whole.
    ///   - names: The names of the files as they may be shown.
    public init(
        store: SupportStore, definitions: Definitions, indicators: IndicatorSet, output: String,
        refused: [Diagnostic], names: ShownFileNames
    ) throws {
        try self.init(
            store: store, definitions: definitions, indicators: indicators, output: output,
            refused: refused, names: names, closed: ClosedSemesters(store: store),
            day: LocalDay(of: Moment.now).date)
    }

    init(
        store: SupportStore, definitions: Definitions, indicators: IndicatorSet, output: String,
        refused: [Diagnostic], names: ShownFileNames, closed: ClosedSemesters, day: CivilDate
    ) throws {
        self.store = store
        self.definitions = definitions
        self.indicators = indicators
        self.output = output
        self.closed = closed
        quality = try QualityAssembly(
            store: store, municipality: definitions.municipality, refused: refused, names: names,
            words: definitions.words,
            acknowledged: AcknowledgedFindings(
                store: ReadableStore(store), definitions: definitions), day: day)
    }

    /// Begins to make what reading and reports need, for whoever has something else to do before.
    public static func prepare() {
        DispatchQueue.global().async {
            EncodingDetector.prepare()
            SemesterReport.prepare()
        }
    }

    /// Writes the reports of semesters, all from one state of the store, and the page over all of them.
    ///
    /// - Parameters:
    ///   - semesters: The semesters, oldest first.
    ///   - progress: Is told how far the reports have come.
    ///   - show: Receives what the terminal shows of each as soon as its report is written.
    /// - Throws: ``OutputError`` when one cannot be written; ``ProtectionFailure`` when all are written but
    ///   the public part of one; an error of the store or of an indicator.
    public func write(
        _ semesters: [Semester], progress: RunProgress = RunProgress(),
        show: (SemesterSummary) throws -> Void
    ) throws {
        var (unprotected, standing) = ([String](), [String]())
        // Files are written as soon as they are made, while the next semester is settled.
        let desk = DispatchQueue(label: "pumpurs.folders")
        var written: [(semester: Semester, folder: LaterValue<Void>)] = []
        defer { for (_, folder) in written { _ = try? folder.value() } }
        func begin(_ release: UnfinishedRelease) {
            let (before, output) = (written.last?.folder, output)
            written.append(
                (
                    release.report.semester,
                    LaterValue(on: desk) {
                        // After one that could not be written none is.
                        _ = try before?.value()
                        try Self.write(release.finished(), below: output)
                    }
                ))
        }
        let maker = try make(semesters, progress: progress, whenSettled: begin) { release in
            let semester = release.report.semester
            progress.begin(.writing, semester.code)
            _ = try written.first { $0.semester == semester }?.folder.value()
            try show(try summary(of: release))
            guard closed.seal(of: semester) == nil, !release.unprotected.isEmpty else { return }
            unprotected += release.unprotected
            if release.standsFromBefore { standing.append(semester.code) }
        }
        try Overview(
            output: output, municipality: definitions.municipality,
            threshold: definitions.municipality.publication.threshold
        ).write(maker)
        guard unprotected.isEmpty else {
            throw ProtectionFailure(
                addresses: unprotected, consequence: .written(standing: standing))
        }
    }

    /// Makes the releases of semesters; those before them are made as well, for the lines over time.
    ///
    /// - Parameters:
    ///   - semesters: The semesters that are wanted, oldest first.
    ///   - revision: What the report says of the revision of a semester.
    ///   - progress: Is told how far the reports have come.
    ///   - whenSettled: Receives each that is wanted as soon as it is settled what it shows.
    ///   - body: Receives each that is wanted.
    @discardableResult
    func make(
        _ semesters: [Semester], revision: ((Semester) -> ReportRevision?)? = nil,
        progress: RunProgress = RunProgress(), whenSettled: (UnfinishedRelease) -> Void = { _ in },
        _ body: (SemesterRelease) throws -> Void
    ) throws -> ReleaseMaker {
        let rollup = SemesterRollup(
            indicators: indicators, municipality: definitions.municipality,
            vocabularies: definitions.vocabularies)
        guard let last = semesters.last else { return maker }
        let known = try store.currentSemesters().filter { $0 < last }
        let all = Set(known).union(semesters).sorted()
        var place = 0
        func beginNext() {
            guard place < all.count else { return }
            progress.begin(.counting, all[place].code, place: (place + 1, all.count))
            place += 1
        }
        // One thread counts the next semester while this one writes the report of the last.
        let ring = BatchRing<Cube>(capacity: 1)
        let reader = store.reader
        let thread = Thread {
            ring.finish(
                Result {
                    try rollup.cubes(of: all, in: reader, countingContributors: true) { cube in
                        guard ring.append(cube) else { throw CancellationError() }
                    }
                })
        }
        thread.stackSize = 8 << 20
        thread.start()
        defer { ring.cancel() }
        var maker = maker
        var settled: UnfinishedRelease?
        while true {
            // The files of one are made while the next is settled, and handed out whatever becomes of that.
            beginNext()
            let next = Result {
                try ring.next().map { cube in
                    let said = revision ?? { closed.revision(of: $0) }
                    return try maker.release(
                        of: report(of: cube, revision: said(cube.semester)),
                        sealed: revision == nil ? closed.files(of: cube.semester) : nil)
                }
            }
            if let release = try? next.get(), semesters.contains(release.report.semester) {
                whenSettled(release)
            }
            if let settled, semesters.contains(settled.report.semester) {
                try body(settled.finished())
            }
            settled = try next.get()
            guard settled != nil else { return maker }
        }
    }

    private var maker: ReleaseMaker {
        ReleaseMaker(
            output: output, threshold: definitions.municipality.publication.threshold)
    }

    /// Returns the report of a semester.
    private func report(of cube: Cube, revision: ReportRevision?) throws -> SemesterReport {
        try SemesterReport(
            municipality: definitions.municipality, state: quality.state(of: cube.semester),
            cube: cube, quality: quality.quality(of: cube.semester),
            definitionsHash: definitions.hash, revision: revision)
    }

    /// Writes the report of a semester; of a closed one that which was sealed.
    private static func write(_ release: SemesterRelease, below output: String) throws {
        let folder = "\(output)/\(release.report.semester.code)"
        try ReportFolder.open(folder, below: output)
        for audience in ReportAudience.allCases {
            let own = ReportPlace.files(for: audience, of: release.files)
            guard !own.isEmpty else { continue }
            try ReportFolder(
                path: "\(folder)/\(audience.rawValue)", isForEverybody: audience == .public
            ).replace(with: own)
        }
    }

    private func summary(of release: SemesterRelease) throws -> SemesterSummary {
        let report = release.report
        let semester = report.semester
        return summary(
            of: report, page: "\(output)/\(semester.code)/internal/report.html",
            files: release.files.map { PublishedFile(name: $0.name, sha256: $0.content.sha256) },
            moves: try closed.figures(of: semester)?.moves(to: FigureList(report.cube)) ?? [])
    }

    /// Whether nothing was held back or refused and nothing is missing.
    public func isImpeccable(_ semesters: [Semester]) -> Bool { quality.isImpeccable(semesters) }

    private func summary(
        of report: SemesterReport, page: String, files: [PublishedFile], moves: [FigureMove]
    ) -> SemesterSummary {
        let semester = report.semester
        let deliveries = quality.deliveries(in: semester)
        var rows: [SummaryRow] = []
        for school in definitions.municipality.schools {
            let own = deliveries.filter { $0.schools.contains(school.code) }
            rows.append(
                SummaryRow(
                    name: school.shortName, files: own.count, counts: Self.sum(own),
                    participants: figure("participants", school: school.code, in: report.cube),
                    teachers: figure("teachers", school: school.code, in: report.cube)))
        }
        rows.append(
            SummaryRow(
                name: LocalizedText(lv: "Kopā pašvaldībā", en: "The whole municipality"),
                files: deliveries.count, counts: Self.sum(deliveries),
                participants: figure("participants", school: nil, in: report.cube),
                teachers: figure("teachers", school: nil, in: report.cube)))
        return SemesterSummary(
            semester: semester, isComplete: report.state.isComplete, reasons: report.state.reasons,
            rows: rows, remarks: remarks(on: deliveries), page: page, files: files,
            closedAs: closed.seal(of: semester)?.name, moves: moves)
    }

    /// Says which files do not stand in the row of exactly one school.
    private func remarks(on deliveries: [StoredDelivery]) -> [LocalizedText] {
        let known = Set(definitions.municipality.schools.map(\.code))
        let shared = deliveries.filter { known.intersection($0.schools).count > 1 }
        let strange = deliveries.filter { known.isDisjoint(with: $0.schools) }
        var remarks: [LocalizedText] = []
        if !shared.isEmpty {
            let (files, records) = (shared.count, Self.sum(shared).read)
            remarks.append(
                LocalizedText(
                    lv:
                        "failu ar vairāku skolu ierakstiem: \(files) (ierakstu: \(records)); katrs viss "
                        + "skaitīts katras šīs skolas rindā un pēdējā rindā vienreiz",
                    en:
                        "files with records of several schools: \(files) (records: \(records)); each "
                        + "stands whole in the row of every such school, and once in the last row"))
        }
        if !strange.isEmpty {
            let (files, records) = (strange.count, Self.sum(strange).read)
            remarks.append(
                LocalizedText(
                    lv:
                        "failu, kuru skola nav zināma: \(files) (ierakstu: \(records)); tie skaitīti "
                        + "tikai pēdējā rindā",
                    en: "files of which no school is known: \(files) (records: \(records)); they "
                        + "stand in the last row alone"))
        }
        return remarks
    }

    private static func sum(_ deliveries: [StoredDelivery]) -> DeliveryCounts {
        deliveries.reduce(into: DeliveryCounts()) { $0 += $1.counts }
    }

    private func figure(_ indicator: String, school: String?, in cube: Cube) -> Int? {
        let figure =
            school.map { cube.figure(indicator, .init(.school, $0)) } ?? cube.figure(indicator)
        return figure.map { $0.value?.scaled } ?? 0
    }
}

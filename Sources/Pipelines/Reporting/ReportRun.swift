public import Diagnostics
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
    }

    /// A line of the summary.
    public struct SummaryRow: Sendable {
        /// The name of the school, or of the city.
        public let name: LocalizedText
        /// The number of files.
        public let files: Int
        /// What became of their records.
        public let counts: DeliveryCounts
        /// The number of pupils supported.
        public let participants: Int
        /// The number of people who gave support.
        public let teachers: Int
    }

    private let store: SupportStore
    private let definitions: Definitions
    private let indicators: IndicatorSet
    private let output: String
    private let quality: QualityAssembly

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
        self.store = store
        self.definitions = definitions
        self.indicators = indicators
        self.output = output
        quality = try QualityAssembly(
            store: store, municipality: definitions.municipality, refused: refused, names: names,
            words: definitions.words,
            acknowledged: AcknowledgedFindings(
                store: ReadableStore(store), definitions: definitions), day: Moment.today)
    }

    /// Writes the reports of semesters, all from one state of the store.
    ///
    /// - Parameters:
    ///   - semesters: The semesters, oldest first.
    ///   - show: Receives what the terminal shows of each as soon as its report is written.
    /// - Throws: ``OutputError`` when one cannot be written; an error of the store or of an indicator.
    public func write(_ semesters: [Semester], show: (SemesterSummary) -> Void) throws {
        let rollup = SemesterRollup(
            indicators: indicators, municipality: definitions.municipality,
            vocabularies: definitions.vocabularies)
        // One thread counts the next semester while this one writes the report of the last.
        let ring = BatchRing<Cube>(capacity: 1)
        let reader = store.reader
        let thread = Thread {
            ring.finish(
                Result {
                    try rollup.cubes(of: semesters, in: reader) { cube in
                        guard ring.append(cube) else { throw CancellationError() }
                    }
                })
        }
        thread.stackSize = 8 << 20
        thread.start()
        defer { ring.cancel() }
        while let cube = try ring.next() { show(try write(cube)) }
    }

    private func write(_ cube: Cube) throws -> SemesterSummary {
        let semester = cube.semester
        let report = SemesterReport(
            municipality: definitions.municipality, state: quality.state(of: semester), cube: cube,
            quality: quality.quality(of: semester), definitionsHash: definitions.hash)
        let folder = ReportFolder(path: "\(output)/\(semester.code)/internal")
        try folder.replace(with: report.files().map { ($0.name, $0.bytes) })
        return summary(of: report, page: "\(folder.path)/report.html")
    }

    /// Whether nothing was held back or refused and nothing is missing.
    public func isImpeccable(_ semesters: [Semester]) -> Bool { quality.isImpeccable(semesters) }

    private func summary(of report: SemesterReport, page: String) -> SemesterSummary {
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
            rows: rows, remarks: remarks(on: deliveries), page: page)
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

    private func figure(_ indicator: String, school: String?, in cube: Cube) -> Int {
        let figure =
            school.map { cube.figure(indicator, .init(.school, $0)) } ?? cube.figure(indicator)
        return figure?.value?.scaled ?? 0
    }
}

extension DeliveryCounts {
    fileprivate static func += (total: inout DeliveryCounts, more: DeliveryCounts) {
        total.read += more.read
        total.loaded += more.loaded
        total.heldBack += more.heldBack
        total.ignored += more.ignored
    }
}

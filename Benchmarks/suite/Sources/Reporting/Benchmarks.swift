import Benchmark
import Diagnostics
import Foundation
import Logging
import PupilSupport
import Reports
import Rollup
import SampleData
import SupportStore

@testable import Normalization
@testable import Pipelines

/// The definitions and the sample of the project, and folders that are made anew.
private struct Workshop {
    let definitions: Definitions
    let indicators: IndicatorSet
    let inbox: String
    private let folder: URL

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let pipelines = root.appending(path: "pipelines").path
        guard
            let definitions = DefinitionLoader(
                folder: pipelines, knownRuleCodes: RuleCatalogue.codes
            ).load().0,
            let indicators = IndicatorLoader(folder: pipelines, files: definitions.files).load().0
        else { throw CocoaError(.fileReadCorruptFile) }
        self.definitions = definitions
        self.indicators = indicators
        folder = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-benchmarks-\(UUID().uuidString)")
        let inbox = folder.appending(path: "inbox")
        for (path, bytes) in SampleData().files {
            let file = inbox.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        self.inbox = inbox.path
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func emptyStore() throws -> SupportStore {
        try SupportStore(folder: folder.appending(path: UUID().uuidString).path)
    }

    func load(into store: SupportStore) throws {
        let run = try ImportRun(
            store: store, definitions: definitions, inbox: inbox,
            logger: Logger(label: "benchmarks"))
        blackHole(try run?.run().count)
    }

    func filledStore() throws -> SupportStore {
        let store = try emptyStore()
        try load(into: store)
        return store
    }

    /// The figures of the latest semester of the sample.
    func cube(in store: SupportStore) throws -> Cube? {
        var last: Cube?
        let semesters = try store.currentSemesters().suffix(1)
        try SemesterRollup(
            indicators: indicators, municipality: definitions.municipality,
            vocabularies: definitions.vocabularies
        ).cubes(of: Array(semesters), in: store.reader, countingContributors: true) { last = $0 }
        return last
    }
}

/// The texts that each parser of a field is given; each is parsed anew, as the first of its kind in a file is.
private let texts: [(record: RecordKind, field: String, texts: [String])] = [
    (.session, "pupil", ["010108-21000", "150307-22345", "32010112345"]),
    (.session, "class", ["5.a", "12. b", "7.A klase"]),
    (.session, "date", ["2019-05-31", "31.05.2019.", "2019. gada 31. maijs"]),
    (.session, "minutes", ["40", "60", "120"]),
    (.session, "semester", ["2018/2019 II semestris", "2018-2019-2"]),
    (.session, "measure", ["konsultācija mācību priekšmetā", "Psihologa konsultācijas"]),
    (.session, "subject", ["Matemātika", "Fizika"]),
    (.session, "school", ["Slokas pamatskola", "Vaivaru pamatskola"]),
    (.session, "plan_number", ["IAP1902004", "IAP-17/2019"]),
    (.mark, "mark", ["7", "nv", "10"]),
]

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput, .peakMemoryResident], maxDuration: .seconds(3))

    for (record, name, texts) in texts {
        guard let field = record.fields.first(where: { $0.name == name }) else {
            fatalError("records have no field \(name)")
        }
        Benchmark("field: \(name)", configuration: .init(scalingFactor: .kilo)) {
            (benchmark: Benchmark, parser: CellParser) in
            var registries = DeliveryRegistries()
            for number in benchmark.scaledIterations {
                blackHole(parser.parse(texts[number % texts.count], registries: &registries))
            }
        } setup: {
            let workshop = try Workshop()
            defer { workshop.remove() }
            return CellParser(
                mapping: FieldMapping(field: name, source: .column(name), isRequired: true),
                field: field,
                context: NormalizationContext(
                    municipality: workshop.definitions.municipality,
                    vocabularies: workshop.definitions.vocabularies,
                    source: workshop.definitions.sources[0]),
                decimalMark: .comma)
        }
    }

    Benchmark("load") { (benchmark: Benchmark, workshop: Workshop) in
        let store = try workshop.emptyStore()
        benchmark.startMeasurement()
        try workshop.load(into: store)
        benchmark.stopMeasurement()
    } setup: {
        try Workshop()
    }

    Benchmark("rollup") { (_: Benchmark, made: (workshop: Workshop, store: SupportStore)) in
        blackHole(try made.workshop.cube(in: made.store)?.figures.count)
    } setup: {
        let workshop = try Workshop()
        return (workshop: workshop, store: try workshop.filledStore())
    }

    Benchmark("protect") { (_: Benchmark, made: (workshop: Workshop, cube: Cube)) in
        let municipality = made.workshop.definitions.municipality
        blackHole(
            try CubeProtection(
                of: made.cube, bands: municipality.classBands,
                threshold: municipality.publication.threshold, before: nil, earlier: nil
            ).hiddenCount)
    } setup: {
        let workshop = try Workshop()
        guard let cube = try workshop.cube(in: workshop.filledStore()) else {
            throw CocoaError(.fileNoSuchFile)
        }
        return (workshop: workshop, cube: cube)
    }

    Benchmark("render") { (_: Benchmark, report: SemesterReport) in
        blackHole(try report.files().count)
    } setup: {
        let workshop = try Workshop()
        guard let cube = try workshop.cube(in: workshop.filledStore()) else {
            throw CocoaError(.fileNoSuchFile)
        }
        return SemesterReport(
            municipality: workshop.definitions.municipality, state: .complete, cube: cube,
            quality: QualityReport(), definitionsHash: workshop.definitions.hash)
    }
}

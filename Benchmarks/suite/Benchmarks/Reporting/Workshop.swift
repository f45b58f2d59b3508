import Benchmark
import Diagnostics
import Foundation
import Logging
import Measuring
import Pipelines
import PupilSupport
import Rollup
import SampleData
import SupportStore

/// The definitions and the sample of the project, and the states that they make.
struct Workshop {
    let definitions: Definitions
    private let indicators: IndicatorSet
    private let folder: URL

    init() throws {
        let pipelines = URL(filePath: #filePath).appending(path: "../../../../../pipelines")
            .standardized.path
        guard
            let definitions = DefinitionLoader(
                folder: pipelines, knownRuleCodes: RuleCatalogue.codes
            ).load().0,
            let indicators = IndicatorLoader(folder: pipelines, files: definitions.files).load().0
        else { throw Mismeasurement.didNotDo("the definitions in \(pipelines) are not right") }
        self.definitions = definitions
        self.indicators = indicators
        folder = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-benchmarks-\(UUID().uuidString)")
    }

    private var inbox: String { folder.appending(path: "inbox").path }

    func writeSample() throws {
        for (path, bytes) in SampleData().files {
            let file = folder.appending(path: "inbox").appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    /// Makes a store that is empty, in the place of the one before.
    func emptyStore() throws -> SupportStore {
        let place = folder.appending(path: "state")
        if FileManager.default.fileExists(atPath: place.path) {
            try FileManager.default.removeItem(at: place)
        }
        return try SupportStore(folder: place.path)
    }

    /// Imports the sample and returns how many records were read.
    func load(into store: SupportStore) throws -> Int {
        let run = try ImportRun(
            store: store, definitions: definitions, inbox: inbox,
            logger: Logger(label: "benchmarks", factory: { _ in SwiftLogNoOpLogHandler() }))
        var records = 0
        for file in try run?.run() ?? [] {
            if case .loaded(let counts) = file.outcome { records += counts.read }
        }
        return records
    }

    func filledStore() throws -> SupportStore {
        try writeSample()
        let store = try emptyStore()
        guard try load(into: store) > 0 else {
            throw Mismeasurement.didNotDo("nothing was loaded")
        }
        return store
    }

    /// Counts the figures of the latest semester of the sample.
    func cube(in store: SupportStore) throws -> Cube {
        var last: Cube?
        let semesters = try store.currentSemesters().suffix(1)
        try SemesterRollup(
            indicators: indicators, municipality: definitions.municipality,
            vocabularies: definitions.vocabularies
        ).cubes(of: Array(semesters), in: store.reader, countingContributors: true) { last = $0 }
        guard let last else { throw Mismeasurement.didNotDo("the store has no semester") }
        return last
    }
}

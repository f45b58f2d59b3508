import Benchmark
import Measuring
import PupilSupport
import Reports
import Rollup
import SupportStore

@testable import Normalization
@testable import Pipelines

/// A parser and what it is given.
private struct ParserOfTexts {
    let parser: CellParser
    let texts: [String]

    init(_ made: FieldTexts) throws {
        guard let field = made.record.fields.first(where: { $0.name == made.field }) else {
            throw Mismeasurement.didNotDo("records have no field \(made.field)")
        }
        let definitions = try Workshop().definitions
        guard let source = definitions.sources.first else {
            throw Mismeasurement.didNotDo("no source is defined")
        }
        parser = CellParser(
            mapping: FieldMapping(field: made.field, source: .column(made.field), isRequired: true),
            field: field,
            context: NormalizationContext(
                municipality: definitions.municipality, vocabularies: definitions.vocabularies,
                source: source),
            decimalMark: .comma)
        texts = (0..<1000).map(made.text)
    }

    /// Parses each text, none of which may break a rule, and returns how many they are.
    func run() throws -> Int {
        var registries = DeliveryRegistries()
        for text in texts {
            guard case .value(let value) = parser.parse(text, registries: &registries).value else {
                throw Mismeasurement.didNotDo("\(text) is no value")
            }
            blackHole(value)
        }
        return texts.count
    }
}

let benchmarks: @Sendable () -> Void = {
    for texts in FieldTexts.all {
        measure("field: \(texts.field)", in: .values, seconds: 1) {
            try ParserOfTexts(texts)
        } work: {
            try $0.run()
        }
    }

    measure("load", in: .records, seconds: 20) {
        let workshop = try Workshop()
        try workshop.writeSample()
        return workshop
    } preparing: { workshop in
        (workshop: workshop, store: try workshop.emptyStore())
    } work: { made in
        try made.workshop.load(into: made.store)
    }

    measure("rollup", in: .figures, seconds: 5) {
        let workshop = try Workshop()
        return (workshop: workshop, store: try workshop.filledStore())
    } work: { made in
        try made.workshop.cube(in: made.store).figures.count
    }

    measure("protect", in: .figures, seconds: 10) {
        let workshop = try Workshop()
        let municipality = workshop.definitions.municipality
        return (municipality: municipality, cube: try workshop.cube(in: workshop.filledStore()))
    } work: { made in
        let protection = try CubeProtection(
            of: made.cube, bands: made.municipality.classBands,
            threshold: made.municipality.publication.threshold, before: nil, earlier: nil)
        guard protection.hiddenCount > 0 else {
            throw Mismeasurement.didNotDo("nothing had to be hidden")
        }
        return made.cube.figures.count
    }

    measure("render", in: .figures, seconds: 5) {
        let workshop = try Workshop()
        return SemesterReport(
            municipality: workshop.definitions.municipality, state: .complete,
            cube: try workshop.cube(in: workshop.filledStore()), quality: QualityReport(),
            definitionsHash: workshop.definitions.hash)
    } work: { report in
        let files = try report.files()
        guard files.allSatisfy({ !$0.bytes.isEmpty }) else {
            throw Mismeasurement.didNotDo("a file is empty")
        }
        blackHole(files)
        return report.cube.figures.count
    }
}

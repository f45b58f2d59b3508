import Diagnostics
import Extraction
import Normalization
import PupilSupport
import Testing

@testable import Pipelines

struct `Loading definitions` {
    private func load() throws -> Definitions {
        let (definitions, diagnostics) = try DefinitionsFolder().load()
        #expect(diagnostics.map { $0.rendered(in: .english) } == [])
        return try #require(definitions)
    }

    private func file(_ kind: String, of source: String) throws -> FileDefinition {
        let sources = try load().sources
        return try #require(
            sources.first { $0.code == source }?.files.first { $0.kind == kind })
    }

    @Test func `sources come in the order of their codes`() throws {
        #expect(try load().sources.map(\.code) == ["kapa", "upe"])
    }

    @Test func `the schools keep their order and their aliases`() throws {
        let schools = try load().municipality.schools
        #expect(schools.map(\.code) == ["kapa", "upe"])
        let alias = SchoolAlias(
            name: "Kāpas vsk.", from: CivilDate(year: 2000, month: 1, day: 1),
            until: CivilDate(year: 2022, month: 8, day: 31))
        #expect(schools.first?.aliases == [alias])
    }

    @Test func `a registration number keeps its zeros`() throws {
        #expect(try load().municipality.schools.first?.registrationNumber == "0000000001")
    }

    @Test func `the end of a semester depends on the level`() throws {
        let calendar = try load().municipality.calendar
        let semester = try #require(Semester(code: "2018-2019-2"))
        let period = try #require(calendar.period(of: semester))
        #expect(period.lastSchoolDay(ofLevel: 9) == CivilDate(year: 2019, month: 5, day: 17))
        #expect(period.lastSchoolDay(ofLevel: 8) == CivilDate(year: 2019, month: 5, day: 31))
    }

    @Test func `every vocabulary is there but that of sensitive answers`() throws {
        #expect(
            try Set(load().vocabularies.keys)
                == Set(VocabularyName.allCases).subtracting([.answers]))
    }

    @Test func `a term keeps what its vocabulary says of it`() throws {
        let measures = try #require(try load().vocabularies[.measures])
        #expect(measures.terms.first?.attributes == ["role": "psychologist", "unit": "minutes"])
    }

    @Test func `a rule that is off in YAML is off`() throws {
        #expect(try load().sources.first?.ruleSeverities == ["REC-008": .off])
    }

    @Test func `a delimited file keeps its dialect`() throws {
        let expected = DelimitedOptions(
            delimiter: UInt8(ascii: ";"), quote: UInt8(ascii: "\""), raggedRows: .pad)
        #expect(try file("consultations", of: "kapa").format == .delimited(expected))
    }

    @Test func `a file adapts only where its definition says so`() throws {
        #expect(try !file("consultations", of: "kapa").adapts)
        let folder = try DefinitionsFolder()
        try folder.replace(
            "    encoding: windows-1257\n", with: "    encoding: windows-1257\n    adapt: true\n",
            in: "sources/kapa.yaml")
        let source = try #require(folder.load().0?.sources.first { $0.code == "kapa" })
        #expect(source.files.map(\.adapts) == [true, false])
    }

    @Test func `tab and none are characters`() throws {
        let expected = DelimitedOptions(delimiter: UInt8(ascii: "\t"), quote: nil)
        #expect(try file("pupils", of: "kapa").format == .delimited(expected))
    }

    @Test func `a field is required when the model or the definition says so`() throws {
        let session = try #require(try file("consultations", of: "kapa").records.first)
        let required = session.fields.filter(\.isRequired).map(\.field)
        let expected = [
            "semester", "plan_number", "pupil", "teacher", "measure", "date", "minutes",
        ]
        #expect(required == expected)
    }

    @Test func `a field keeps how its text is read`() throws {
        let session = try #require(try file("consultations", of: "kapa").records.first)
        let expected = FieldMapping(
            field: "minutes", source: .column("Ilgums"), isRequired: true, minutesPerUnit: 60,
            atLeast: 1, atMost: 480)
        #expect(session.fields.last == expected)
    }

    @Test func `a wide table is unpivoted`() throws {
        let mark = try #require(try file("pupils", of: "kapa").records.last)
        let expected = Unpivot(columns: ["Matemātika", "Latviešu valoda"], skipsBlanks: true)
        #expect(mark.unpivot == expected)
        #expect(mark.fields.map(\.source).suffix(2) == [.unpivotedName, .unpivotedValue])
    }

    @Test func `a record of an xml file keeps its place and its paths`() throws {
        let record = try #require(try file("support", of: "upe").records.first)
        #expect(record.at == "p:eksports/p:skolens")
        #expect(record.fields.last?.source == .paths(["p:klase", "@klase"]))
    }

    @Test func `a worked example keeps its records and its findings`() throws {
        let example = try #require(try load().examples["kapa"]?.first)
        #expect(example.input == "Plāna numurs;Pedagogs;Ilgums\nJV-01;7;2\n")
        #expect(example.gives.first?.fields.map(\.text) == ["JV-01", "2019-02-11", "40", ""])
        #expect(example.finds.first?.column == "Pasākums")
    }

    @Test func `every file that says something is among the files, sorted`() throws {
        let paths = try load().files.map(\.path)
        #expect(paths == paths.sorted())
        #expect(paths.contains("indicators/participants.sql"))
        #expect(paths.contains("schemas/upe.xsd"))
    }
}

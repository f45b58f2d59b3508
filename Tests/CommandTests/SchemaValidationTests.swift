import Foundation
import Testing

@Suite struct `Validation by a schema` {
    private static let name = "sloka/2018-2019-2/atbalsts.xml"

    @Test func `the samples obey their schema`() throws {
        let workplace = try Preparation.reported.copy()
        #expect(
            !(try workplace.text("reports/2018-2019-2/internal/quality.csv")).contains("XML-006"))
    }

    @Test func `a fault holds its record back and counts are conserved`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        // The note of a session comes last in it; the schema does not know the word.
        try Self.replaceFirst("<piezime>", with: "<piezime n=\"1\">", workplace)
        let outcome = try workplace.report()
        let quality = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
        let found = quality.filter { $0["rule"] == "XML-006" }
        #expect(outcome.code == 3)
        #expect(found.map { $0["disposition"] } == ["held_back"])
        #expect(found.map { $0["severity"] } == ["error"])
        #expect(
            found.map { $0["column_name"] } == [
                "atbalsts/skolens/plans/nodarbiba/piezime/@n"
            ])
        #expect(
            found.map { $0["message"] } == [
                "neatbilst shēmai: elementam 'piezime' nav paredzēts atribūts 'n'"
            ])
        let file = quality.first { $0["entry"] == "file" && $0["file"] == Self.name }
        func count(_ name: String) -> Int { file?[name].flatMap { Int($0) } ?? -1 }
        #expect(
            count("records_read") == count("records_loaded") + count("records_held_back")
                + count("records_ignored"))
    }

    @Test func `one session less counts when one session breaks the schema`() throws {
        let workplace = try Preparation.reported.copy()
        let before = try #require(try Summary(workplace, "2018-2019-2").keyFigure("sessions"))
        try Self.replaceFirst("<piezime>", with: "<piezime n=\"1\">", workplace)
        _ = try workplace.report()
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("sessions") == before - 1)
    }

    @Test func `a source may let such records pass`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try Self.replaceFirst("<piezime>", with: "<piezime n=\"1\">", workplace)
        let definition = "pipelines/sources/sloka.yaml"
        let text = try workplace.text(definition)
        try workplace.write(
            text.replacing("check_digit:", with: "rules: {XML-006: warning}\ncheck_digit:"),
            to: definition)
        _ = try workplace.report()
        let found = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
            .filter { $0["rule"] == "XML-006" }
        #expect(found.map { $0["disposition"] } == ["loaded"])
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("participants") == 35)
    }

    @Test func `a fault outside every record is a warning`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try Self.replaceFirst(" sagatavots=", with: " sagatavots2=", workplace)
        _ = try workplace.report()
        let found = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
            .filter { $0["rule"] == "XML-006" }
        #expect(found.map { $0["column_name"] } == ["atbalsts/@sagatavots2"])
        #expect(found.map { $0["severity"] } == ["warning"])
        #expect(found.map { $0["disposition"] } == ["loaded"])
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("participants") == 35)
    }

    @Test func `a changed schema makes its files be read again`() throws {
        let workplace = try Preparation.reported.copy()
        let schema = "pipelines/schemas/sloka.xsd"
        let text = try workplace.text(schema)
        let line = "<xs:element name=\"piezime\" type=\"xs:string\" minOccurs=\"0\"/>"
        #expect(text.contains(line))
        try workplace.write(text.replacing(line, with: ""), to: schema)
        _ = try workplace.report()
        #expect(
            try workplace.text("reports/2018-2019-2/internal/quality.csv").contains("XML-006"))
    }

    private static func replaceFirst(
        _ old: String, with new: String, _ workplace: borrowing Workplace
    ) throws {
        let text = try workplace.text("inbox/\(name)")
        let place = try #require(text.range(of: old))
        try workplace.write(
            text.replacingCharacters(in: place, with: new), to: "inbox/\(name)")
    }
}

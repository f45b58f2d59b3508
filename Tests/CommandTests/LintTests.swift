import Foundation
import Testing

@Suite struct `pumpurs lint` {
    @Test func `the project's own definitions have no fault`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let outcome = try workplace.run("lint", "--language", "en")
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
    }

    @Test func `five planted mistakes are all named with line and column`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        func replace(_ old: String, _ new: String, in name: String) throws {
            let text = try workplace.text("pipelines/\(name)")
            let place = try #require(text.range(of: old))
            try workplace.write(
                text.replacingCharacters(in: place, with: new), to: "pipelines/\(name)")
        }
        try replace(
            "encoding: windows-1257", "encodng: windows-1257", in: "sources/jaundubulti.yaml")
        try replace("delimiter: \",\"", "delimiter: [\",\"]", in: "sources/vaivari.yaml")
        try replace("schemas/sloka.xsd", "schemas/slok.xsd", in: "sources/sloka.yaml")
        try replace("low_mark_below: 4", "low_mark_below: four", in: "jurmala.yaml")
        try replace("unit: minutes", "unit: hours", in: "vocabularies/measures.yaml")
        let outcome = try workplace.run("lint", "--language", "en")
        #expect(outcome.code == 78)
        for name in [
            "pipelines/sources/jaundubulti.yaml:", "pipelines/sources/vaivari.yaml:",
            "pipelines/sources/sloka.yaml:", "pipelines/jurmala.yaml:",
            "pipelines/vocabularies/measures.yaml:",
        ] {
            let line = outcome.errors.split(separator: "\n").first { $0.hasPrefix(name) }
            let place = line?.dropFirst(name.count).split(separator: ":").prefix(2)
            #expect(place?.compactMap { Int($0) }.count == 2, "\(name)")
        }
    }

    @Test(arguments: ["lint", "report"])
    func `a query that cannot be run is named with its line before anything is read`(
        command: String
    ) throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let name = "pipelines/indicators/feedback.sql"
        let text = try workplace.text(name)
        let place = try #require(text.range(of: "currentFeedback"))
        try workplace.write(
            text.replacingCharacters(in: place, with: "currentFedback"), to: name)
        let line = 1 + text[..<place.lowerBound].count { $0.isNewline }
        let outcome = try workplace.run(command, "--language", "en")
        #expect(outcome.code == 78)
        #expect(
            outcome.errors == """
                pipelines/indicators/feedback.sql:\(line): error: the query cannot be run: \
                no such table: currentFedback [DEF-055]
                  help: correct the SQL; docs/definitions.md names the views, tables and arguments

                """)
        #expect(!FileManager.default.fileExists(atPath: workplace.path("reports").path))
        #expect(!FileManager.default.fileExists(atPath: workplace.path("state").path))
    }

    @Test func `the worked examples hold`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let outcome = try workplace.run("test")
        #expect(outcome.code == 0)
        #expect(outcome.output.hasSuffix(" 0 failed\n"))
    }

    @Test func `a worked example that does not hold is named and ends with code 78`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let name = "pipelines/sources/sloka.test.yaml"
        let text = try workplace.text(name)
        let place = try #require(text.range(of: "minutes: "))
        try workplace.write(text.replacingCharacters(in: place, with: "minutes: 9"), to: name)
        let outcome = try workplace.run("test")
        #expect(outcome.code == 78)
        #expect(outcome.output.contains("minutes: expected '9"))
    }
}

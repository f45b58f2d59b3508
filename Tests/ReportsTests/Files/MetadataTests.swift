import Foundation
import PupilSupport
import Testing

@testable import Reports

@Suite struct `Metadata of the files` {
    private struct Package: Decodable {
        struct Resource: Decodable {
            let name: String
            let path: String
            let bytes: Int
            let hash: String
            let convenience: Bool?
        }
        let resources: [Resource]
    }

    @Test(arguments: ["datapackage.json", "csv-metadata.json"])
    func `a description is what it was`(name: String) throws {
        // Hashes and sizes change with every word of the page, and have a test of their own.
        let text = try SampleReport.springSemester().text(of: name)
            .replacing(/"sha256:[0-9a-f]{64}"/, with: "\"sha256:\"")
            .replacing(/"bytes": \d+/, with: "\"bytes\": 0")
        try expectSnapshot(
            Array(text.utf8), named: "2018-2019-2/\(name)",
            filePath: #filePath.replacing("/Files/", with: "/"))
    }

    @Test func `the package lists every other file with its size and hash`() throws {
        let files = try SampleReport.springSemester().files()
        let package = try #require(files.last)
        #expect(package.name == "datapackage.json")
        let resources = try JSONDecoder().decode(Package.self, from: Data(package.bytes)).resources
        let others = files.dropLast().filter { $0.name != "csv-metadata.json" }
        #expect(resources.map(\.path) == others.map(\.name))
        #expect(resources.map(\.bytes) == others.map(\.bytes.count))
        #expect(
            resources.map(\.hash)
                == others.map { "sha256:" + ContentHash(of: $0.bytes).hexadecimal })
        #expect(Set(resources.map(\.name)).count == resources.count)
    }

    @Test func `the package marks what is a convenience`() throws {
        let package = try #require(try SampleReport.springSemester().files().last)
        let resources = try JSONDecoder().decode(Package.self, from: Data(package.bytes)).resources
        #expect(
            resources.filter { $0.convenience == true }.map(\.path) == [
                "participants.excel.csv", "teachers.excel.csv", "outcomes.excel.csv",
            ])
    }

    @Test func `a hash is that of FIPS 180-4`() {
        #expect(
            ContentHash(of: Array("abc".utf8)).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `a closed semester has a version and a day of issue`() throws {
        var report = try SampleReport.springSemester()
        let day = try #require(CivilDate(year: 2019, month: 10, day: 7))
        report.revision = ReportRevision(entries: [.init(number: 1, closedOn: day, note: "")])
        let text = try report.text(of: "datapackage.json")
        #expect(text.contains("\"version\": \"r01\",\n  \"issued\": \"2019-10-07\","))
    }

    @Test func `a licence and a contact are told when they are defined`() throws {
        var report = try SampleReport.springSemester()
        #expect(!(try report.text(of: "datapackage.json").contains("licenses")))
        let words = LocalizedText(lv: "Nosaukums", en: "Name")
        report.municipality = report.municipality.copy(
            publication: Publication(
                licence: .init(name: "CC-BY-4.0", title: words, path: "https://example.org/by"),
                contact: .init(name: words, email: "dati@example.org")))
        let text = try report.text(of: "datapackage.json")
        #expect(
            text.contains(
                """
                  "contactPoint": {
                    "name": "Nosaukums",
                    "email": "dati@example.org"
                  },
                  "licenses": [
                    {
                      "name": "CC-BY-4.0",
                      "path": "https://example.org/by",
                      "title": "Nosaukums"
                    }
                  ],
                """))
    }

    @Test func `the header of a table is that of its description`() throws {
        let report = try SampleReport.springSemester()
        let header = table(of: try report.text(of: "quality.csv"))[0]
        #expect(header == TableColumn.quality.map(\.name))
        #expect(
            table(of: try report.text(of: "teachers.csv"))[0] == TableColumn.figures.map(\.name))
    }
}

import Foundation
import PupilSupport
import Testing

@testable import Reports
@testable import Rollup

@Suite struct `Figures that are hidden` {
    private static let address = "2018-2019-2/participants/school=sloka"

    private func hidden() throws -> SemesterReport {
        try SampleReport.springSemester().hiding([Self.address])
    }

    @Test func `a confidential figure keeps no number`() throws {
        let figure = try #require(
            try SampleReport.springSemester().cube.figures.first {
                $0.address.description == Self.address
            })
        #expect(figure.value != nil)
        let hidden = try #require(
            try self.hidden().cube.figures.first { $0.address.description == Self.address })
        #expect(hidden.value == nil)
        #expect(hidden.previous == nil)
        #expect(hidden.change == nil)
        #expect(hidden.status == .confidential)
    }

    @Test func `a hidden figure is empty with its symbol in the tidy table`() throws {
        let row = try #require(
            rows(of: try hidden().text(of: "participants.csv")).first {
                $0["address"] == Self.address
            })
        #expect(row["value"] == "")
        #expect(row["value_previous"] == "")
        #expect(row["change"] == "")
        #expect(row["value_status"] == "c")
    }

    @Test func `a hidden figure is empty with its symbol in the text for spreadsheets`() throws {
        let row = try #require(
            rows(of: try hidden().text(of: "participants.excel.csv"), delimiter: ";").first {
                $0["Adrese"] == Self.address
            })
        #expect(row["Vērtība"] == "")
        #expect(row["Iepriekšējā semestrī"] == "")
        #expect(row["Pārmaiņa"] == "")
        #expect(row["Apzīmējums"] == "c")
    }

    @Test func `a hidden figure is the symbol in brackets in the workbook`() throws {
        let row = try #require(
            try rows(ofSheet: sheetNames[0], in: try hidden().bytes(of: "summary.xlsx")).first {
                $0["Adrese"] == Self.address
            })
        #expect(row["Vērtība"] == "[c]")
        #expect(row["Iepriekšējā semestrī"] == "[c]")
        #expect(row["Pārmaiņa"] == "[c]")
        #expect(row["Apzīmējums"] == "[c]")
    }

    @Test func `a hidden figure is null with its symbol in the summary`() throws {
        let text = try hidden().text(of: "summary.json")
        #expect(
            text.contains(
                """
                          "value": null,
                          "previous": null,
                          "previous_status": "c",
                          "change": null,
                          "status": "c",
                          "address": "\(Self.address)"
                """))
    }

    @Test func `a hidden figure is null among the figures of its school`() throws {
        struct Document: Decodable {
            struct School: Decodable {
                let code: String
                let participants: Int?
            }
            let schools: [School]
        }
        let bytes = try hidden().bytes(of: "summary.json")
        let schools = try JSONDecoder().decode(Document.self, from: Data(bytes)).schools
        #expect(schools.filter { $0.participants == nil }.map(\.code) == ["sloka"])
    }

    @Test(arguments: TidyTable.allCases)
    func `hiding every figure moves and removes no row`(table: TidyTable) throws {
        let report = try SampleReport.springSemester()
        let all = Set(report.cube.figures.map(\.address.description))
        let shown = rows(of: try report.text(of: table.fileName)).map { $0["address"] }
        let hidden = rows(of: try report.hiding(all).text(of: table.fileName))
        #expect(hidden.map { $0["address"] } == shown)
        #expect(hidden.allSatisfy { $0["value"] == "" && $0["value_status"] == "c" })
    }

    @Test func `with every figure hidden the workbook holds no number`() throws {
        let report = try SampleReport.springSemester()
        let hidden = report.hiding(Set(report.cube.figures.map(\.address.description)))
        let workbook = try hidden.bytes(of: "summary.xlsx")
        for sheet in sheetNames {
            for row in try rows(ofSheet: sheet, in: workbook) { #expect(row["Vērtība"] == "[c]") }
        }
    }

    @Test func `a target whose figure is hidden does not say how far it was reached`() throws {
        let report = try SampleReport.autumnSemester().hiding(["2019-2020-1/participants"])
        let text = try report.text(of: "summary.json")
        #expect(
            text.contains(
                """
                      "more_than": 60,
                      "value": null,
                      "reached": null,
                """))
        #expect(text.contains("\"words\": null"))
    }

    @Test func `a value that is not zero but rounds to 0 is low`() throws {
        let small = try #require(Ratio(1, over: 25))
        #expect(
            ValueStatus(of: small, shownAs: small.rounded(decimals: 1), isMissing: false) == .low)
        let zero = Ratio(0)
        #expect(
            ValueStatus(of: zero, shownAs: zero.rounded(decimals: 1), isMissing: false) == .present)
    }
}

import Foundation
import PupilSupport
import Testing

@testable import Reports

@Suite struct `The same numbers in every file` {
    private struct Summary: Decodable {
        struct Table: Decodable { let figures: [Figure] }
        struct Figure: Decodable {
            let address: String
            let value: Decimal?
            let status: String
        }
        let tables: [Table]
    }

    private let report: SemesterReport

    init() throws {
        let spring = try SampleReport.springSemester()
        report = spring.hiding([
            "2018-2019-2/participants/school=sloka", "2018-2019-2/sessions/school=sloka",
        ])
    }

    /// The numbers by their addresses; what is not shown is its symbol.
    private func tidy() throws -> [String: String] {
        var values: [String: String] = [:]
        for table in TidyTable.allCases {
            for row in rows(of: try report.text(of: table.fileName)) {
                let value = row["value"] ?? ""
                values[row["address"] ?? ""] = value.isEmpty ? row["value_status"] : value
            }
        }
        return values
    }

    @Test func `the summary has the numbers of the tidy tables`() throws {
        let bytes = try report.bytes(of: "summary.json")
        let tables = try JSONDecoder().decode(Summary.self, from: Data(bytes)).tables
        var values: [String: String] = [:]
        for figure in tables.flatMap(\.figures) {
            values[figure.address] = figure.value.map { "\($0)" } ?? figure.status
        }
        let tidy = try tidy().mapValues { $0.hasSuffix(".0") ? String($0.dropLast(2)) : $0 }
        #expect(values.count > 200)
        #expect(values == tidy)
    }

    @Test func `the workbook has the numbers of the tidy tables`() throws {
        let workbook = try report.bytes(of: "summary.xlsx")
        var values: [String: String] = [:]
        for sheet in sheetNames {
            for row in try rows(ofSheet: sheet, in: workbook) {
                values[row["Adrese"] ?? ""] = row["Vērtība"]?.trimmingCharacters(in: ["[", "]"])
            }
        }
        let tidy = try tidy().mapValues { $0.hasSuffix(".0") ? String($0.dropLast(2)) : $0 }
        #expect(values == tidy)
    }

    @Test func `the text for spreadsheets has the numbers of the tidy tables`() throws {
        var values: [String: String] = [:]
        for table in TidyTable.allCases {
            let text = try report.text(of: table.spreadsheetFileName)
            for row in rows(of: text, delimiter: ";") {
                let value = row["Vērtība"]?.replacing(",", with: ".") ?? ""
                values[row["Adrese"] ?? ""] = value.isEmpty ? row["Apzīmējums"] : value
            }
        }
        #expect(try values == tidy())
    }

    @Test func `the page has numbers of the tidy tables`() throws {
        let page = try report.text(of: "report.html")
        let tidy = try tidy()
        var compared = 0
        for cell in page.matches(of: /<td[^>]* id="([^"]+)"[^>]*>(.*?)<\/td>/) {
            let shown = cell.2.matches(of: /<span>([^<]*)<\/span>/).last?.1 ?? cell.2
            guard let number = Decimal(string: plain(shown)) else { continue }
            compared += 1
            let value = tidy[String(cell.1)] ?? "nothing"
            #expect(Decimal(string: value) == number, "\(cell.1): \(shown), \(value) in the table")
        }
        #expect(compared > 100)
    }

    /// A number without the marks of Latvian.
    private func plain(_ shown: Substring) -> String {
        String(shown).replacing("\u{00A0}", with: "").replacing(",", with: ".")
            .replacing("\u{2212}", with: "-")
    }
}

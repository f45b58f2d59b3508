import Foundation
import Testing

@Suite struct `A column that no definition maps` {
    private static let absences = "inbox/vaivari/2018-2019-2/kavejumi.csv"

    private func prepared() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.editLines(Self.absences) { lines in
            for place in lines.indices {
                lines[place] += Array((place == 0 ? ",Zigfrīds Ķeizars" : ",slepeni").utf8)
            }
        }
        _ = try workplace.report()
        return workplace
    }

    @Test func `stands once in the quality file, by name and number of records`() throws {
        let workplace = try prepared()
        let rows = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv")).filter {
            $0["entry"] == "column" && $0["file"] == "vaivari/2018-2019-2/kavejumi.csv"
                && $0["column_name"] == "Z… Ķ…"
        }
        #expect(rows.count == 1)
        let file = CommandTests.rows(
            of: try workplace.text("reports/2018-2019-2/internal/quality.csv")
        ).first { $0["entry"] == "file" && $0["file"] == rows.first?["file"] }
        #expect(rows.first?["records_read"] == file?["records_read"])
        #expect(rows.first?["kind"] == file?["kind"])
    }

    @Test func `stands in the record of the run`() throws {
        let workplace = try prepared()
        let record = try workplace.text("state/runs/000001.json")
        #expect(record.contains("\"name\" : \"Z… Ķ…\""))
        #expect(record.contains("\"dropped_columns\""))
    }

    @Test func `leaves no value behind`() throws {
        let workplace = try prepared()
        let outputs = try workplace.files(in: "state")
            .merging(try workplace.files(in: "reports")) { first, _ in first }
        for (name, bytes) in outputs {
            #expect(Data(bytes).range(of: Data("slepeni".utf8)) == nil, "\(name)")
        }
    }
}

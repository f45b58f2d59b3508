import Foundation
import SampleData
import Testing

@Suite struct `The report of the samples` {
    @Test func `the city had 35 participants and 24 teachers in the second semester of 2018/2019`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.report()
        let summary = try Summary(workplace, "2018-2019-2")
        #expect(outcome.code == 3)
        #expect(summary.keyFigure("participants") == 35)
        #expect(summary.keyFigure("teachers") == 24)
        #expect(summary.schools("participants") == [16, 11, 10])
        #expect(summary.schools("teachers") == [11, 8, 8])
        #expect(summary.state == "complete")
    }

    @Test
    func `more than 60 took part in the first semester of 2019/2020, so the target is reached`()
        throws
    {
        let workplace = try Preparation.reported.copy()
        let summary = try Summary(workplace, "2019-2020-1")
        let target = (summary.root["targets"] as? [[String: Any]])?.first
        #expect((summary.keyFigure("participants") ?? 0) > 60)
        #expect(target?["more_than"] as? Int == 60)
        #expect(target?["reached"] as? Bool == true)
    }

    @Test func `the last line on standard output is the path of the newest page`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.report()
        #expect(
            outcome.output.split(separator: "\n").last == "reports/2019-2020-1/internal/report.html"
        )
        #expect(
            FileManager.default.fileExists(
                atPath: workplace.path("reports/2019-2020-1/internal/report.html").path))
    }

    @Test func `a second run leaves every output byte the same`() throws {
        let workplace = try Preparation.reported.copy()
        let first = try workplace.files(in: "reports")
        let outcome = try workplace.report()
        #expect(outcome.code == 3)
        #expect(first.count == 79)
        #expect(try workplace.files(in: "reports") == first)
    }

    @Test func `another store, with another key, gives the same bytes`() throws {
        let workplace = try Preparation.reported.copy()
        let first = try workplace.files(in: "reports")
        try FileManager.default.removeItem(at: workplace.path("state"))
        try FileManager.default.removeItem(at: workplace.path("reports"))
        _ = try workplace.report()
        #expect(try workplace.files(in: "reports") == first)
    }

    @Test func `every planned fault is in the quality file with its place, and nothing else`()
        throws
    {
        let workplace = try Preparation.reported.copy()
        var found: Set<String> = []
        for semester in ["2018-2019-1", "2018-2019-2", "2019-2020-1"] {
            let table = rows(of: try workplace.text("reports/\(semester)/internal/quality.csv"))
            for row in table where row["entry"] == "finding" {
                found.insert(Self.place(row, column: "column_name"))
            }
        }
        let planned = rows(
            of: String(decoding: SampleData().files[".faults.csv"] ?? [], as: UTF8.self))
        #expect(planned.count >= 60)
        #expect(found == Set(planned.map { Self.place($0, column: "column") }))
    }

    private static func place(_ row: [String: String], column: String) -> String {
        // A path of an attribute is made harmless for spreadsheets by an apostrophe.
        let name = (row[column] ?? "").replacing("'@", with: "@")
        return [row["rule"], row["file"], row["line"], name, row["disposition"]]
            .map { $0 ?? "" }.joined(separator: " | ")
    }

    @Test func `for every file, the records read are those loaded, held back and ignored`() throws {
        let workplace = try Preparation.reported.copy()
        for semester in ["2018-2019-1", "2018-2019-2", "2019-2020-1"] {
            let files = rows(of: try workplace.text("reports/\(semester)/internal/quality.csv"))
                .filter { $0["entry"] == "file" }
            #expect(files.count >= 7)
            for file in files {
                let counts = [
                    "records_loaded", "records_held_back", "records_ignored", "records_read",
                ].compactMap { file[$0].flatMap { Int($0) } }
                #expect(counts.count == 4)
                #expect(counts[0] + counts[1] + counts[2] == counts[3], "\(file["file"] ?? "")")
            }
        }
    }

    @Test func `the outputs are for their owner only`() throws {
        let workplace = try Preparation.reported.copy()
        for name in [
            "reports/2018-2019-2/internal/report.html", "state/pumpurs.sqlite",
            "state/pumpurs.key", "state/vault.sqlite",
        ] {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: workplace.path(name).path)
            #expect((attributes[.posixPermissions] as? Int) == 0o600, "\(name)")
        }
    }
}

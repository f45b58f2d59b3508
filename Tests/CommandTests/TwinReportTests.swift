import Foundation
import Testing

@Suite struct `The report over twins` {
    /// Days move in each file by itself, so that a session and its plan in two files may part.
    private static let acrossFiles: Set = ["XRC-003", "XRC-004"]

    @Test(arguments: ["jaundubulti", "sloka", "vaivari"])
    func `has the findings of the report over the files`(school: String) throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        for other in ["jaundubulti", "sloka", "vaivari"] where other != school {
            try FileManager.default.removeItem(at: workplace.path("inbox/\(other)"))
        }
        _ = try workplace.report()
        let before = try Self.findings(workplace)
        #expect(before.count >= 4)
        for name in try workplace.files(in: "inbox").keys {
            let outcome = try workplace.run(
                "twin", "inbox/\(name)", "--into", "twin", "--seed", "7")
            #expect(outcome.code == 0, "\(outcome.errors)")
            try FileManager.default.removeItem(at: workplace.path("inbox/\(name)"))
            try FileManager.default.moveItem(
                at: workplace.path("twin"), to: workplace.path("inbox/\(name)"))
        }
        for folder in ["state", "reports"] {
            try FileManager.default.removeItem(at: workplace.path(folder))
        }
        _ = try workplace.report()
        #expect(try Self.findings(workplace) == before)
    }

    /// The findings of all semesters: file, rule, line and column.
    private static func findings(_ workplace: borrowing Workplace) throws -> [String] {
        var found: [String] = []
        for semester in ["2018-2019-1", "2018-2019-2", "2019-2020-1"] {
            let text = try workplace.text("reports/\(semester)/internal/quality.csv")
            for row in rows(of: text) where row["rule"]?.isEmpty == false {
                guard !acrossFiles.contains(row["rule"] ?? "") else { continue }
                found.append(
                    ["file", "rule", "line", "column_name"].map { row[$0] ?? "" }
                        .joined(separator: " "))
            }
        }
        return found.sorted()
    }
}

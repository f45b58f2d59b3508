import Foundation
import Testing

/// Vaivari's consultations once as CSV and once as a workbook that LibreOffice has made of it.
enum WorkbookReport {
    private static let csv = "inbox/vaivari/2018-2019-2/konsultacijas.csv"
    static let folder = "reports/2018-2019-2/internal"

    /// Returns a workplace whose Vaivari sends its consultations in a format.
    ///
    /// The consultations of the next semester stay away, for a kind of file has one format.
    private static func report(format: String) throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.removeItem(
            at: workplace.path("inbox/vaivari/2019-2020-1/konsultacijas.csv"))
        let name = "pipelines/sources/vaivari.yaml"
        let pinned = """
                encoding: utf-8
                format: csv
                csv: {delimiter: ",", header_rows: 2}
            """
        let text = try workplace.text(name)
        #expect(text.contains(pinned))
        try workplace.write(text.replacing(pinned, with: format), to: name)
        return workplace
    }

    /// Expects the same figures and the same rows held back of both.
    ///
    /// A cell that a row has lost cannot be told from an empty one on a sheet, so the CSV is read so too.
    static func expectSameReport(
        at place: Testing.SourceLocation = #_sourceLocation,
        workbook: (_ csv: URL, _ folder: URL) throws -> URL
    ) throws {
        let delimited = try report(
            format: """
                    encoding: utf-8
                    format: csv
                    csv: {delimiter: ",", header_rows: 2, ragged_rows: pad}
                """)
        let sheet = try report(format: "    format: xlsx\n    xlsx: {header_rows: 2}")
        let saved = try workbook(sheet.path(csv), sheet.folder)
        try FileManager.default.copyItem(
            at: saved, to: sheet.path(csv.replacing(".csv", with: ".xlsx")))
        try FileManager.default.removeItem(at: sheet.path(csv))
        let outcomes = [try delimited.report(), try sheet.report()]
        #expect(outcomes.map(\.code) == [3, 3], sourceLocation: place)
        #expect(outcomes.map(\.errors) == ["", ""], sourceLocation: place)

        let tables = try delimited.files(in: "reports").keys.filter { name in
            name.hasSuffix(".csv") && !name.hasSuffix("quality.csv")
        }
        #expect(tables.count >= 6, sourceLocation: place)
        for table in tables {
            #expect(
                try delimited.text("reports/\(table)") == sheet.text("reports/\(table)"),
                "\(table)", sourceLocation: place)
        }
        let rowOfLine = try rows(ofLinesIn: delimited.text(csv))
        let inText = try findings(delimited, "csv") { rowOfLine[$0] ?? 0 }
        let onSheet = try findings(sheet, "xlsx") { $0 }
        #expect(inText == onSheet, sourceLocation: place)
        #expect(inText.count { $0.contains("held_back") } > 5, sourceLocation: place)
        #expect(try counts(delimited, "csv") == counts(sheet, "xlsx"), sourceLocation: place)
    }

    /// The findings of the file, each with its row, column, rule and what became of the record.
    private static func findings(
        _ workplace: borrowing Workplace, _ suffix: String, row: (Int) -> Int
    ) throws -> [String] {
        try quality(workplace, suffix, entry: "finding").map { finding in
            let place = row(Int(finding["line"] ?? "") ?? 0)
            let others = ["column", "column_name", "rule", "severity", "disposition"]
            return "\(place) \(others.map { finding[$0] ?? "" })"
        }
    }

    private static func counts(
        _ workplace: borrowing Workplace, _ suffix: String
    ) throws -> [[String?]] {
        try quality(workplace, suffix, entry: "file").map { file in
            ["read", "loaded", "held_back", "ignored"].map { file["records_\($0)"] }
        }
    }

    static func quality(
        _ workplace: borrowing Workplace, _ suffix: String, entry: String
    ) throws -> [[String: String]] {
        try CommandTests.rows(of: workplace.text("\(folder)/quality.csv")).filter {
            $0["file"] == "vaivari/2018-2019-2/konsultacijas.\(suffix)" && $0["entry"] == entry
        }
    }

    /// The numbers of the records by the physical lines on which they begin.
    private static func rows(ofLinesIn text: String) -> [Int: Int] {
        var rows = [1: 1]
        var (line, isQuoted) = (1, false)
        for character in text.unicodeScalars {
            if character == "\"" { isQuoted.toggle() }
            guard character == "\n" else { continue }
            line += 1
            if !isQuoted { rows[line] = rows.count + 1 }
        }
        return rows
    }
}

@Suite struct `A report from a workbook` {
    @Test func `a workbook that LibreOffice has saved gives the figures and findings of its CSV`()
        throws
    {
        try WorkbookReport.expectSameReport { _, _ in Workbook.fixture }
    }
}

@Suite(.enabled(if: Workbook.office != nil, "soffice is not installed"))
struct LibreOfficeReportTests {
    @Test(.timeLimit(.minutes(5)))
    func `the workbook that LibreOffice makes now gives the figures and findings of its CSV`()
        throws
    {
        try WorkbookReport.expectSameReport { csv, folder in
            try Workbook.converted(csv, in: folder)
        }
    }
}

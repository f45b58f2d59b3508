import Foundation
import PupilSupport
import RollupTestSupport
import Testing

@testable import Reports

/// What LibreOffice makes of the files for people, as its own flat XML.
private enum LibreOffice {
    static let command = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Opens a file as a user in Latvia does and returns the cells that were made of it.
    static func open(_ name: String, of report: SemesterReport) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pumpurs-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: name)
        try Data(try report.bytes(of: name)).write(to: source)
        var arguments = [
            "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)",
            "--headless", "--convert-to", "fods", "--outdir", folder.path(percentEncoded: false),
        ]
        if name.hasSuffix(".csv") {
            // Semicolons, UTF-8, Latvian, and special numbers and formulas recognised.
            arguments.append("--infilter=CSV:59,34,76,1,,1062,false,true,false,false,false,0,true")
        }
        let process = Process()
        process.executableURL = URL(filePath: try #require(command))
        process.arguments = arguments + [source.path(percentEncoded: false)]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let made = folder.appending(
            path: source.deletingPathExtension().lastPathComponent + ".fods")
        return try String(contentsOf: made, encoding: .utf8)
    }

    /// The numbers of all cells; equal neighbours are written once, with their number.
    static func numbers(in cells: String) -> [String] {
        let pattern = /<table:table-cell([^>]*) office:value-type="float" office:value="([^"]*)"/
        return cells.matches(of: pattern).flatMap { cell in
            let times = cell.1.firstMatch(of: /number-columns-repeated="(\d+)"/)
                .flatMap { Int($0.1) }
            return [String](repeating: String(cell.2), count: times ?? 1)
        }
    }
}

@Suite(.enabled(if: LibreOffice.command != nil, "soffice is not installed"), .serialized)
struct LibreOfficeReportTests {
    private let report: SemesterReport

    init() throws {
        var report = try SampleReport.springSemester()
            .hiding(["2018-2019-2/participants/school=sloka"])
        report.municipality = SmallTown.municipality.renamingFirstSchool("=cmd|' /C calc'!A0")
        self.report = report
    }

    /// The numbers of the tidy tables: value, value before and change.
    private func numbers(of tables: [TidyTable]) throws -> [String] {
        try tables.flatMap { table in
            rows(of: try report.text(of: table.fileName)).flatMap { row in
                [row["value"], row["value_previous"], row["change"]].compactMap(\.self)
                    .filter { !$0.isEmpty }.map { $0.replacing(/\.0$/, with: "") }
            }
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `LibreOffice reads the workbook with its numbers, days, letters and no formula`() throws {
        let cells = try LibreOffice.open("summary.xlsx", of: report)
        #expect(try LibreOffice.numbers(in: cells) == numbers(of: TidyTable.allCases))
        #expect(cells.contains("office:value-type=\"date\" office:date-value=\"2019-01-07\""))
        #expect(cells.contains("<text:p>07.01.2019.</text:p>"))
        #expect(cells.contains("<text:p>Jūrmalas pilsētas Slokas pamatskola</text:p>"))
        #expect(cells.contains("<text:p>[c]</text:p>"))
        #expect(cells.contains("<text:p>&apos;=cmd|&apos; /C calc&apos;!A0</text:p>"))
        #expect(!cells.contains("table:formula"))
    }

    @Test(.timeLimit(.minutes(5)), arguments: TidyTable.allCases)
    func `LibreOffice reads the text for spreadsheets with its numbers, letters and no formula`(
        table: TidyTable
    ) throws {
        let cells = try LibreOffice.open(table.spreadsheetFileName, of: report)
        #expect(try LibreOffice.numbers(in: cells) == numbers(of: [table]))
        #expect(cells.contains("<text:p>Jūrmalas pilsētas Slokas pamatskola</text:p>"))
        #expect(cells.contains("=cmd|"))
        #expect(!cells.contains("table:formula"))
        #expect(!cells.contains("office:value-type=\"date\""))
    }
}

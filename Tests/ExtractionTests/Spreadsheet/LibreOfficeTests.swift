import Foundation
import Testing

@testable import Extraction

/// Sheets that LibreOffice has made of a school's delimited file.
enum LibreOffice {
    static let command = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// The table that was converted.
    static let source = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "sample-data/vaivari/2018-2019-2/konsultacijas.csv")

    /// The workbook that LibreOffice made of it: the fourth column is text, all others are recognised.
    static let fixture = Bundle.module.url(
        forResource: "vaivari-konsultacijas", withExtension: "xlsx", subdirectory: "Fixtures")

    /// Converts a delimited file with commas and quotes.
    static func convert(_ source: URL, in folder: URL) throws -> URL {
        let process = Process()
        process.executableURL = URL(filePath: try #require(command))
        process.arguments = [
            "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)",
            "--headless",
            "--convert-to", "xlsx", "--infilter=CSV:44,34,76,1,4/2,1062,false,true", "--outdir",
            folder.path(percentEncoded: false), source.path(percentEncoded: false),
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return folder.appending(path: source.deletingPathExtension().lastPathComponent + ".xlsx")
    }

    /// Expects that a workbook holds the cells of the delimited file it was made of, by value.
    static func expectSameCells(
        _ workbook: URL, at place: Testing.SourceLocation = #_sourceLocation
    ) throws {
        // A row of the sample has lost its last cell; a sheet cannot tell that from an empty one.
        let options = DelimitedOptions(headerRows: 2, raggedRows: .pad)
        let text = try TemporaryFile(
            try sheetText(workbook.path(percentEncoded: false), decimalMark: UInt8(ascii: ",")))
        let sheet = try readDelimited(text.path, options: options)
        let original = try readDelimited(source.path(percentEncoded: false), options: options)
        #expect(sheet.columns == original.columns, sourceLocation: place)
        #expect(
            sheet.records.map { $0.cells.map { value($0 ?? "") } }
                == original.records.map { $0.cells.map { value($0 ?? "") } },
            sourceLocation: place)
        #expect(original.records.count > 100, sourceLocation: place)
    }

    /// A day in the order of ISO 8601; line ends of cells as sheets have them.
    private static func value(_ text: String) -> String {
        if let day = text.wholeMatch(of: #/(\d\d)\.(\d\d)\.(\d{4})\.?/#) {
            return "\(day.3)-\(day.2)-\(day.1)"
        }
        return text.replacing("\r\n", with: "\n")
    }
}

struct LibreOfficeFixtureTests {
    @Test func `a workbook that LibreOffice has saved holds the cells of its delimited file`()
        throws
    {
        try LibreOffice.expectSameCells(try #require(LibreOffice.fixture))
    }

    @Test func `a day that LibreOffice has recognised is written as ISO 8601`() throws {
        let text = try sheetText(
            try #require(LibreOffice.fixture).path(percentEncoded: false))
        let rows = text.split(separator: "\r\n")
        #expect(rows[0] == "Nodarbība,,,Skolēns,,,Pedagogs,Atbalsts,,,,Vērtējums,,Piezīmes")
        #expect(
            rows[2]
                == "2018/2019 II semestris,2019-01-24,0.75,11010326239,9.a,IAP1902004,V-058,"
                + "konsultācija mācību priekšmetā,Fizika,klātiene,,,,")
    }

    @Test func `the extent of a sheet is that of its filled cells`() throws {
        let path = try #require(LibreOffice.fixture).path(percentEncoded: false)
        let file = try SpreadsheetFile(path: FilePath(path))
        let extent = try SpreadsheetText(file, sheet: try file.sheet()).extent
        #expect(extent == SheetExtent(columns: 14, rows: 128))
    }
}

@Suite(.enabled(if: LibreOffice.command != nil, "soffice is not installed"))
struct LibreOfficeConversionTests {
    @Test(.timeLimit(.minutes(5)))
    func `the workbook that LibreOffice makes now holds the cells of its delimited file`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pumpurs-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try LibreOffice.expectSameCells(
            try LibreOffice.convert(LibreOffice.source, in: folder))
    }
}

import Foundation
import Testing

/// Workbooks for the program to read.
enum Workbook {
    /// What LibreOffice has made of Vaivari's consultations, once and for all.
    static let fixture = Workplace.repository.appending(
        path: "Tests/ExtractionTests/Fixtures/vaivari-konsultacijas.xlsx")

    /// The program that converts, where it is installed.
    static let office = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Converts a delimited file with commas and quotes; its fourth column, of personal codes, is text.
    static func converted(_ source: URL, in folder: URL) throws -> URL {
        try run(
            try #require(office),
            [
                "-env:UserInstallation=\(folder.appending(path: ".office").absoluteString)",
                "--headless", "--convert-to", "xlsx",
                "--infilter=CSV:44,34,76,1,4/2,1062,false,true", "--outdir",
                folder.path(percentEncoded: false), source.path(percentEncoded: false),
            ])
        return folder.appending(path: source.deletingPathExtension().lastPathComponent + ".xlsx")
    }

    /// Writes a workbook of one sheet, Lapa1, from what stands in its `sheetData`: the pieces are
    /// repeated, so that a bomb needs no memory here.
    static func write(_ pieces: [(text: String, times: Int)], to file: URL) throws {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        func relations(_ kind: String, _ target: String) -> String {
            "<Relationships xmlns='\(package)'><Relationship Id='rId1' Type='\(office)/\(kind)' "
                + "Target='\(target)'/></Relationships>"
        }
        let parts: [(name: String, pieces: [(text: String, times: Int)])] = [
            ("_rels/.rels", [(relations("officeDocument", "xl/workbook.xml"), 1)]),
            (
                "xl/workbook.xml",
                [
                    (
                        "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets>"
                            + "<sheet name='Lapa1' sheetId='1' r:id='rId1'/></sheets></workbook>", 1
                    )
                ]
            ),
            ("xl/_rels/workbook.xml.rels", [(relations("worksheet", "worksheets/sheet1.xml"), 1)]),
            (
                "xl/worksheets/sheet1.xml",
                [("<worksheet xmlns='\(main)'><sheetData>", 1)] + pieces
                    + [("</sheetData></worksheet>", 1)]
            ),
        ]
        let list = parts.map { part in
            [part.name as Any, part.pieces.map { [$0.text as Any, $0.times] }]
        }
        let json = try JSONSerialization.data(withJSONObject: list)
        try run(
            "/usr/bin/env",
            [
                "python3", "-c",
                """
                import json, sys, zipfile
                with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
                    for name, pieces in json.load(sys.stdin):
                        with archive.open(name, "w") as part:
                            for text, times in pieces:
                                for _ in range(times):
                                    part.write(text.encode())
                """, file.path(percentEncoded: false),
            ], input: json)
    }

    /// A row of texts, of which `nil` stands for no cell.
    static func row(_ number: Int, _ cells: [String?]) -> String {
        let texts = cells.enumerated().map { index, text in
            guard let text else { return "" }
            let reference = "\(Character(Unicode.Scalar(UInt8(65 + index))))\(number)"
            return "<c r='\(reference)' t='inlineStr'><is><t>\(text)</t></is></c>"
        }
        return "<row r='\(number)'>\(texts.joined())</row>"
    }

    private static func run(
        _ program: String, _ arguments: [String], input: Data = Data()
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        try pipe.fileHandleForWriting.write(contentsOf: input)
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}

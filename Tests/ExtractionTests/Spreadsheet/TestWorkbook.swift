import Diagnostics
import Foundation
import Testing

@testable import Extraction

/// A small workbook made from the XML of its parts.
struct TestWorkbook {
    /// The parts in the order of the archive.
    private(set) var entries: [TestArchive.Entry] = []

    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    /// Creates a workbook.
    ///
    /// - Parameters:
    ///   - sheets: The names of the sheets and what stands in their `sheetData`.
    ///   - strings: The shared texts, as what stands in their `si`.
    ///   - formats: The format codes, or built-in numbers, of the styles 1, 2 and so on.
    ///   - properties: The attributes of `workbookPr`.
    init(
        sheets: [(name: String, rows: String)], strings: [String]? = nil, formats: [String] = [],
        properties: String = ""
    ) {
        let list = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        var relations = sheets.indices.map { index in
            Self.relation("rId\(index + 1)", "worksheet", "worksheets/sheet\(index + 1).xml")
        }
        set(
            "_rels/.rels",
            Self.relations([Self.relation("rId1", "officeDocument", "xl/workbook.xml")]))
        set(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><workbookPr \(properties)/>"
                + "<sheets>\(list.joined())</sheets></workbook>")
        for (index, sheet) in sheets.enumerated() {
            set(
                "xl/worksheets/sheet\(index + 1).xml",
                "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(sheet.rows)</sheetData></worksheet>"
            )
        }
        if let strings {
            relations.append(Self.relation("rIdS", "sharedStrings", "sharedStrings.xml"))
            let items = strings.map { "<si>\($0)</si>" }.joined()
            set("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(items)</sst>")
        }
        if !formats.isEmpty {
            relations.append(Self.relation("rIdF", "styles", "styles.xml"))
            set("xl/styles.xml", Self.styles(formats))
        }
        set("xl/_rels/workbook.xml.rels", Self.relations(relations))
    }

    /// Creates a workbook of one sheet named Lapa1.
    init(
        _ rows: String, strings: [String]? = nil, formats: [String] = [], properties: String = ""
    ) {
        self.init(
            sheets: [("Lapa1", rows)], strings: strings, formats: formats, properties: properties)
    }

    /// Replaces a part, or adds it.
    mutating func set(_ name: String, _ content: String) {
        entries.removeAll { $0.name == name }
        entries.append(TestArchive.Entry(name, content))
    }

    /// Returns a workbook with another part.
    func setting(_ name: String, _ content: String) -> TestWorkbook {
        var result = self
        result.set(name, content)
        return result
    }

    /// Returns a workbook with its entries changed.
    func changed(_ change: (inout [TestArchive.Entry]) -> Void) -> TestWorkbook {
        var result = self
        change(&result.entries)
        return result
    }

    /// Writes the workbook.
    func file() throws -> TemporaryFile { try TemporaryFile(try TestArchive.bytes(entries)) }

    static func relation(_ identifier: String, _ kind: String, _ target: String) -> String {
        "<Relationship Id=\"\(identifier)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }

    static func relations(_ relations: [String]) -> String {
        "<Relationships xmlns=\"\(package)\">\(relations.joined())</Relationships>"
    }

    private static func styles(_ formats: [String]) -> String {
        var codes = ""
        var styles = "<xf numFmtId=\"0\"/>"
        for (index, format) in formats.enumerated() {
            if let builtIn = Int(format), builtIn > 0, !format.hasPrefix("0") {
                styles += "<xf numFmtId=\"\(builtIn)\"/>"
            } else {
                let code = format.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
                    .replacing("<", with: "&lt;")
                codes += "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(code)\"/>"
                styles += "<xf numFmtId=\"\(164 + index)\"/>"
            }
        }
        return "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes)</numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs>\(styles)</cellXfs></styleSheet>"
    }
}

/// Reads the text of a sheet whole and expects the same in steps of any size.
func sheetText(
    _ path: String, sheet name: String? = nil, decimalMark: UInt8 = UInt8(ascii: "."),
    limits: SpreadsheetLimits = .init(), steps: [Int] = [1 << 19, 1, 7],
    at place: Testing.SourceLocation = #_sourceLocation
) throws -> String {
    let file = try SpreadsheetFile(path: FilePath(path), limits: limits)
    let sheet = try file.sheet(named: name)
    var texts: [String] = []
    for step in steps {
        var text = try SpreadsheetText(file, sheet: sheet, decimalMark: decimalMark)
        var bytes: [UInt8] = []
        while try text.read(upTo: step, into: &bytes) > 0 {}
        texts.append(String(decoding: bytes, as: UTF8.self))
    }
    #expect(Set(texts).count == 1, sourceLocation: place)
    return try #require(texts.first)
}

/// Reads the text of a workbook's first sheet.
func sheetText(
    _ workbook: TestWorkbook, sheet name: String? = nil,
    limits: SpreadsheetLimits = .init(), at place: Testing.SourceLocation = #_sourceLocation
) throws -> String {
    let file = try workbook.file()
    return try withExtendedLifetime(file) {
        try sheetText(file.path, sheet: name, limits: limits, at: place)
    }
}

/// Reads the text of one sheet of rows, with blanks for line ends so that it can be compared in a line.
func rowTexts(
    _ rows: String, strings: [String]? = nil, formats: [String] = [], properties: String = "",
    at place: Testing.SourceLocation = #_sourceLocation
) throws -> [String] {
    let workbook = TestWorkbook(
        rows, strings: strings, formats: formats, properties: properties)
    let text = try sheetText(workbook, at: place)
    return text.components(separatedBy: "\r\n").dropLast()
}

/// Returns the text of the one cell of a sheet.
func cellText(
    _ cell: String, strings: [String]? = nil, formats: [String] = [], properties: String = "",
    at place: Testing.SourceLocation = #_sourceLocation
) throws -> String {
    try rowTexts(
        "<row>\(cell)</row>", strings: strings, formats: formats, properties: properties, at: place
    ).joined(separator: "\n")
}

/// Returns the finding for which a workbook is refused, as its two texts.
func workbookRefusal(
    _ workbook: TestWorkbook, sheet name: String? = nil, limits: SpreadsheetLimits = .init()
) throws -> String? {
    let file = try workbook.file()
    return withExtendedLifetime(file) {
        workbookRefusal(at: file.path, sheet: name, limits: limits)
    }
}

/// Returns the finding for which a file is refused.
func workbookRefusal(
    at path: String, sheet name: String? = nil, limits: SpreadsheetLimits = .init()
) -> String? {
    refusal { _ = try sheetText(path, sheet: name, limits: limits, steps: [1 << 19]) }
        .map { refusal in
            "\(refusal.rule.code) "
                + refusal.rule.summary.text(in: .english, details: refusal.details)
        }
}

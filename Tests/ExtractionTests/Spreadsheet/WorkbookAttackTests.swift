import Testing

@testable import Extraction

@Suite(.timeLimit(.minutes(1)))
struct WorkbookAttackTests {
    private let workbook = TestWorkbook(
        "<row><c t='s'><v>0</v></c></row>", strings: ["<t>a</t>"], formats: ["14"])

    @Test(arguments: [
        "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml",
    ])
    func `a DOCTYPE in any part refuses the workbook`(name: String) throws {
        let attack = workbook.changed { entries in
            for index in entries.indices where entries[index].name == name {
                entries[index].content = Array("<!DOCTYPE a>".utf8) + entries[index].content
            }
        }
        #expect(
            try workbookRefusal(attack)
                == "XLS-010 the part \(name) of the workbook has a DOCTYPE or refers to an entity")
    }

    @Test func `an entity refuses the workbook`() throws {
        #expect(
            try workbookRefusal(TestWorkbook("<row><c t='str'><v>&x;</v></c></row>"))
                == "XLS-010 the part xl/worksheets/sheet1.xml of the workbook has a DOCTYPE or "
                + "refers to an entity")
    }

    @Test func `nested entities refuse the workbook`() throws {
        let bomb =
            "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>"
            + "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]><worksheet>&d;</worksheet>"
        #expect(
            try workbookRefusal(workbook.setting("xl/worksheets/sheet1.xml", bomb))
                == "XLS-010 the part xl/worksheets/sheet1.xml of the workbook has a DOCTYPE or "
                + "refers to an entity")
    }

    @Test func `deep nesting refuses the workbook`() throws {
        #expect(
            try limit(String(repeating: "<a>", count: 70))
                == "xl/worksheets/sheet1.xml: depth of XML (64)")
    }

    @Test func `many attributes refuse the workbook`() throws {
        let attributes = (0..<65).map { "a\($0)=''" }.joined(separator: " ")
        #expect(
            try limit("<row \(attributes)/>") == "xl/worksheets/sheet1.xml: XML attributes (64)")
    }

    @Test func `many namespaces refuse the workbook`() throws {
        let attributes = (0..<129).map { "xmlns:a\($0)='u'" }.joined(separator: " ")
        #expect(
            try limit("<row \(attributes)/>") == "xl/worksheets/sheet1.xml: XML attributes (64)")
    }

    // libxml2 2.9.14 needs minutes for such a tag: it compares each attribute with all before it.
    @Test func `a tag of megabytes refuses the workbook at once`() throws {
        let attributes = (0..<700_000).map { "a\($0)=''" }.joined(separator: " ")
        #expect(
            try limit("<row \(attributes)/>", ratio: .max)
                == "xl/worksheets/sheet1.xml: length of a tag (131072)")
    }

    @Test func `many names refuse the workbook`() throws {
        let names = (0..<12_000).map { "<a\($0)/>" }.joined()
        #expect(
            try limit(names)
                == "xl/worksheets/sheet1.xml: different XML names (10000)")
    }

    @Test func `a comment of megabytes refuses the workbook`() throws {
        #expect(
            try limit("<!--\(String(repeating: "x ", count: 1 << 20))-->", ratio: .max)
                == "xl/worksheets/sheet1.xml: length of a tag (131072)")
    }

    @Test func `a bomb is refused by its ratio`() throws {
        let rows = String(repeating: "<row/>", count: 2 << 20)
        #expect(try limit(rows) == "unpacked to packed bytes (200:1)")
    }

    @Test func `a bomb is refused by its size`() throws {
        var limits = SpreadsheetLimits()
        limits.unpackedBytes = 100_000
        let rows = String(repeating: "<row/>", count: 20_000)
        #expect(
            try workbookRefusal(TestWorkbook(rows), limits: limits)
                == "XLS-007 the workbook passes a limit: unpacked bytes (100000)")
    }

    @Test func `many files within refuse the workbook`() throws {
        let many = workbook.changed { entries in
            entries += (0..<10_000).map { .init("a\($0)", "") }
        }
        #expect(
            try workbookRefusal(many)
                == "XLS-007 the workbook passes a limit: files within the workbook (10000)")
    }

    @Test func `many shared texts refuse the workbook`() throws {
        var limits = SpreadsheetLimits()
        limits.sharedStringBytes = 1000
        let many = TestWorkbook("", strings: Array(repeating: "", count: 251))
        #expect(
            try workbookRefusal(many, limits: limits)
                == "XLS-007 the workbook passes a limit: bytes of the cells' shared texts (1000)")
    }

    @Test func `many styles refuse the workbook`() throws {
        var limits = SpreadsheetLimits()
        limits.styles = 10
        let many = TestWorkbook("", formats: Array(repeating: "14", count: 10))
        #expect(
            try workbookRefusal(many, limits: limits)
                == "XLS-007 the workbook passes a limit: styles of cells (10)")
    }

    @Test func `a long shared text in many cells is refused by the row`() throws {
        let long = String(repeating: "x", count: 100_000)
        let row = "<row>\(String(repeating: "<c t='s'><v>0</v></c>", count: 100))</row>"
        #expect(
            try workbookRefusal(TestWorkbook(row, strings: ["<t>\(long)</t>"]))
                == "XLS-008 Lapa1!CF1 passes a limit of Excel's sheets: bytes of a row (8388608)")
    }

    @Test func `a long shared text in many rows is refused by the text`() throws {
        var limits = SpreadsheetLimits()
        limits.textBytes = 1_000_000
        let long = String(repeating: "x", count: 100_000)
        let rows = String(repeating: "<row><c t='s'><v>0</v></c></row>", count: 100)
        #expect(
            try workbookRefusal(TestWorkbook(rows, strings: ["<t>\(long)</t>"]), limits: limits)
                == "XLS-007 the workbook passes a limit: bytes of the sheet's text (1000000)")
    }

    @Test func `one far cell in a long sheet is refused by the text`() throws {
        var limits = SpreadsheetLimits()
        limits.textBytes = 1_000_000
        let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 100)
        let far = "<row><c r='XFD101'><v>1</v></c></row>"
        #expect(
            try workbookRefusal(TestWorkbook(rows + far), limits: limits)
                == "XLS-007 the workbook passes a limit: bytes of the sheet's text (1000000)")
    }

    private func limit(_ rows: String, ratio: Int = 200) throws -> String? {
        var limits = SpreadsheetLimits()
        limits.packingRatio = ratio
        return try workbookRefusal(TestWorkbook(rows), limits: limits)?
            .replacing("XLS-007 the workbook passes a limit: ", with: "")
    }
}

struct SheetContradictionTests {
    @Test(arguments: [
        ("<row r='2'/><row r='2'/>", "Lapa1!2", "the row stands behind row 2"),
        ("<row r='5'/><row r='3'/>", "Lapa1!3", "the row stands behind row 5"),
        ("<row r='0'/>", "Lapa1!1", "its row number is none"),
        ("<row r='x'/>", "Lapa1!1", "its row number is none"),
        ("<row r='9999999999'/>", "Lapa1!1", "its row number is none"),
        ("<row r=''/>", "Lapa1!1", "its row number is none"),
        (
            "<row><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>", "Lapa1!A1",
            "the cell has two values"
        ),
        (
            "<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c><c><v>2</v></c></row>", "Lapa1!B1",
            "the cell has two values"
        ),
        ("<row><c><v>1</v><v>2</v></c></row>", "Lapa1!A1", "the cell has two values"),
        ("<row><c><v>1</v><is/></c></row>", "Lapa1!A1", "the cell has two values"),
        (
            "<row r='5'><c/><c r='B6'/></row>", "Lapa1!B5",
            "the cell's reference does not agree with its row"
        ),
        ("<row><c r='1'/></row>", "Lapa1!A1", "the cell's reference does not agree with its row"),
        ("<row><c r=''/></row>", "Lapa1!A1", "the cell's reference does not agree with its row"),
        (
            "<row><c r='$A$1'/></row>", "Lapa1!A1",
            "the cell's reference does not agree with its row"
        ),
        (
            "<row><c r='AAAAA1'/></row>", "Lapa1!A1",
            "the cell's reference does not agree with its row"
        ),
        (
            "<row><c r='B5' t='s'><v>1</v></c></row>", "Lapa1!A1",
            "the cell's reference does not agree with its row"
        ),
        (
            "<row r='5'><c r='B5' t='s'><v>1</v></c></row>", "Lapa1!B5",
            "the workbook lacks its text"
        ),
        ("<row><c t='s'><v>-1</v></c></row>", "Lapa1!A1", "the workbook lacks its text"),
        ("<row><c t='s'><v>x</v></c></row>", "Lapa1!A1", "the workbook lacks its text"),
    ])
    func `cells that contradict one another are named`(
        rows: String, cell: String, reason: String
    ) throws {
        let workbook = TestWorkbook(rows, strings: ["<t>a</t>"])
        #expect(
            try workbookRefusal(workbook) == "XLS-009 \(cell) is not written correctly: \(reason)")
    }

    @Test(arguments: [
        ("<row r='1048577'/>", "Lapa1!1048577", "rows (1048576)"),
        ("<row r='999999999'/>", "Lapa1!999999999", "rows (1048576)"),
        ("<row><c r='XFE1'/></row>", "Lapa1!XFE1", "columns (16384)"),
        ("<row><c r='ZZZZ1'/></row>", "Lapa1!ZZZZ1", "columns (16384)"),
        ("<row><c r='XFD1'/><c/></row>", "Lapa1!XFE1", "columns (16384)"),
    ])
    func `a place beyond Excel's sheets is named`(
        rows: String, cell: String, limit: String
    ) throws {
        #expect(
            try workbookRefusal(TestWorkbook(rows))
                == "XLS-008 \(cell) passes a limit of Excel's sheets: \(limit)")
    }

    @Test func `a text longer than Excel's is refused`() throws {
        let long = String(repeating: "x", count: 32_767 * 4 + 1)
        #expect(
            try workbookRefusal(TestWorkbook("<row><c t='str'><v>\(long)</v></c></row>"))
                == "XLS-008 Lapa1!A1 passes a limit of Excel's sheets: bytes of a cell's text (131068)"
        )
    }

    @Test func `the longest text of Excel is read`() throws {
        let long = String(repeating: "ā", count: 32_767)
        #expect(try cellText("<c t='str'><v>\(long)</v></c>") == long)
    }

    @Test func `the row of a contradiction is that of the finding`() throws {
        let file = try TestWorkbook("<row r='7'><c r='B8'/></row>").file()
        let found = withExtendedLifetime(file) { refusal { _ = try sheetText(file.path) } }
        #expect(found?.line == 7)
    }
}

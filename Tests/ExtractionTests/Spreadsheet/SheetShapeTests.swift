import Diagnostics
import Testing

@testable import Extraction

struct SheetShapeTests {
    @Test func `every row of the sheet is a record`() throws {
        let rows = "<row r='2'><c r='A2'><v>1</v></c></row><row r='5'><c r='A5'><v>2</v></c></row>"
        #expect(try rowTexts(rows) == ["", "1", "", "", "2"])
    }

    @Test func `every record is as wide as the widest row`() throws {
        let rows =
            "<row><c r='B1'><v>1</v></c></row><row><c r='D2'><v>2</v></c></row><row><c><v>3</v></c></row>"
        #expect(try rowTexts(rows) == [",1,,", ",,,2", "3,,,"])
    }

    @Test func `rows and columns without a filled cell at the end do not count`() throws {
        let rows =
            "<row r='1'><c r='A1'><v>1</v></c><c r='C1' s='3'/></row>"
            + "<row r='1048576'><c r='XFD1048576' s='1'/></row>"
        #expect(try rowTexts(rows) == ["1"])
    }

    @Test func `an empty text is no filled cell`() throws {
        let rows =
            "<row><c t='s'><v>0</v></c><c><v>1</v></c><c t='s'><v>0</v></c><c t='str'><v></v></c></row>"
        #expect(try rowTexts(rows, strings: ["<t></t>"]) == [",1"])
    }

    @Test func `cells without a place follow one another`() throws {
        let rows =
            "<row><c><v>1</v></c><c r='C1'><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>"
        #expect(try rowTexts(rows) == ["1,,2,3", "4,,,"])
    }

    @Test func `rows without a number follow one another`() throws {
        let rows = "<row r='2'><c><v>1</v></c></row><row><c><v>2</v></c></row>"
        #expect(try rowTexts(rows) == ["", "1", "2"])
    }

    @Test func `cells out of order are put in order`() throws {
        let rows = "<row><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>"
        #expect(try rowTexts(rows) == ["1,2,3"])
    }

    @Test func `letters of a place may be small`() throws {
        #expect(try rowTexts("<row r='1'><c r='b1'><v>1</v></c></row>") == [",1"])
    }

    @Test func `only the first of merged cells holds the text`() throws {
        let sheet = """
            <worksheet xmlns='\(TestWorkbook.main)'><sheetData><row><c t='str'><v>a</v></c><c/><c/>\
            <c t='str'><v>b</v></c></row></sheetData><mergeCells><mergeCell ref='A1:C1'/></mergeCells>\
            </worksheet>
            """
        let workbook = TestWorkbook("").setting("xl/worksheets/sheet1.xml", sheet)
        #expect(try sheetText(workbook) == "a,,,b\r\n")
    }

    @Test func `hidden rows and columns are read as all others`() throws {
        #expect(
            try rowTexts("<row hidden='1'><c><v>1</v></c></row><row><c><v>2</v></c></row>")
                == ["1", "2"])
    }

    @Test func `elements of other namespaces and places mean nothing`() throws {
        let rows =
            "<c r='A1'><v>9</v></c><row><c><q:v xmlns:q='urn:q'>8</q:v><v>1<x>7</x></v><extLst><v>6</v>"
            + "</extLst></c></row><row xmlns='urn:q'><c><v>5</v></c></row>"
        #expect(try rowTexts(rows) == ["1"])
    }

    @Test func `the dimension of a sheet is not believed`() throws {
        let sheet =
            "<worksheet xmlns='\(TestWorkbook.main)'><dimension ref='A1:ZZ99999'/><sheetData>"
            + "<row><c><v>1</v></c><c><v>2</v></c></row></sheetData></worksheet>"
        #expect(
            try sheetText(TestWorkbook("").setting("xl/worksheets/sheet1.xml", sheet)) == "1,2\r\n")
    }

    @Test func `a sheet of the strict edition is read`() throws {
        var workbook = TestWorkbook("<row><c t='s'><v>0</v></c></row>", strings: ["<t>a</t>"])
        workbook = workbook.changed { entries in
            for index in entries.indices {
                let text = String(decoding: entries[index].content, as: UTF8.self)
                    .replacing(
                        TestWorkbook.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main"
                    )
                    .replacing(
                        TestWorkbook.office,
                        with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
                entries[index].content = Array(text.utf8)
            }
        }
        #expect(try sheetText(workbook) == "a\r\n")
    }

    @Test func `prefixes do not matter`() throws {
        let sheet =
            "<x:worksheet xmlns:x='\(TestWorkbook.main)'><x:sheetData><x:row><x:c><x:v>1</x:v></x:c>"
            + "</x:row></x:sheetData></x:worksheet>"
        #expect(
            try sheetText(TestWorkbook("").setting("xl/worksheets/sheet1.xml", sheet)) == "1\r\n")
    }

    @Test func `a lone value in the last cell of a sheet is read`() throws {
        let workbook = TestWorkbook("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")
        let text = try sheetText(workbook)
        #expect(text.utf8.count == 1_048_575 * 2 + 16_383 + 3)
    }

    @Test func `the text of a sheet is read as a delimited file is`() throws {
        let rows =
            "<row><c t='str'><v>Kods</v></c><c t='str'><v>Teksts</v></c></row>"
            + "<row><c><v>1</v></c><c t='str'><v>a\nb</v></c></row><row r='5'><c r='B5'><v>2</v></c></row>"
        let file = try TemporaryFile(try sheetText(TestWorkbook(rows)))
        let read = try readDelimited(file.path)
        #expect(read.columns == ["Kods", "Teksts"])
        #expect(read.records.map(\.cells) == [["1", "a\nb"], ["", "2"]])
    }
}

struct SheetChoiceTests {
    private let workbook = TestWorkbook(
        sheets: [
            ("Skaidrojumi", "<row><c><v>1</v></c></row>"),
            ("Dati &amp; citi", "<row><c><v>2</v></c></row>"),
        ])

    @Test func `the sheets are listed in their order`() throws {
        let file = try workbook.file()
        #expect(
            try SpreadsheetFile(path: FilePath(file.path)).sheets.map(\.name) == [
                "Skaidrojumi", "Dati & citi",
            ])
    }

    @Test func `the first sheet is read when none is named`() throws {
        #expect(try sheetText(workbook) == "1\r\n")
    }

    @Test(arguments: ["Dati & citi", "dati & CITI"])
    func `a sheet is found by its name`(name: String) throws {
        #expect(try sheetText(workbook, sheet: name) == "2\r\n")
    }

    @Test func `a hidden sheet is not the first`() throws {
        let list =
            "<workbook xmlns='\(TestWorkbook.main)' xmlns:r='\(TestWorkbook.office)'><sheets>"
            + "<sheet name='A' state='hidden' r:id='rId1'/><sheet name='B' r:id='rId2'/></sheets></workbook>"
        #expect(try sheetText(workbook.setting("xl/workbook.xml", list)) == "2\r\n")
        #expect(try sheetText(workbook.setting("xl/workbook.xml", list), sheet: "A") == "1\r\n")
    }

    @Test func `a sheet of another name is refused with those that there are`() throws {
        #expect(
            try workbookRefusal(workbook, sheet: "Dati")
                == "XLS-005 the workbook has no sheet 'Dati'; it has 'S…', 'Dati & citi'")
    }

    @Test func `the words that a caller knows are shown of the names of sheets`() throws {
        let file = try workbook.file()
        let book = try SpreadsheetFile(
            path: FilePath(file.path), words: KnownWords(of: ["skaidrojumi"]))
        #expect(book.listedSheets == "'Skaidrojumi', 'Dati & citi'")
    }

    @Test func `a sheet of a chart is no sheet`() throws {
        let relations = TestWorkbook.relations([
            TestWorkbook.relation("rId1", "chartsheet", "chartsheets/sheet1.xml"),
            TestWorkbook.relation("rId2", "worksheet", "/xl/worksheets/../worksheets/sheet2.xml"),
        ])
        let changed = workbook.setting("xl/_rels/workbook.xml.rels", relations)
        #expect(try sheetText(changed) == "2\r\n")
    }

    @Test func `parts are found whatever their case and slashes`() throws {
        let changed = workbook.changed { entries in
            for index in entries.indices {
                entries[index].name = entries[index].name
                    .replacing("worksheets/sheet1", with: "Worksheets\\Sheet1")
            }
        }
        #expect(try sheetText(changed) == "1\r\n")
    }

    @Test func `a part is found by a name with percent signs`() throws {
        let changed = workbook.changed { entries in
            for index in entries.indices {
                entries[index].name = entries[index].name
                    .replacing("sheet1.xml", with: "lapa 1.xml")
                let text = String(decoding: entries[index].content, as: UTF8.self)
                entries[index].content = Array(
                    text.replacing("sheet1.xml", with: "lapa%201.xml").utf8)
            }
        }
        #expect(try sheetText(changed) == "1\r\n")
    }

    @Test(arguments: [("PK\u{3}\u{4}", true), ("<html>", false), ("a,b\n", false), ("", false)])
    func `a workbook is known by its first bytes`(start: String, isWorkbook: Bool) throws {
        let file = try TemporaryFile(start)
        #expect(try SpreadsheetFile.looksLikeWorkbook(path: FilePath(file.path)) == isWorkbook)
    }

    @Test func `a workbook of the old format is known by its first bytes`() throws {
        let file = try TemporaryFile([0xD0, 0xCF, 0x11, 0xE0, 0xA1] as [UInt8])
        #expect(try SpreadsheetFile.looksLikeWorkbook(path: FilePath(file.path)))
    }
}

/// A workbook in which every kind of cell stands once.
enum SmallWorkbook {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    static var entries: [(name: String, content: [UInt8])] {
        [
            ("_rels/.rels", relations([("rId1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/_rels/workbook.xml.rels",
                relations([
                    ("rId1", "worksheet", "worksheets/sheet1.xml"),
                    ("rId2", "styles", "styles.xml"),
                    ("rId3", "sharedStrings", "sharedStrings.xml"),
                    ("rId4", "worksheet", "worksheets/sheet2.xml"),
                ])
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns='\(main)' xmlns:r='\(office)'><workbookPr date1904='1'/><sheets>"
                    + "<sheet name='Lapa1' sheetId='1' r:id='rId1'/>"
                    + "<sheet name='Lapa2' sheetId='2' state='hidden' r:id='rId4'/></sheets></workbook>"
            ),
            (
                "xl/styles.xml",
                "<styleSheet xmlns='\(main)'><numFmts><numFmt numFmtId='164' "
                    + "formatCode='dd\\.mm\\.yyyy hh:mm'/><numFmt numFmtId='165' formatCode='[h]:mm'/>"
                    + "<numFmt numFmtId='166' formatCode='00000'/></numFmts><cellXfs><xf/>"
                    + "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='14'/>"
                    + "</cellXfs></styleSheet>"
            ),
            (
                "xl/sharedStrings.xml",
                "<sst xmlns='\(main)'><si><t>ābols</t></si><si><r><t>a</t></r><r><t>_x000D_b</t></r>"
                    + "<rPh><t>x</t></rPh></si></sst>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='\(main)'><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c>"
                    + "<c r='B1' s='1'><v>43507.5</v></c><c r='D1' t='s'><v>1</v></c></row><row r='4'>"
                    + "<c r='C4' t='inlineStr'><is><t>\"x\",\ny</t></is></c><c t='b'><v>1</v></c>"
                    + "<c r='E4' s='2'><v>1.2E-3</v></c><c s='3'><v>7</v></c><c t='e'><v>#N/A</v></c>"
                    + "<c t='str'><f>1</f><v>f</v></c><c t='d'><v>2019-02-12T00:00:00</v></c>"
                    + "<c s='4'><v>60</v></c></row></sheetData>"
                    + "<mergeCells><mergeCell ref='A1:B2'/></mergeCells></worksheet>"
            ),
            (
                "xl/worksheets/sheet2.xml",
                "<worksheet xmlns='\(main)'><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
            ),
        ].map { ($0.0, Array($0.1.utf8)) }
    }

    private static func relations(_ list: [(String, String, String)]) -> String {
        let items = list.map { identifier, kind, target in
            "<Relationship Id='\(identifier)' Type='\(office)/\(kind)' Target='\(target)'/>"
        }
        return "<Relationships xmlns='\(package)'>\(items.joined())</Relationships>"
    }
}

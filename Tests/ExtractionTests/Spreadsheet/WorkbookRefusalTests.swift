import CZip
import Foundation
import Testing

@testable import Extraction

struct NotWorkbookTests {
    @Test func `an empty file is refused`() throws {
        #expect(try refusal(of: []) == "FIL-002 the file is empty")
    }

    @Test func `a workbook of the old format is refused`() throws {
        #expect(
            try refusal(of: compoundFile) == "XLS-002 the file is in Excel's old format (.xls)")
    }

    @Test(arguments: [512, (1 << 20) - 16, 3 << 20])
    func `a workbook under a password is refused`(offset: Int) throws {
        var bytes = compoundFile + [UInt8](repeating: 0, count: offset)
        bytes += "EncryptedPackage".utf8.flatMap { letter -> [UInt8] in [letter, 0] }
        #expect(try refusal(of: bytes) == "XLS-003 the workbook is protected by a password")
    }

    @Test(arguments: ["<html><table>", "\u{FEFF}\n <?xml version='1.0'?><Workbook/>"])
    func `text under the name of a workbook is refused`(text: String) throws {
        #expect(
            try refusal(of: Array(text.utf8))
                == "XLS-001 the file is not an Excel workbook (.xlsx): HTML or XML text")
    }

    @Test func `anything else is refused with its first bytes`() throws {
        #expect(
            try refusal(of: Array("%PDF-1.7".utf8))
                == "XLS-001 the file is not an Excel workbook (.xlsx): it begins with 0x25504446")
    }

    @Test func `a file that is not there cannot be read`() {
        #expect(throws: FileError(path: FilePath("/nonexistent.xlsx"), code: 2)) {
            _ = try SpreadsheetFile(path: FilePath("/nonexistent.xlsx"))
        }
    }

    @Test func `a folder cannot be read`() throws {
        let path = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        #expect(throws: FileError.self) { _ = try SpreadsheetFile(path: FilePath(path)) }
    }

    @Test func `a ZIP file without a workbook is refused`() throws {
        let bytes = try TestArchive.bytes([.init("a.txt", "a")])
        #expect(
            try refusal(of: bytes)
                == "XLS-001 the file is not an Excel workbook (.xlsx): a ZIP file without a workbook"
        )
    }

    @Test func `a document of another program is refused`() throws {
        let bytes = try TestArchive.bytes([.init("mimetype", "x"), .init("content.xml", "<a/>")])
        #expect(
            try refusal(of: bytes)
                == "XLS-001 the file is not an Excel workbook (.xlsx): an OpenDocument file (.ods)")
    }

    @Test func `a document of text is refused`() throws {
        let relation = TestWorkbook.relation("rId1", "officeDocument", "word/document.xml")
        let workbook = TestWorkbook("")
            .setting("_rels/.rels", TestWorkbook.relations([relation]))
            .setting("word/document.xml", "<document xmlns='urn:w'/>")
        #expect(
            try workbookRefusal(workbook)
                == "XLS-001 the file is not an Excel workbook (.xlsx): a ZIP file without a workbook"
        )
    }

    @Test func `a binary workbook is refused`() throws {
        let relation = TestWorkbook.relation("rId1", "officeDocument", "xl/workbook.bin")
        let workbook = TestWorkbook("")
            .setting("_rels/.rels", TestWorkbook.relations([relation]))
        #expect(
            try workbookRefusal(workbook)
                == "XLS-001 the file is not an Excel workbook (.xlsx): "
                + "a binary workbook of Excel (.xlsb)")
    }

    @Test func `a workbook without a sheet is refused`() throws {
        #expect(
            try workbookRefusal(TestWorkbook(sheets: []))
                == "XLS-001 the file is not an Excel workbook (.xlsx): it has no sheet with cells")
    }

    @Test func `a sheet without a filled cell is refused with the others`() throws {
        let workbook = TestWorkbook(sheets: [
            ("Lapa1", "<row><c s='1'/></row>"), ("Lapa2", "<row><c><v>1</v></c></row>"),
        ])
        #expect(
            try workbookRefusal(workbook)
                == "XLS-006 the sheet 'Lapa1' has no filled cell; the workbook has 'Lapa1', 'Lapa2'"
        )
    }

    private let compoundFile: [UInt8] =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)

    private func refusal(of bytes: [UInt8]) throws -> String? {
        let file = try TemporaryFile(bytes)
        return withExtendedLifetime(file) { workbookRefusal(at: file.path) }
    }
}

struct DamagedWorkbookTests {
    private let workbook = TestWorkbook(
        "<row r='1'><c r='A1' t='s'><v>0</v></c></row>", strings: ["<t>a</t>"], formats: ["14"])

    @Test func `a workbook that is cut off is refused`() throws {
        let bytes = try TestArchive.bytes(workbook.entries)
        let file = try TemporaryFile(bytes.prefix(bytes.count / 2))
        let found = withExtendedLifetime(file) { workbookRefusal(at: file.path) }
        #expect(
            found
                == "XLS-004 the workbook is damaged: ZIP: its directory is missing or damaged, "
                + "the file may be cut off")
    }

    @Test(arguments: [
        "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml", "xl/styles.xml",
    ])
    func `a missing part is named`(name: String) throws {
        let damaged = workbook.changed { $0.removeAll { $0.name == name } }
        #expect(
            try workbookRefusal(damaged)
                == "XLS-004 the workbook is damaged: \(name): there is no such part")
    }

    @Test(arguments: ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
    func `a part that is there twice is refused`(name: String) throws {
        let damaged = workbook.changed { $0.append(.init(name.uppercased(), "<a/>")) }
        #expect(
            try workbookRefusal(damaged)
                == "XLS-004 the workbook is damaged: \(name): there are two such parts")
    }

    @Test func `a wrong checksum is refused`() throws {
        let stored = workbook.changed { entries in
            for index in entries.indices { entries[index].method = ZIP_CM_STORE }
        }
        var bytes = try TestArchive.bytes(stored.entries)
        let place = try #require(bytes.firstRange(of: Array("<t>a</t>".utf8)))
        bytes[place.lowerBound + 3] = UInt8(ascii: "b")
        let file = try TemporaryFile(bytes)
        let found = withExtendedLifetime(file) { workbookRefusal(at: file.path) }
        #expect(
            found
                == "XLS-004 the workbook is damaged: xl/sharedStrings.xml: the checksum does not agree"
        )
    }

    @Test func `a wrong checksum is found behind the last row too`() throws {
        let stored = workbook.setting(
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns='\(TestWorkbook.main)'><sheetData><row><c><v>1</v></c></row></sheetData>"
                + "<x>marks</x></worksheet>"
        ).changed { entries in
            for index in entries.indices { entries[index].method = ZIP_CM_STORE }
        }
        var bytes = try TestArchive.bytes(stored.entries)
        let place = try #require(bytes.firstRange(of: Array("<x>marks".utf8)))
        bytes[place.lowerBound + 3] = UInt8(ascii: "b")
        let file = try TemporaryFile(bytes)
        let found = withExtendedLifetime(file) { workbookRefusal(at: file.path) }
        #expect(
            found
                == "XLS-004 the workbook is damaged: xl/worksheets/sheet1.xml: "
                + "the checksum does not agree")
    }

    @Test func `a part under a password is refused`() throws {
        let locked = workbook.changed { $0[2].password = "parole" }
        #expect(try workbookRefusal(locked) == "XLS-003 the workbook is protected by a password")
    }

    @Test func `a part packed in another way is refused`() throws {
        let packed = workbook.changed { $0[2].method = ZIP_CM_BZIP2 }
        #expect(
            try workbookRefusal(packed)
                == "XLS-004 the workbook is damaged: xl/worksheets/sheet1.xml: "
                + "the packing method 12 is not allowed")
    }

    @Test(arguments: ["../../etc/passwd", "../xl/worksheets/sheet1.xml/../../../../a"])
    func `a sheet outside the workbook is none`(target: String) throws {
        let relations = TestWorkbook.relations([
            TestWorkbook.relation("rId1", "worksheet", target)
        ])
        #expect(
            try workbookRefusal(workbook.setting("xl/_rels/workbook.xml.rels", relations))
                == "XLS-001 the file is not an Excel workbook (.xlsx): it has no sheet with cells")
    }

    @Test(arguments: [
        "/xl/worksheets/sheet1.xml", "a/../xl/worksheets/sheet1.xml", "../sheet1.xml",
    ])
    func `a name that leads out is the name of no part`(name: String) throws {
        let moved = workbook.changed { entries in
            for index in entries.indices where entries[index].name.hasSuffix("sheet1.xml") {
                entries[index].name = name
            }
        }
        #expect(
            try workbookRefusal(moved)
                == "XLS-004 the workbook is damaged: xl/worksheets/sheet1.xml: there is no such part"
        )
    }

    @Test(arguments: [
        ("xl/worksheets/sheet1.xml", "it is no sheet with cells"),
        ("xl/sharedStrings.xml", "it holds something else than it must"),
        ("xl/styles.xml", "it holds something else than it must"),
        ("xl/_rels/workbook.xml.rels", "it holds something else than it must"),
    ])
    func `a part of another kind is refused`(name: String, reason: String) throws {
        #expect(
            try workbookRefusal(workbook.setting(name, "<x/>"))
                == "XLS-004 the workbook is damaged: \(name): \(reason)")
    }

    @Test(arguments: ["", "<", "<worksheet xmlns='\(TestWorkbook.main)'><sheetData><row>"])
    func `a torn sheet is refused`(text: String) throws {
        let found = try workbookRefusal(workbook.setting("xl/worksheets/sheet1.xml", text))
        #expect(
            try #require(found).hasPrefix(
                "XLS-004 the workbook is damaged: xl/worksheets/sheet1.xml: "
                    + "it is not well-formed XML (libxml2 "))
    }

    @Test func `bytes outside UTF-8 are refused`() throws {
        let damaged = workbook.changed { entries in
            entries.removeAll { $0.name == "xl/sharedStrings.xml" }
            let text = "<sst xmlns='\(TestWorkbook.main)'><si><t>"
            entries.append(
                .init(
                    "xl/sharedStrings.xml",
                    Array(text.utf8) + [0xE2] + Array("</t></si></sst>".utf8)))
        }
        #expect(
            try workbookRefusal(damaged)
                == "XLS-004 the workbook is damaged: xl/sharedStrings.xml: "
                + "it is not well-formed XML (libxml2 9)")
    }
}

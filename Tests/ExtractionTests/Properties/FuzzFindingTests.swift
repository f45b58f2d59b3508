import Testing

@testable import Extraction

/// Inputs that coverage-guided fuzzing (`make fuzz`) found, made small.
struct FuzzFindingTests {
    @Test(arguments: [TextEncoding.utf8, .windows1257])
    func `an XML file that looks like UCS-4 is torn and never empty`(encoding: TextEncoding) throws
    {
        // libxml2 takes three zero bytes for UCS-4 and gives up without a word where a block ends there.
        let file = try TemporaryFile([0, 0, 0] + Array("<e><s>1</s></e>".utf8))
        for size in blockSizes {
            let records = try readXML(
                file.path, encoding: encoding, tables: [try table("e/s", ["."])], blockSize: size)
            #expect(records.map(\.fault?.code) == ["XML-001"], "blocks of \(size)")
        }
    }

    @Test func `a byte before a DOCTYPE tears the file in blocks of every size`() throws {
        let file = try TemporaryFile("\u{7}<!DOCTYPE a []><a/>")
        for size in blockSizes {
            let records = try readXML(
                file.path, tables: [try table("e/s", ["."])], blockSize: size)
            #expect(records.map(\.fault?.code) == ["XML-001"], "blocks of \(size)")
        }
    }

    @Test(arguments: ["<e/>x\n", "<!-- a -->\u{2}", "<e/>\n<!-- a -->\u{2}", "<e>\u{2}"])
    func `what no document has before a DOCTYPE tears the file`(start: String) throws {
        let file = try TemporaryFile(start + "<!DOCTYPE a><e/>")
        for size in blockSizes {
            let records = try readXML(
                file.path, tables: [try table("e/s", ["."])], blockSize: size)
            #expect(records.map(\.fault?.code) == ["XML-001"], "blocks of \(size)")
        }
    }

    @Test func `a part of a workbook that cannot be converted refuses the workbook`() throws {
        // Half a pair of surrogates in UTF-16, behind more text than libxml2 looks at in one go.
        let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 4000)
        let text = "<worksheet xmlns=\"\(TestWorkbook.main)\"><sheetData>\(rows)"
        let half: [UInt8] = [0x00, 0xDC]
        let end = try #require(
            TextEncoding.utf16LittleEndian.encoded("<row/></sheetData></worksheet>")?.dropFirst(2))
        let bytes = try #require(TextEncoding.utf16LittleEndian.encoded(text)) + half + end
        let workbook = TestWorkbook("").changed { entries in
            for index in entries.indices where entries[index].name.hasSuffix("sheet1.xml") {
                entries[index].content = bytes
            }
        }
        let file = try TemporaryFile(try TestArchive.bytes(workbook.entries))
        let refused = refusal { _ = try sheetText(file.path, steps: [1 << 16]) }
        #expect(refused?.rule == SpreadsheetRules.damaged)
    }
}

import Testing

@testable import Extraction

struct XMLRefusalTests {
    @Test(arguments: [
        "<!DOCTYPE e [<!ENTITY a 'b'>]><e><s>x</s></e>", "<!DOCTYPE e><e/>",
        "<!DOCTYPE e SYSTEM 'file:///etc/passwd'><e/>", "<!DOCTYPE e [<!ENTITY a 'b'",
    ])
    func `a DOCTYPE refuses the file`(text: String) throws {
        #expect(
            try refused(text) == FileRefusal(ExtractionRules.documentType, line: 1, byte: 0))
    }

    @Test(arguments: [
        "<!DOCTYPE e>", "<!DOCTYPE e SYSTEM 'file:///etc/[x].dtd'>",
        "<?xml version='1.0'?>\n<!DOCTYPE e PUBLIC \"-//a//b\" \"http://localhost/e.dtd\">",
    ])
    func `a DOCTYPE that a source allows is passed over`(start: String) throws {
        let file = try TemporaryFile(start + "<e><s>x</s></e>")
        for size in blockSizes {
            let records = try readXML(
                file.path, tables: [try table("e/s", ["."])], documentType: .ignore,
                blockSize: size)
            #expect(records.map(\.cells) == [["x"]])
        }
    }

    @Test(arguments: [
        "<!DOCTYPE e [<!ENTITY a 'b'>]>", "<!DOCTYPE e [<!ATTLIST s n CDATA '1'>]>",
        "<!DOCTYPE e SYSTEM 'e.dtd' []>", "<!DOCTYPE e SYSTEM 'e>.dtd'>",
    ])
    func `a DOCTYPE that declares anything refuses the file even where one is allowed`(
        start: String
    ) throws {
        let file = try TemporaryFile(start + "<e><s>x</s></e>")
        for size in blockSizes {
            let found = refusal {
                _ = try readXML(
                    file.path, tables: [try table("e/s", ["."])], documentType: .ignore,
                    blockSize: size)
            }
            #expect(found == FileRefusal(ExtractionRules.documentType, line: 1, byte: 0))
        }
    }

    @Test func `an entity is no text where a DOCTYPE is allowed`() throws {
        let file = try TemporaryFile("<!DOCTYPE e SYSTEM 'e.dtd'><e><s>a&x;b</s></e>")
        for size in blockSizes {
            let found = refusal {
                _ = try readXML(
                    file.path, tables: [try table("e/s", ["."])], documentType: .ignore,
                    blockSize: size)
            }
            #expect(found?.rule == ExtractionRules.entityReference)
        }
    }

    @Test(arguments: [
        "<e>\n<s>&x;</s></e>", "<e>\n<s>a&nbsp;b</s></e>", "<e>\n<t>&x;</t></e>",
        "<e>\n&x;</e>", "<e>\n<s><![CDATA[&y;]]>&x;</s></e>",
    ])
    func `an entity in text refuses the file, mapped or not`(text: String) throws {
        let found = try refused(text)
        #expect(found?.rule == ExtractionRules.entityReference)
        #expect(found?.line == 2)
    }

    @Test(arguments: [
        "<e>\n<s n='&x;'/></e>", "<e>\n<s n='a&nbsp;b'/></e>", "<e>\n<s m='&x;'/></e>",
        "<e>\n<t m='&amp;&x;'/></e>", "<e>\n<t xmlns='&x;'/></e>",
    ])
    func `an entity in an attribute refuses the file, mapped or not`(text: String) throws {
        let found = try refused(text)
        #expect(found?.rule == ExtractionRules.entityReference)
        #expect(found?.line == 2)
    }

    @Test(arguments: [
        "<e><s>&#0;</s></e>", "<e><s>&#xD800;</s></e>", "<e><s>&x</s></e>", "<e><s>& </s></e>",
        "<e><s n='&#1;'/></e>", "<e><s n='&x'/></e>",
    ])
    func `a reference that is none makes the file torn`(text: String) throws {
        let records = try read(text, "e/s", [".", "@n"])
        #expect(records.map(\.fault?.code) == ["XML-001"])
    }

    @Test(arguments: ["<e><q:s>x</q:s></e>", "<e><s q:n='x'/></e>"])
    func `a prefix that stands for nothing is not taken for no prefix`(text: String) throws {
        let records = try read(text, "e/s", [".", "@n"])
        #expect(records.map(\.fault?.code) == ["XML-001"])
    }
}

struct XMLLimitTests {
    @Test func `a depth of 64 is read`() throws {
        #expect(try refused(nested(64)) == nil)
    }

    @Test func `a depth of 65 refuses the file`() throws {
        let found = try refused(nested(65))
        #expect(found?.rule == ExtractionRules.limit)
        #expect(found?.details["limit.en"] == "elements within one another")
        #expect(found?.details["allowed"] == "64")
    }

    @Test func `256 attributes are read`() throws {
        #expect(try refused("<e>\(element(attributes: 256))</e>") == nil)
    }

    @Test func `257 attributes refuse the file at their element`() throws {
        #expect(
            try refused("<e>ā\n\(element(attributes: 257))</e>")
                == FileRefusal(
                    ExtractionRules.limit, line: 2, byte: 6,
                    details: [
                        "limit.en": "attributes of an element", "limit.lv": "elementa atribūti",
                        "allowed": "256",
                    ]))
    }

    @Test func `the place of too many attributes is that of the file as sent`() throws {
        let text = "<e>ā\n\(element(attributes: 257))</e>"
        let file = try TemporaryFile(try #require(TextEncoding.windows1257.encoded(text)))
        let tables = [try table("e/s", [".", "@n"])]
        let found = refusal {
            _ = try readXML(file.path, encoding: .windows1257, tables: tables)
        }
        #expect(found?.byte == 5)
        #expect(found?.line == 2)
    }

    @Test func `a fault before too many attributes is found first`() throws {
        let records = try read(
            "<e>\n<s>a</s>\n<s>&</s>\(element(attributes: 300))</e>", "e/s", ["."])
        #expect(records.map(\.cells) == [["a"], [nil]])
        #expect(records.map(\.fault?.code) == [nil, "XML-001"])
    }

    @Test func `a tag of 64 KiB is read and one byte more refuses the file`() throws {
        let value = String(repeating: "x", count: (1 << 16) - "<s n=''/>".count)
        #expect(try refused("<e><s n='\(value)'/></e>") == nil)
        let found = try refused("<e><s n='\(value)x'/></e>")
        #expect(found?.details["limit.en"] == "bytes of a tag")
        #expect(found?.details["allowed"] == "65536")
    }

    @Test(arguments: ["", "<!-- -->", "<![CDATA[x]]>"])
    func `the text of an element has a limit, whatever stands between`(between: String) throws {
        let text = "<e><s>aaaaa\(between)bbbb</s></e>"
        #expect(try refused(text, limits: XMLLimits(textBytes: 10)) == nil)
        let found = try refused(text, limits: XMLLimits(textBytes: 8))
        #expect(found?.details["limit.en"] == "bytes of an element's text")
        #expect(found?.details["allowed"] == "8")
    }

    @Test func `the text of an element that nothing maps has the same limit`() throws {
        let text = "<e><t>aaaaabbbb</t></e>"
        #expect(
            try refused(text, limits: XMLLimits(textBytes: 8))?.rule == ExtractionRules.limit)
    }

    @Test func `text between children adds up`() throws {
        let text = "<e><s>aaaaa<t/>bbbb</s></e>"
        #expect(
            try refused(text, limits: XMLLimits(textBytes: 8))?.rule == ExtractionRules.limit)
    }

    @Test func `the different names of a file have a limit`() throws {
        let text = "<e>" + (0..<50).map { "<n\($0)/>" }.joined() + "</e>"
        #expect(try refused(text) == nil)
        let found = try refused(text, limits: XMLLimits(names: 40))
        #expect(found?.details["limit.en"] == "different names")
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
}

struct XMLEncodingTests {
    @Test func `a declaration of another encoding is remarked and the pinned one is used`() throws {
        let remarks = try remarks(
            "<?xml version='1.0' encoding='windows-1252'?><e><s>ā</s></e>", .windows1257)
        #expect(
            remarks == [
                RecordRemark(
                    record: nil, rule: ExtractionRules.declaredEncoding, line: 1, byte: 30,
                    columnName: nil,
                    details: ["found": "windows-1252", "expected": "windows-1257"])
            ])
    }

    @Test func `a declaration that libxml2 does not know is remarked`() throws {
        let text = "<?xml version='1.0'\nencoding='klingon'?><e><s>ā</s></e>"
        #expect(try remarks(text, .utf8).map(\.line) == [2])
    }

    @Test func `a declaration in UTF-16 is placed by the bytes as sent`() throws {
        let text = "<?xml version='1.0' encoding='UTF-8'?><e/>"
        #expect(try remarks(text, .utf16LittleEndian).map(\.byte) == [62])
    }

    @Test(arguments: [
        ("<?xml version='1.0' encoding='utf-8'?><e/>", TextEncoding.utf8), ("<e/>", .windows1257),
        ("<?xml version='1.0' encoding='UTF-16'?><e/>", .utf16BigEndian),
        ("<?xml version='1.0' encoding='Windows-1257'?><e/>", .windows1257),
    ])
    func `a declaration that agrees, or none, is no remark`(
        text: String, encoding: TextEncoding
    ) throws {
        #expect(try remarks(text, encoding).isEmpty)
    }

    @Test(arguments: [
        ("UTF-16", "e"), ("klingon", "e"), ("UTF-8", "ē"), ("windows-1257", "ē"), ("UCS-4", "e"),
    ])
    func `the root is told whatever the declaration says`(declared: String, name: String) throws {
        let text = "<?xml version='1.0' encoding='\(declared)'?><\(name) a='š'/>"
        let encodings: [TextEncoding] = [
            .utf8, .utf16LittleEndian, .utf16BigEndian, .windows1257, .iso8859Part13,
        ]
        for encoding in encodings {
            let file = try TemporaryFile(try #require(encoding.encoded(text)))
            #expect(try XMLRoot(path: FilePath(file.path))?.local == name, "\(encoding)")
        }
    }

    @Test func `the root is told before a byte without meaning`() throws {
        let file = try TemporaryFile(Array("<e a='".utf8) + [0xA1, 0xFF] + Array("'/>".utf8))
        #expect(try XMLRoot(path: FilePath(file.path))?.local == "e")
    }

    private func remarks(_ text: String, _ encoding: TextEncoding) throws -> [RecordRemark] {
        let file = try TemporaryFile(try #require(encoding.encoded(text)))
        var whole: [RecordRemark]?
        for size in blockSizes {
            var reader = try XMLRecordReader(
                path: FilePath(file.path), encoding: encoding, tables: [try table("e/s", ["."])],
                blockSize: size)
            var remarks: [RecordRemark] = []
            while let batch = try reader.nextBatch() { remarks += batch.remarks }
            #expect(whole == nil || remarks == whole)
            whole = remarks
        }
        return whole ?? []
    }
}

/// Returns an element with attributes of different names.
private func element(attributes: Int) -> String {
    "<s" + (0..<attributes).map { " n\($0)='1'" }.joined() + "/>"
}

/// Returns why a text is refused, the same at every size of blocks.
private func refused(
    _ text: String, limits: XMLLimits = .init(), at place: Testing.SourceLocation = #_sourceLocation
) throws -> FileRefusal? {
    let file = try TemporaryFile(text)
    let tables = [try table("e/s", [".", "@n"])]
    var found: Set<FileRefusal?> = []
    for size in text.utf8.count > 10_000 ? [1 << 12, 1 << 19] : blockSizes {
        found.insert(
            refusal {
                var reader = try XMLRecordReader(
                    path: FilePath(file.path), encoding: .utf8, tables: tables, blockSize: size,
                    limits: limits)
                while try reader.nextBatch() != nil {}
            })
    }
    #expect(found.count == 1, sourceLocation: place)
    return found.first ?? nil
}

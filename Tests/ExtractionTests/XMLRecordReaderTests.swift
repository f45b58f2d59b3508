import Diagnostics
import Testing

@testable import Extraction

struct XMLRecordReaderTests {
    @Test func `elements and attributes become cells`() throws {
        let records = try read(
            "<e><s n='1'><d>x</d></s><s><d/></s><s n=''/></e>", "e/s", ["@n", "d"])
        #expect(records.map(\.cells) == [["1", "x"], [nil, ""], ["", nil]])
    }

    @Test func `ancestors lend their attributes`() throws {
        let records = try read(
            "<e y='9'><k pk='1'><p nr='a'><s/><s/></p></k><k pk='2'><p nr='b'><s/></p></k></e>",
            "e/k/p/s", ["../../@pk", "../@nr", "../../../@y", "../../@nr"])
        #expect(
            records.map(\.cells) == [
                ["1", "a", "9", nil], ["1", "a", "9", nil], ["2", "b", "9", nil],
            ])
    }

    @Test func `records may stand within records`() throws {
        let tables = [try table("e/p", ["@n", "t"]), try table("e/p/s", ["../@n", "."])]
        let records = try read("<e><p n='1'><s>a</s><t>u</t><s>b</s></p></e>", tables: tables)
        #expect(
            records.filter { $0.table == 0 }.map(\.cells) == [["1", "u"]])
        #expect(records.filter { $0.table == 1 }.map(\.cells) == [["1", "a"], ["1", "b"]])
    }

    @Test func `deep paths lead to text and to attributes`() throws {
        let records = try read(
            "<e><s><a><b c='1'>x</b></a><b c='2'>y</b></s></e>", "e/s", ["a/b", "a/b/@c", "b/@c"])
        #expect(records.map(\.cells) == [["x", "1", "2"]])
    }

    @Test func `an element's own text and that of its children are told apart from attributes`()
        throws
    {
        let records = try read(
            "<e><s>x<a c='1'>y</a>z</s></e>", "e/s", [".", "a", "a/@c"])
        #expect(records.map(\.cells) == [["xyz", "y", "1"]])
    }

    @Test func `names are compared with their namespaces`() throws {
        let text = "<e xmlns='urn:a' xmlns:q='urn:b'><s q:n='1' n='2'><q:d>x</q:d><d>y</d></s></e>"
        let names = ["p": "urn:a", "r": "urn:b"]
        let records = try read(
            text,
            tables: [try table("p:e/p:s", ["@r:n", "@n", "r:d", "p:d", "d"], namespaces: names)])
        #expect(records.map(\.cells) == [["1", "2", "x", "y", nil]])
    }

    @Test(arguments: [
        "<e xmlns='urn:a'><s/></e>", "<e><S/></e>", "<e><t><s/></t></e>",
        "<e><s xmlns='urn:a'/></e>",
    ])
    func `what is called like a record but stands elsewhere is held back`(text: String) throws {
        let records = try read(text, "e/s", ["@n"])
        #expect(records.map(\.fault?.code) == ["XML-007"])
        #expect(records.map(\.cells) == [[nil]])
    }

    @Test func `elements of a record that nothing maps are no matter`() throws {
        let records = try read("<e><s n='1'><t/><u><v/></u></s></e>", "e/s", ["@n"])
        #expect(records.map(\.fault) == [nil])
    }

    @Test func `CDATA is text`() throws {
        let records = try read("<e><s>a<![CDATA[<b> & ]]>c</s></e>", "e/s", ["."])
        #expect(records.map(\.cells) == [["a<b> & c"]])
    }

    @Test func `character references and the five entities are text`() throws {
        let records = try read(
            "<e><s>&#256;&#x101; &lt;&amp;&gt;&quot;&apos;</s></e>", "e/s", ["."])
        #expect(records.map(\.cells) == [["Āā <&>\"'"]])
    }

    @Test func `character references and the five entities are read in attributes`() throws {
        let records = try read(
            "<e><s n='&#256; &lt;&amp;&gt;&quot;&apos;&#38;'/></e>", "e/s", ["@n"])
        #expect(records.map(\.cells) == [["Ā <&>\"'&"]])
    }

    @Test func `an ampersand written out in an attribute stays written out`() throws {
        let records = try read("<e><s n='&amp;#38;'/></e>", "e/s", ["@n"])
        #expect(records.map(\.cells) == [["&#38;"]])
    }

    @Test func `comments and instructions are no text`() throws {
        #expect(
            try read("<e><s>a<!-- x -->b<?y z?>c</s></e>", "e/s", ["."]).map(\.cells) == [["abc"]])
    }

    @Test func `text outside the mapped elements is not kept`() throws {
        #expect(
            try read("<e><s> x <d>y</d> z <f>q</f></s></e>", "e/s", ["d"]).map(\.cells) == [["y"]])
    }
}

struct XMLPlaceTests {
    @Test func `a record lies from its angle bracket to the end of its last tag`() throws {
        let records = try read("<e>\n <s>ā</s>\n <s n='1'/>\n</e>", "e/s", ["."])
        #expect(records.map(\.line) == [2, 3])
        #expect(records.map(\.byte) == [5, 16])
        #expect(records.map(\.length) == [9, 10])
    }

    @Test func `a tag over several lines begins at its angle bracket`() throws {
        let records = try read(
            "<e>\n<s\n  n='1'\n  m='2'\n>x</s>\n<s/></e>", "e/s", ["@n", "."])
        #expect(records.map(\.line) == [2, 6])
        #expect(records.map(\.byte) == [4, 30])
    }

    @Test func `cells know the element that holds them`() throws {
        let records = try read(
            "<e><k pk='1'>\n<s><d>x</d></s></k></e>", "e/k/s", ["../@pk", "d", "f"])
        #expect(records.map(\.cellBytes) == [[3, 17, 14]])
    }

    @Test func `carriage returns count in bytes`() throws {
        let records = try read("<e>\r\n<s/>\r\n<s/>\r\n</e>", "e/s", ["."])
        #expect(records.map(\.line) == [2, 3])
        #expect(records.map(\.byte) == [5, 11])
    }

    @Test(arguments: [
        TextEncoding.windows1257, .iso8859Part13, .utf16LittleEndian, .utf16BigEndian,
    ])
    func `bytes are those of the file as sent`(encoding: TextEncoding) throws {
        let text =
            "<?xml version='1.0' encoding='windows-1257'?>\n<e>ābols<s n='š'\n>ž</s>ē<s/></e>"
        let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
        let file = try TemporaryFile(try #require(encoding.encoded(text)))
        let tables = [try table("e/s", ["@n", "."])]
        for size in blockSizes {
            let records = try readXML(
                file.path, encoding: encoding, tables: tables, blockSize: size)
            #expect(records.map(\.cells) == [["š", "ž"], [nil, ""]])
            #expect(records.map(\.line) == [2, 3])
            #expect(records.map(\.byte) == (isWide ? [110, 142] : [54, 70]), "blocks of \(size)")
            #expect(records.map(\.length) == (isWide ? [30, 8] : [15, 4]))
        }
    }

    @Test func `places far into a file are exact`() throws {
        let row = "<s n='ā'>\n<d>x</d></s>\n"
        let file = try TemporaryFile(
            "<e>\n" + String(repeating: row, count: 20_000) + "</e>")
        let records = try readXML(file.path, tables: [try table("e/s", ["d"])])
        #expect(records.count == 20_000)
        #expect(records.map(\.byte) == (0..<20_000).map { 4 + $0 * row.utf8.count })
        #expect(records.map(\.line) == (0..<20_000).map { 2 + $0 * 2 })
    }
}

struct XMLFaultTests {
    @Test func `a torn file keeps its whole records and names the place`() throws {
        let records = try read("<e>\n<s>a</s>\n<s>b</s>\n<s>c</t>\n</e>", "e/s", ["."])
        #expect(records.map(\.cells) == [["a"], ["b"], [nil]])
        #expect(records.map(\.fault?.code) == [nil, nil, "XML-001"])
        #expect(records.map(\.line) == [2, 3, 4])
    }

    @Test func `a file cut short keeps its whole records`() throws {
        let records = try read("<e>\n<s>a</s>\n<s>b", "e/s", ["."])
        #expect(records.map(\.cells) == [["a"], [nil]])
        #expect(records.map(\.fault?.code) == [nil, "XML-001"])
    }

    @Test func `the words of a tear do not quote the file`() throws {
        let records = try read("<e><Ozols></Liepa></e>", "e/s", ["."])
        #expect(records.map(\.fault?.details) == [["reason": "libxml2 76"]])
    }

    @Test func `a byte without meaning refuses the file with its place`() throws {
        let file = try TemporaryFile(Array("<e>".utf8) + [0xA1] + Array("</e>".utf8))
        let tables = [try table("e/s", ["."])]
        #expect(
            refusal { _ = try readXML(file.path, encoding: .windows1257, tables: tables) }?.byte
                == 3)
    }
}

/// Returns a table from texts.
func table(
    _ path: String, _ columns: [String], namespaces: [String: String] = [:]
) throws -> XMLTable {
    XMLTable(
        path: try path.split(separator: "/").map {
            try #require(XMLName($0, namespaces: namespaces))
        },
        columns: try columns.map { try #require(XMLFieldPath($0, namespaces: namespaces)) })
}

/// Reads an XML text and expects the same at every size of blocks.
func read(
    _ text: String, tables: [XMLTable], at place: Testing.SourceLocation = #_sourceLocation
) throws -> [ReadRecord] {
    let file = try TemporaryFile(text)
    let whole = try readXML(file.path, tables: tables)
    for size in blockSizes {
        let inBlocks = try readXML(file.path, tables: tables, blockSize: size)
        #expect(inBlocks == whole, "blocks of \(size)", sourceLocation: place)
    }
    return whole
}

/// Reads one table of an XML text.
func read(
    _ text: String, _ path: String, _ columns: [String],
    at place: Testing.SourceLocation = #_sourceLocation
) throws -> [ReadRecord] {
    try read(text, tables: [try table(path, columns)], at: place)
}

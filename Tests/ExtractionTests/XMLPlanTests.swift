import Testing

@testable import Extraction

/// What is kept from one element, record or batch to the next.
struct XMLPlanTests {
    @Test func `records within one element borrow the same bytes`() throws {
        let file = try TemporaryFile("<e><k pk='10'><s/><s/></k><k pk='10'><s/></k></e>")
        var reader = try XMLRecordReader(
            path: FilePath(file.path), encoding: .utf8, tables: [try table("e/k/s", ["../@pk"])])
        let cells = try reader.nextBatch()?.cells ?? []
        #expect(cells.map(\.count) == [2, 2, 2])
        #expect(cells[0] == cells[1])
        #expect(cells[1] != cells[2])
    }

    @Test func `an element lends nothing that only the one before it had`() throws {
        let records = try read("<e><k pk='1'><s/></k><k><s/></k></e>", "e/k/s", ["../@pk"])
        #expect(records.map(\.cells) == [["1"], [nil]])
        #expect(records.map(\.cellBytes) == [[3], [24]])
    }

    @Test func `what is borrowed goes over to every batch`() throws {
        let rows = String(repeating: "<s>x</s>", count: 10_000)
        let records = try read("<e><k pk='1'>\(rows)</k></e>", "e/k/s", ["../@pk", "."])
        #expect(records.count == 10_000)
        #expect(records.allSatisfy { $0.cells == ["1", "x"] })
    }

    @Test func `a record that is open when its batch is taken goes over to the next`() throws {
        let strangers = String(repeating: "<P/>", count: 5_000)
        let tables = [try table("e/k/p", ["../@pk", "@n", "t", "u"])]
        let text = "<e><k pk='1'><p n='2'><t>3</t>\(strangers)<u>4</u></p></k></e>"
        let records = try read(text, tables: tables)
        #expect(records.count == 5_001)
        #expect(records.last?.cells == ["1", "2", "3", "4"])
    }

    @Test func `two columns may take the text of one element`() throws {
        let records = try read("<e><s><d>x</d><f>y</f></s></e>", "e/s", ["d", "d", "f"])
        #expect(records.map(\.cells) == [["x", "x", "y"]])
    }

    @Test func `attributes within a text that is read do not break it`() throws {
        let records = try read(
            "<e><s>a<d n='1'>b<f n='2'/></d>c</s></e>", "e/s", [".", "d", "d/@n", "d/f/@n"])
        #expect(records.map(\.cells) == [["abc", "b", "1", "2"]])
    }

    @Test func `a file of more paths than are kept is read to its end`() throws {
        let paths = (0..<110).map { outer in
            "<s>" + (0..<100).map { "<a\(outer)><b\($0) n='\($0)'/></a\(outer)>" }.joined()
                + "<d>\(outer)</d></s>"
        }
        let records = try read("<e>\(paths.joined())</e>", "e/s", ["a109/b99/@n", "d"])
        #expect(records.map { $0.cells[1] } == (0..<110).map { "\($0)" })
        #expect(records.map { $0.cells[0] } == (0..<109).map { _ in nil } + ["99"])
    }

    @Test func `elements are told apart in any order`() throws {
        let records = try read(
            "<e><s><a>1</a><b>2</b><c>3</c></s><s><c>4</c><a>5</a></s><s><b>6</b><b>7</b></s></e>",
            "e/s", ["a", "b", "c"])
        #expect(
            records.map(\.cells) == [["1", "2", "3"], ["5", nil, "4"], [nil, "7", nil]])
    }
}

/// The scanner looks at 64 bytes at once where it can, and at single ones where a block ends.
struct XMLTagSkippingTests {
    @Test(arguments: 0..<70)
    func `a third attribute is found wherever it stands in a block`(lead: Int) {
        let text = "<e>" + String(repeating: "> \"='\n", count: lead) + "<f a='1'\n b=\"'\" c='3'/>"
        let end = String(repeating: " ", count: 64) + "</e>"
        let found = excess(text + end, XMLLimits(attributes: 2))
        #expect(found?.offset == 3 + 6 * lead)
        #expect(found?.line == 1 + lead)
        #expect(excess(text + end, XMLLimits(attributes: 3)) == nil)
    }

    @Test(arguments: 60..<200)
    func `the bytes of a long tag are counted to its end`(length: Int) {
        let tag = "<f a='" + String(repeating: ">", count: length - 9) + "'/>"
        let text = "<e>\n" + tag + String(repeating: "\n", count: 300) + "</e>"
        #expect(excess(text, XMLLimits(tagBytes: length)) == nil)
        #expect(excess(text, XMLLimits(tagBytes: length - 1))?.offset == 4)
    }

    @Test(arguments: [
        "<!-- ' <f a='1' b='2'> \" -->", "<![CDATA[<f a='1' b='2'>']]>", "<?f ' > ?>",
    ])
    func `a markup that is no tag is passed over among tags`(markup: String) {
        let text = String(repeating: "<f a='1'>\(markup)</f>", count: 20)
        #expect(excess("<e>\(text)</e>", XMLLimits(attributes: 1)) == nil)
        let found = excess("<e>\(text)<f a='1' b='2'/></e>", XMLLimits(attributes: 1))
        #expect(found?.offset == 3 + text.utf8.count)
    }

    @Test(arguments: ["!-- <g a='1' b='2'/> --", "?g <g a='1' b='2'/> ?", "/e"])
    func `a markup whose first byte is the last of a block is known by the next`(rest: String) {
        let start = Array(("<e>" + String(repeating: " ", count: 60) + "<").utf8)
        var scanner = XMLTagScanner(limits: XMLLimits(attributes: 1))
        #expect(scanner.scan(start) == nil)
        #expect(scanner.scan(Array((rest + ">").utf8)) == nil)
        #expect(scanner.scan(Array("<f a='1' b='2'/>".utf8))?.offset == 65 + rest.utf8.count)
    }

    @Test(arguments: 0..<50)
    func `line ends are counted at any place`(length: Int) {
        let bytes = (0..<20_000).map { $0 % 3 == 0 ? UInt8(0x0A) : 0x20 }
        bytes.withUnsafeBufferPointer { bytes in
            #expect(
                XMLTagScanner.lineFeeds(in: bytes, 1..<(10_000 + length))
                    == (1..<(10_000 + length)).filter { $0 % 3 == 0 }.count)
        }
    }

    /// Scans a text and expects the same in whole, which is skipped through, and in blocks that are not.
    private func excess(
        _ text: String, _ limits: XMLLimits, at place: Testing.SourceLocation = #_sourceLocation
    ) -> XMLTagScanner.Excess? {
        XMLTagScanner.excess(of: text, limits, inBlocksOf: [1, 63, 64, 65, 100, 129], at: place)
    }
}

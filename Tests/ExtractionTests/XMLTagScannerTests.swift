import Testing

@testable import Extraction

struct XMLTagScannerTests {
    @Test(arguments: [
        "<e a='1' b=\"2\">x = y &gt; z</e>", "<e a='=====' b=\">'=\"/>",
        "<e><!-- a='1' b='2' c='3' > -> -- --><?x a=1 b=2 c=3 > ?></e>",
        "<e><![CDATA[ <x a='1' b='2' c='3'> ]] > ]]></e>", "<?xml version='1.0'?><e/>",
        "<e><!----><!-->-->a='<b/></e>", "<e>a=b=c=d=e=f</e>",
        "<e a='1' b='2'><f a='1' b='2'/><g a='1' b='2'></g></e>", "", "<", "<!", "<!-",
    ])
    func `two attributes an element are two, whatever stands between`(text: String) {
        #expect(excess(text, XMLLimits(attributes: 2)) == nil)
    }

    @Test(arguments: [
        ("<e a='1' b='2' c='3'/>", 0, 1), ("<e>\n<f a='1'\nb='2'\nc='3'/></e>", 4, 2),
        ("<e><!-- \n --><?x ?>\n<f a='\n' b='2' c='3'/></e>", 20, 3),
        ("<e><!---->\n<f a='1' b='2' c='3'/></e>", 11, 2),
        ("<e><![CDATA[]]>\n\n<f a='1' b='2' c='3'/></e>", 17, 3),
        ("<e xmlns='a' xmlns:b='b' xmlns:c='c'/>", 0, 1),
    ])
    func `a third attribute is one too many, at the element's place`(
        text: String, offset: Int, line: Int
    ) {
        let found = excess(text, XMLLimits(attributes: 2))
        #expect(found?.rule == ExtractionRules.limit)
        #expect(found?.details["limit.en"] == "attributes of an element")
        #expect(found?.details["allowed"] == "2")
        #expect(found?.offset == offset)
        #expect(found?.line == line)
    }

    @Test func `a tag may be as long as the limit and no longer`() {
        #expect(excess("<e>\n<f a='12'/></e>", XMLLimits(tagBytes: 11)) == nil)
        let found = excess("<e>\n<f a='123'/></e>", XMLLimits(tagBytes: 11))
        #expect(found?.details["limit.en"] == "bytes of a tag")
        #expect(found?.offset == 4)
        #expect(found?.line == 2)
    }

    @Test(arguments: ["<e>", "<e a='", "<e a", "<e></e"])
    func `a tag without an end passes the limit`(start: String) {
        let text = start + String(repeating: " ", count: 100)
        #expect(
            excess(text, XMLLimits(tagBytes: 50))?.details["limit.en"]
                == (start == "<e>" ? nil : "bytes of a tag"))
    }

    @Test(arguments: ["<!--", "<?x "])
    func `a comment and an instruction may be as long as their limit and no longer`(start: String) {
        let text = "<e>" + start + String(repeating: ">", count: 100)
        let found = excess(text, XMLLimits(commentBytes: 50))
        #expect(found?.details["limit.en"] == "bytes of a comment or an instruction")
        #expect(found?.offset == 3)
        #expect(excess(text, XMLLimits(commentBytes: 104)) == nil)
    }

    @Test func `character data may be of any length`() {
        let text = "<e><![CDATA[" + String(repeating: ">", count: 100)
        #expect(excess(text, XMLLimits(tagBytes: 20, commentBytes: 50)) == nil)
    }

    @Test func `a DOCTYPE is seen before its end`() {
        let found = excess("<?xml version='1.0'?>\n<!DOCTYPE e [ <!ENTITY", XMLLimits())
        #expect(found?.rule == ExtractionRules.documentType)
        #expect(found?.offset == 22)
        #expect(found?.line == 2)
    }

    @Test func `a DOCTYPE in a comment or in character data is none`() {
        #expect(
            excess("<e><!-- <!DOCTYPE e> --><![CDATA[<!DOCTYPE e>]]></e>", XMLLimits()) == nil)
    }

    /// Scans a text and expects the same at every size of blocks.
    private func excess(
        _ text: String, _ limits: XMLLimits, at place: Testing.SourceLocation = #_sourceLocation
    ) -> XMLTagScanner.Excess? {
        XMLTagScanner.excess(of: text, limits, inBlocksOf: Array(1...64), at: place)
    }
}

struct XMLDeclarationTests {
    @Test(arguments: [
        ("<?xml version='1.0' encoding='UTF-8'?>", "UTF-8", 30, 1),
        ("\u{FEFF}<?xml version=\"1.0\"\n encoding = \"windows-1257\" ?>", "windows-1257", 36, 2),
        ("<?xml encoding='latin7' standalone='yes'?><e/>", "latin7", 16, 1),
    ])
    func `the encoding is read with its place`(
        text: String, name: String, offset: Int, line: Int
    ) {
        let declaration = XMLDeclaration(start: text.utf8)
        #expect(declaration?.encoding == name)
        #expect(declaration?.offset == offset)
        #expect(declaration?.line == line)
    }

    @Test(arguments: [
        "", "<e/>", "<?xml version='1.0'?><e encoding='UTF-8'/>", "<?xml encoding=UTF-8?>",
        "<?xml encoding='UTF-8?>", "<?xml encoding='Jānis'?>", "<?xml encoding", "<?xml encoding>",
        "<?xml encoding=>", "<?xml encoding=''?>",
    ])
    func `a text that names no encoding has none`(text: String) {
        #expect(XMLDeclaration(start: text.utf8) == nil)
    }

    @Test func `names of an encoding are compared without regard to case`() {
        let declaration = XMLDeclaration(start: "<?xml encoding='utf-16'?>".utf8)
        #expect(
            TextEncoding.allCases.filter { declaration?.names($0) == true }
                == [.utf16LittleEndian, .utf16BigEndian])
    }
}

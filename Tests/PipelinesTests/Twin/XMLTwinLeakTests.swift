import Testing

@testable import Pipelines

/// No name and no code is left in the twin of an XML file, wherever it stands.
struct XMLTwinLeakTests {
    private static func document(_ content: String) -> String {
        "<?xml version=\"1.0\"?>\n<skola>\n\(content)\n</skola>\n"
    }

    @Test(arguments: [
        "<skolens xmlns=\"Ksaverija Zvirbulēns\"/>", "<skolens xmlns:q=\"urn:010203-12345\"/>",
        "<skolens xmlnsx=\"urn:ksaverija\"/>", "<skolens xmlns:q=\"urn:Zvirbulēns\"/>",
    ])
    func `a namespace stays only when it is one`(content: String) throws {
        #expect(try TwinLeakTests.left(of: Self.document(content)).isEmpty)
    }

    @Test func `a declaration keeps only what says how to read the document`() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8" standalone='yes' nosutija="Ksaverija" kods=010203-12345?>
            <skola/>
            """
        #expect(try TwinLeakTests.left(of: text).isEmpty)
        #expect(
            try TwinFile(text).twin().hasPrefix(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes' "))
    }

    @Test func `a remark whose signs nobody escaped is replaced`() throws {
        let remark = "<p>punkti <010203-12345 un <Zvirbulēns</p>"
        #expect(try TwinLeakTests.left(of: Self.document(remark)).isEmpty)
        let twin = try TwinFile(Self.document(remark)).twin()
        #expect(twin.contains("\n<p>") && twin.contains("</p>\n</skola>\n"))
    }

    @Test(arguments: [1, 5])
    func `a word in signs of a remark is no element however often it stands`(count: Int) throws {
        let rows = (0..<count).map { _ in "<p>punkti <Zvirbulēns> un <Ksaverija k></p>\n" }
        #expect(try TwinLeakTests.left(of: Self.document(rows.joined())).isEmpty)
    }

    @Test(arguments: [
        "<Zvirbulēns>5</Zvirbulēns>", "<skolens Ksaverija=\"1\"/>", "<k010203-12345/>",
        "<skolens k010203-12345='1' k010203-12345='2' k010203-12345='3'/>",
        "<KsaverijaVards/>", "<!-- Zvirbulēns --><?Zvirbulēns Ksaverija?>",
    ])
    func `names of elements with names and codes are replaced`(content: String) throws {
        #expect(try TwinLeakTests.left(of: Self.document(content)).isEmpty)
    }

    @Test(arguments: [
        "<!DOCTYPE Zvirbulēns><skola/>",
        "<!DOCTYPE skola [<!ENTITY ksaverija \"Zvirbulēns\"><!ELEMENT zvirbulens (ksaverija)>]><skola/>",
        "<!Zvirbulēns 010203-12345 Ksaverija><skola/>",
        "<!DOCTYPE skola SYSTEM \"zvirbulens.dtd\" 0102 0312 345><skola/>",
    ])
    func `what a declaration says is replaced`(text: String) throws {
        #expect(try TwinLeakTests.left(of: text).isEmpty)
    }

    @Test func `a rare element has the same invented name in all its tags`() throws {
        let twin = try TwinFile(Self.document("<Zvirbulēns>5</Zvirbulēns>")).twin()
        #expect(twin.contains(/<(\w+)>5<\/\1>/))
    }

    @Test func `an element that comes again and again keeps its name`() throws {
        let rows = (1...3).map { "<darbinieks n='\($0)'>Ksaverija</darbinieks>\n" }.joined()
        let twin = try TwinFile(Self.document(rows)).twin()
        #expect(twin.contains("<darbinieks n='1'>") && twin.contains("</darbinieks>"))
        #expect(TwinLeakTests.found(in: twin).isEmpty)
    }
}

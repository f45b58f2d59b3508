import Extraction
import Testing

@testable import Pipelines

struct `Paths and the reader of XML files` {
    @Test(arguments: [
        "datums", "@pk", "../@pk", "../../@pk", "a/b/@c", "a/b", ".", "p:a/@p:b", "..", "../a",
        "../a/@b", "/a", "a/", "a//b", "a/../b", "@a/b", "", "@", "a:b:c", "1a", "a b", "./a",
        "../.", "klasē", "_a-b.c",
    ])
    func `agree on what a path is`(text: String) {
        let isPath = (try? ElementPath(text)) != nil
        #expect(isPath == (XMLFieldPath(text, namespaces: ["p": "urn:p"]) != nil))
    }
}

import Testing

@testable import Extraction

struct XMLPathTests {
    private static let namespaces = ["p": "urn:a"]

    @Test func `a child element is one step`() {
        #expect(
            path("datums") == .init(up: 0, steps: [name("datums")], attribute: nil))
    }

    @Test func `an attribute is no step`() {
        #expect(path("@pk") == .init(up: 0, steps: [], attribute: name("pk")))
    }

    @Test func `two dots lead to an ancestor's attribute`() {
        #expect(path("../../@pk") == .init(up: 2, steps: [], attribute: name("pk")))
    }

    @Test func `steps may end in an attribute`() {
        #expect(
            path("a/p:b/@p:c")
                == .init(
                    up: 0, steps: [name("a"), name("b", "urn:a")], attribute: name("c", "urn:a")))
    }

    @Test func `a dot is the element's own text`() {
        #expect(path(".") == .init(up: 0, steps: [], attribute: nil))
    }

    @Test func `Latvian letters, digits, hyphens and full stops make names`() {
        #expect(path("_ā-1.b") == .init(up: 0, steps: [name("_ā-1.b")], attribute: nil))
    }

    @Test(arguments: [
        "", "/", "a/", "/a", "a//b", "..", "../a", "../..", "@", "@a/b", "a/../@b", "q:a", "p:",
        ":a", "p:a:b", "1a", "a b", "-a", "../.",
    ])
    func `anything else is no path`(text: String) {
        #expect(path(text) == nil)
    }

    @Test func `a name keeps its namespace`() {
        #expect(XMLName("p:a", namespaces: Self.namespaces) == name("a", "urn:a"))
    }

    @Test func `a name without a prefix has no namespace`() {
        #expect(XMLName("a", namespaces: Self.namespaces) == name("a"))
    }

    private struct Parts: Equatable {
        let up: Int
        let steps: [XMLName]
        let attribute: XMLName?
    }

    private func path(_ text: String) -> Parts? {
        XMLFieldPath(text, namespaces: Self.namespaces).map {
            Parts(up: $0.up, steps: $0.steps, attribute: $0.attribute)
        }
    }

    private func name(_ local: String, _ namespace: String? = nil) -> XMLName {
        XMLName(namespace: namespace, local: local)
    }
}

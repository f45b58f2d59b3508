import Testing

@testable import Extraction

struct XMLInspectorTests {
    private static func inspect(
        _ text: String, _ encoding: TextEncoding = .utf8, limits: XMLLimits = XMLLimits()
    ) throws -> XMLOutline {
        let file = try TemporaryFile(try #require(encoding.encoded(text)))
        return try XMLInspector.inspect(
            path: FilePath(file.path), encoding: encoding, limits: limits)
    }

    private static func paths(_ outline: XMLOutline, _ places: [Int]) -> [String] {
        places.map { place in
            outline.ancestry(of: place).map { outline.elements[$0].name.local }
                .joined(separator: "/")
        }
    }

    @Test func `an element is a record when one parent has two of it`() throws {
        let outline = try Self.inspect("<r><a><b/></a><a><b/><c/><c/></a><d/></r>")
        #expect(Self.paths(outline, outline.records) == ["r/a", "r/a/c"])
        #expect(outline.elements.map(\.count) == [1, 2, 2, 2, 1])
    }

    @Test func `one element of the same name in each of many parents is no record`() throws {
        let outline = try Self.inspect("<r><a><b/></a><a><b/></a></r>")
        #expect(Self.paths(outline, outline.records) == ["r/a"])
    }

    @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1257])
    func `values are told in every encoding`(encoding: TextEncoding) throws {
        let outline = try Self.inspect(
            "<r><a k='010107-21234'>Jānis</a><a k='020207-21234'>Līga Ž</a></r>", encoding)
        let element = outline.elements[1]
        #expect(element.text.shape == .words)
        #expect(element.text.filled == 2)
        #expect(element.attributes.map(\.values.personalCodes) == [2])
    }

    @Test func `the text of an element is its own and not that of elements within`() throws {
        let outline = try Self.inspect("<r><a>1<b>x y</b>2</a><a>\n<b>z</b>\n</a></r>")
        #expect(outline.elements[1].text.filled == 1)
        #expect(outline.elements[1].text.shape == .integer)
        #expect(outline.elements[2].text.filled == 2)
    }

    @Test func `more different paths than allowed are refused with the limit`() throws {
        var limits = XMLLimits()
        limits.paths = 4
        _ = try Self.inspect("<r><a b='1'/><a b='2'/><c/></r>", limits: limits)
        #expect {
            try Self.inspect("<r><a b='1'/><a c='2'/>\n<c/></r>", limits: limits)
        } throws: { error in
            let refusal = error as? FileRefusal
            return refusal?.rule == ExtractionRules.limit && refusal?.line == 2
                && refusal?.details["allowed"] == "4"
        }
    }

    @Test(
        arguments: [
            ("<?xml version='1.0'?>", true), ("\n <!-- a -->", true), ("<a", true), ("<a>", true),
            ("<a b='", true), ("<<<", true), ("<5;a\n", false), ("<gads;b\n", false),
            ("a;<b>\n", false), ("", false),
        ])
    func `a file begins as markup when a tag or a declaration stands first`(
        text: String, isMarkup: Bool
    ) throws {
        let file = try TemporaryFile(Array(text.utf8))
        #expect(try XMLRoot.isMarkup(path: FilePath(file.path)) == isMarkup)
    }
}

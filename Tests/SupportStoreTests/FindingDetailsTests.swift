import Foundation
import Testing

@testable import SupportStore

@Suite struct `Details of findings` {
    /// Texts with all that JSON names otherwise, and much that looks as if it did.
    private static let texts: [String] =
        (0...0x7F).map { String(UnicodeScalar(UInt8($0))) } + [
            "", "/", "a/b\\/c", "\\", "\\\\u0000", "\"\"", "'<&>", "\r\n", "\u{7F}\u{80}\u{9F}",
            "\u{2028}\u{2029}", "\u{FEFF}\u{FFFD}\u{FFFF}", "Ķekava – 5.–6. klase", "e\u{301}",
            "\u{301}", "\u{1F469}\u{200D}\u{1F3EB}", "\u{10FFFF}", "\u{E000}", "null", "{\"a\":1}",
            String(repeating: "ā\"\n", count: 200),
        ]

    private static func byFoundation(_ details: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(details), as: UTF8.self)
    }

    /// Whether two texts are the same bytes: equal texts may be written differently.
    private func agree(_ details: [String: String]) throws -> Bool {
        Array(FindingDetails.encoded(details).utf8) == Array(try Self.byFoundation(details).utf8)
    }

    @Test(arguments: texts)
    func `a text is written as Foundation writes it`(text: String) throws {
        #expect(try agree(["found": text]))
        #expect(try agree([text: "found"]))
        #expect(try agree(["found": "a\(text)b", "a\(text)": text, text: "\(text)\(text)"]))
    }

    @Test func `keys are in the order in which Foundation writes them`() throws {
        var all: [String: String] = [:]
        for (place, text) in Self.texts.enumerated() { all[text] = "\(place)" }
        #expect(try agree(all))
        #expect(try agree([:]))
        for keys in [
            ["found.lv", "found.en", "found"], ["a", "B", "aa", "A", "10", "9", ""],
            ["\u{FFFD}", "\u{10000}", "\u{E9}", "e\u{301}x", "z"],
        ] { #expect(try agree(Dictionary(uniqueKeysWithValues: keys.map { ($0, "x") }))) }
    }

    @Test func `what is written is read again`() {
        let details = Dictionary(
            Self.texts.map { ($0, "\($0)\($0)") }, uniquingKeysWith: { first, _ in first })
        #expect(FindingDetails.decoded(FindingDetails.encoded(details)) == details)
    }
}

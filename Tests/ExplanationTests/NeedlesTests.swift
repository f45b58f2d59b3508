import Foundation
import SupportStore
import Testing

@Suite struct `Looking for a person in bytes` {
    private let needles = Needles(
        codes: ["21020721902"], names: [.init(given: "Ķērsta", family: "Ābele")])

    private func found(_ text: String, _ encoding: String.Encoding) throws -> [String] {
        let bytes = Array(try #require(text.data(using: encoding)))
        return needles.hits(in: bytes).map {
            String(bytes: bytes[$0.range], encoding: encoding) ?? "?"
        }
    }

    @Test(arguments: [
        String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian,
    ])
    func `codes and full names are found in every encoding`(_ encoding: String.Encoding) throws {
        #expect(
            try found("x;210207-21902;y\n21020721902;Ābele, Ķērsta\n", encoding)
                == ["210207-21902", "21020721902", "Ābele, Ķērsta"])
    }

    @Test func `a name in Windows-1257 is found`() {
        let bytes: [UInt8] = [
            0xCD, 0xE7, 0x72, 0x73, 0x74, 0x61, 0x3B, 0xC2, 0x62, 0x65, 0x6C, 0x65,
        ]
        #expect(needles.hits(in: bytes).map(\.range) == [0..<12])
    }

    @Test(arguments: [
        "<vards>Ķērsta</vards>\n    <uzvards>Ābele</uzvards>", "vards=\"Ķērsta\" uzvards=\"Ābele\"",
        "ĶĒRSTA ĀBELE", "\"Ķērsta\",\"Ābele\"",
    ])
    func `a name is found with the signs of its file between`(_ text: String) throws {
        #expect(try found(text, .utf8).count == 1)
    }

    @Test(arguments: ["Ķērsta", "Ķērsta Ābeleniece", "Ķērsta, kas ir Ābele", "210207-2190"])
    func `what is not the full name or the code is left`(_ text: String) throws {
        #expect(try found(text, .utf8) == [])
    }

    @Test(arguments: [TextWidth.single, .little, .big])
    func `a stretch is blanked with as many bytes, and its line ends stay`(_ width: TextWidth)
        throws
    {
        let encoding: String.Encoding =
            width == .single
            ? .utf8 : width == .little ? .utf16LittleEndian : .utf16BigEndian
        var bytes = Array(try #require("ab\r\ncd\nef".data(using: encoding)))
        let unit = width == .single ? 1 : 2
        width.blank(unit..<(8 * unit), in: &bytes)
        #expect(String(bytes: bytes, encoding: encoding) == "a \r\n  \n f")
    }
}

import Extraction
import Testing

@testable import Pipelines

/// The faults of a file are those of its twin.
struct TwinFaultTests {
    private static let header = "Nr.;Vārds;Uzvārds;Klase;Stundas\n"

    private static let rows = (1...12).map { number in
        let names = ["Jānis;Bērziņš", "Žanete;Ķīkule", "Ģirts;Šteins", "Līga;Čakste"]
        return "\(number);\(names[number % 4]);\(number % 3 + 5).a;\(7 * number)\n"
    }

    private static let table = header + rows.joined()

    /// A table with a fault.
    struct Faulty: CustomTestStringConvertible {
        let testDescription: String
        let text: String

        init(_ name: String, _ text: String) {
            testDescription = name
            self.text = text
        }
    }

    static let faulty = [
        Faulty(
            "a title, a note and blank lines",
            "Saraksts\n\n" + table + "\n\nSagatavoja A. Kļaviņa\n"),
        Faulty("short and long rows", table + "13;Ilze\n14;Anna;Liepa;5.a;7;lieks\n"),
        Faulty(
            "a stray quote", table + "13;\"Ilze \"Ilzīte\" x\";Liepa;5.a;9\n14;Ēriks;Ūdris;6.a;3\n"),
        Faulty("a quote without end", table + "13;\"Ilze;Liepa;5.a;9\n14;Ēriks;Ūdris;6.a;3\n"),
        Faulty("text behind a quote", table + "13;\"Ilze\"Anna;Liepa;5.a;9\n"),
        Faulty("a cell of several lines", table + "13;\"Ilze\nAnna\";Liepa;5.a;9\n"),
        Faulty("the header once more", header + rows[..<6].joined() + table),
        Faulty("rows twice", table + rows.joined()),
        Faulty("no final line end", String(table.dropLast())),
        Faulty("no header", rows.joined()),
        Faulty("a group of rows", header + "5.a klase;;;;\n" + table.dropFirst(header.count)),
        Faulty("mixed line ends", header + rows.map { $0.dropLast() + "\r\n" }.joined() + table),
        Faulty("zero bytes", table + "13;Il\0ze;Liepa;5.a;9\n"),
    ]

    @Test(arguments: faulty)
    func `a twin has the faults of its file`(table: Faulty) throws {
        let text = table.text
        let file = try TwinFile(text)
        let twin = try TwinFile(Array(try file.twin().utf8))
        try Findings.expectSame(file.path, twin.path)
        let bytes = Array(try file.twin().utf8)
        #expect(bytes.count == text.utf8.count)
        #expect(Self.structure(bytes) == Self.structure(Array(text.utf8)))
        #expect(Secrets.words(of: try file.twin()).isDisjoint(with: Self.names))
    }

    @Test(arguments: [
        TextEncoding.utf16LittleEndian, .utf16BigEndian, .windows1257, .iso8859Part13,
        .iso8859Part4, .cp775, .macCentralEuropean,
    ])
    func `a twin is in the encoding of its file`(encoding: TextEncoding) throws {
        let bytes = try #require(encoding.encoded(Self.table))
        let file = try TwinFile(bytes)
        let twin = try Twin(of: file.path, seed: 3)
        #expect(twin.bytes.count == bytes.count)
        #expect(twin.bytes != bytes)
        let twinFile = try TwinFile(twin.bytes)
        try Findings.expectSame(file.path, twinFile.path)
    }

    @Test func `bytes without meaning stay where they are`() throws {
        let bytes = try #require(TextEncoding.windows1257.encoded(Self.table))
        let lost = bytes.map { $0 == UInt8(ascii: "8") ? 0xA1 : $0 }
        let twin = try TwinFile.twin(of: lost, encoding: .windows1257)
        #expect(
            twin.indices.filter { twin[$0] == 0xA1 }
                == lost.indices.filter { lost[$0] == 0xA1 })
    }

    @Test func `broken UTF-8 stays broken in the same places`() throws {
        var bytes = Array(Self.table.utf8)
        bytes.insert(contentsOf: [0xC4, 0x41, 0xE2, 0x80], at: bytes.count - 4)
        let twin = try TwinFile.twin(of: bytes, encoding: .utf8)
        #expect(try Findings.firstBrokenByte(of: twin) == bytes.count - 8)
        #expect(try Findings.firstBrokenByte(of: bytes) == bytes.count - 8)
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func `halves of characters in UTF-16 stay`(encoding: TextEncoding) throws {
        let half: [UInt8] = encoding == .utf16LittleEndian ? [0x00, 0xDC] : [0xDC, 0x00]
        let bytes =
            try #require(encoding.encoded(Self.table)) + half
            + (try #require(encoding.encoded("𝄞x"))) + half + [0x41]
        let twin = try TwinFile.twin(of: bytes, encoding: encoding)
        #expect(twin.count == bytes.count)
        #expect(twin.suffix(3) == bytes.suffix(3))
    }

    @Test(arguments: [10, 57, 158, 300, 411, 700])
    func `a torn XML file has a torn twin`(end: Int) throws {
        let rows = (1...20).map {
            "<s n=\"\($0)\"><v>Jānis</v><u a='Liepa'>Ozols &amp; dēls</u></s>\n"
        }
        let text = "<?xml version='1.0'?>\n<e>\n" + rows.joined() + "</e>\n"
        let torn = Array(text.utf8.prefix(end))
        let twin = try TwinFile.twin(of: torn)
        #expect(Self.structure(twin) == Self.structure(torn))
        #expect(
            Secrets.words(of: String(decoding: twin, as: UTF8.self)).isDisjoint(
                with: ["jānis", "liepa", "ozols", "dēls"]))
    }

    private static let names = Set(
        [
            "jānis", "bērziņš", "žanete", "ķīkule", "ģirts", "šteins", "līga", "čakste", "ilze",
            "anna", "liepa", "ēriks", "ūdris", "ilzīte", "kļaviņa", "sagatavoja",
        ])

    /// The bytes with letters made `a` and `A`, digits `0`; all of a letter outside ASCII is `ā`.
    private static func structure(_ bytes: [UInt8]) -> String {
        String(
            String(decoding: bytes, as: UTF8.self).map { character in
                if character.isASCII, character.isNumber { return "0" }
                guard character.isLetter else { return character }
                return character.isUppercase
                    ? (character.isASCII ? "A" : "Ā") : character.isASCII ? "a" : "ā"
            })
    }
}

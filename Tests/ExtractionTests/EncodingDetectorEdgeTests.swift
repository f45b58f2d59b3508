import Foundation
import Testing

@testable import Extraction

struct UnicodeFindingTests {
    @Test func `plain ASCII is UTF-8 that every code page reads alike`() {
        let found = finding(in: Array("a;b\r\n1;2\r\n".utf8))
        #expect(
            found
                == EncodingFinding(
                    .utf8, because: .plainASCII, margin: 1,
                    sameText: TextEncoding.allCases.filter(\.isSingleByte)))
    }

    @Test func `no byte is no text`() {
        #expect(finding(in: []) == EncodingFinding(nil, because: .empty, margin: 0))
    }

    @Test func `one letter is enough for UTF-8`() {
        let found = finding(in: Array("Anna;Bērza\n".utf8))
        #expect(found.encoding == .utf8)
        #expect(found.reason == .wellFormedUTF8)
        #expect(found.margin > 0.9)
    }

    @Test func `a broken byte in UTF-8 is told with its place`() {
        let bytes = Array("Jānis;Bērziņš\nŽanete;Ķīkule\n".utf8) + [0xE2, 0x0A]
        let found = finding(in: bytes)
        #expect(found.encoding == .utf8)
        #expect(found.reason == .damagedUTF8)
        #expect(found.undefinedBytes == ByteOccurrences(first: bytes.count - 2, count: 1))
        #expect(found.margin < 0.9)
    }

    @Test func `a mark does not hide a broken byte`() {
        let found = finding(in: [0xEF, 0xBB, 0xBF, 0x61, 0xE2])
        #expect(found.encoding == .utf8)
        #expect(found.undefinedBytes == ByteOccurrences(first: 4, count: 1))
    }

    @Test func `characters that an earlier program lost are told`() {
        let found = finding(in: Array("J\u{FFFD}nis\nB\u{FFFD}rzi\u{FFFD}\n".utf8))
        #expect(found.encoding == .utf8)
        #expect(found.lostCharacters == ByteOccurrences(first: 1, count: 3))
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func `lost characters are told in UTF-16`(encoding: TextEncoding) throws {
        let bytes = try #require(encoding.encoded("J\u{FFFD}nis\n"))
        #expect(finding(in: bytes).lostCharacters == ByteOccurrences(first: 4, count: 1))
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func `a row of UTF-16 without a mark is enough`(encoding: TextEncoding) throws {
        let bytes = try #require(encoding.encoded("Ādams;5\n")).dropFirst(2)
        let found = finding(in: Array(bytes))
        #expect(found.encoding == encoding)
        #expect(found.reason == .zeroBytes)
        #expect(!found.hasByteOrderMark)
    }

    @Test(arguments: [true, false])
    func `half a character at the end of UTF-16 is told`(hasMark: Bool) throws {
        let whole = try #require(TextEncoding.utf16LittleEndian.encoded("Ādams;Bērzs\n"))
        let bytes = Array(hasMark ? whole.dropLast() : whole.dropFirst(2).dropLast())
        let found = finding(in: bytes)
        #expect(found.encoding == .utf16LittleEndian)
        #expect(found.undefinedBytes == ByteOccurrences(first: bytes.count - 1, count: 1))
    }

    @Test func `a surrogate without its partner is told`() {
        let bytes: [UInt8] = [
            0xFF, 0xFE, 0x61, 0, 0x34, 0xD8, 0x62, 0, 0x34, 0xD8, 0x1E, 0xDD, 0x1E, 0xDD, 0x34,
            0xD8,
        ]
        let found = finding(in: bytes)
        #expect(found.encoding == .utf16LittleEndian)
        #expect(found.undefinedBytes == ByteOccurrences(first: 4, count: 3))
    }

    @Test func `text of other scripts in UTF-16 is told by its delimiters`() throws {
        let text = String(repeating: "名前;年齢\r\n", count: 5)
        let bytes = try #require(TextEncoding.utf16BigEndian.encoded(text)).dropFirst(2)
        #expect(finding(in: Array(bytes)).encoding == .utf16BigEndian)
    }

    @Test func `zeros alone are no UTF-32`() {
        #expect(finding(in: [UInt8](repeating: 0, count: 64)).reason == .binary)
    }

    @Test(arguments: [("Ж", 0.5), ("№", 0.9), ("é", 0.9)])
    func `one character of another script is UTF-8`(text: String, margin: Double) {
        let found = finding(in: Array("id;text\n1;\(text)\n".utf8))
        #expect(found.encoding == .utf8)
        #expect(found.margin >= margin)
    }

    @Test func `two letters of a code page that happen to be UTF-8 are letters`() throws {
        let bytes = try #require(TextEncoding.cp775.encoded("vards;klase\r\ntiešī;5.a\r\n"))
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        #expect(finding(in: bytes).encoding == .cp775)
    }

    @Test(arguments: [TextEncoding.windows1252, .windows1257, .iso8859Part1])
    func `UTF-8 that was read in a code page and saved again is told`(page: TextEncoding) throws {
        // A byte without meaning becomes a control character of the same number.
        let garbled = PupilRows.text(3).utf8.map { byte in
            [byte].withUnsafeBufferPointer { try? TextDecoder(page).text(of: $0) }
                ?? String(Unicode.Scalar(byte))
        }.joined()
        #expect(garbled.contains("JÄ"))
        let found = finding(in: Array(garbled.utf8))
        #expect(found.encoding == .utf8)
        #expect(found.reason == .encodedTwice)
    }

    @Test(arguments: [
        "Ärger;Öl;Übung\nÄpfel;“Ärzte”\n", "Åsa;Ängelholm – Ås\n", "GARÇÃO;SÃO;Â–\nÃO;MÃE\n",
        "był – „koń”\nŁódź…\n",
    ])
    func `letters with signs beside them are no garbled text`(text: String) {
        #expect(finding(in: Array(text.utf8)).reason == .wellFormedUTF8)
    }

    @Test func `UTF-32 is refused`() {
        let bytes = "Jānis;1\n".unicodeScalars.flatMap { scalar in
            [UInt8(scalar.value & 0xFF), UInt8(scalar.value >> 8), 0, 0]
        }
        #expect(finding(in: bytes) == EncodingFinding(nil, because: .utf32, margin: 0))
        #expect(finding(in: [0xFF, 0xFE, 0, 0] + bytes).reason == .utf32)
    }
}

struct ForeignEncodingTests {
    @Test(
        arguments: [
            ("Straße;Größe\nMünchen;Köln\nMüller;Jäger\n", .windows1252),
            ("prénom;élève\nFrançois;forêt\nHélène;île où\n", .windows1252),
            ("año;dirección\nMuñoz;Málaga\nGarcía;Núñez\n", .windows1252),
            ("São;João\nCoração;ações\nGonçalves;Conceição\n", .windows1252),
            ("gård;år\nSöderberg;Malmö\nÅsa;Västerås\n", .windows1252),
            ("It’s;5 £\ncosts – 7\n", .windows1252),
            ("imię;nazwisko\nŁukasz;Wiśniewski\nMałgorzata;Dąbrowska\n", .windows1250),
            ("jméno;příjmení\nJiří;Dvořák\nTomáš;Růžička\n", .windows1250),
            ("имя;фамилия\nИван;Петров\n", .windows1251),
            ("имя;фамилия\nИван;Петров\n", .koi8R),
            ("vardas;pavardė\nŠarūnas;Žukauskas\nEglė;Jankauskaitė\n", .windows1257),
            ("όνομα;επώνυμο\nΓιώργος;Παπαδόπουλος\n", .windows1253),
            ("öğrenci;öğretmen\nŞükrü;Yılmaz\nAyşe;Çetin\n", .windows1254),
        ] as [(String, TextEncoding)])
    func `other languages are told`(text: String, encoding: TextEncoding) throws {
        #expect(finding(in: try #require(encoding.encoded(text))).encoding == encoding)
    }

    @Test(
        arguments: [
            // 名前,年齢 and 山田,30 and 佐藤,28 in Shift-JIS.
            [
                0x96, 0xBC, 0x91, 0x4F, 0x2C, 0x94, 0x4E, 0x97, 0xEE, 0x0A, 0x8E, 0x52, 0x93, 0x63,
                0x2C,
                0x33, 0x30, 0x0A, 0x8D, 0xB2, 0x93, 0xA1, 0x2C, 0x32, 0x38, 0x0A,
            ],
            // 姓名,年龄 and 学校 in GBK.
            [
                0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xC4, 0xEA, 0xC1, 0xE4, 0x0A, 0xD1, 0xA7, 0xD0, 0xA3,
                0x2C,
                0xB1, 0xB1, 0xBE, 0xA9, 0x0A,
            ],
        ] as [[UInt8]])
    func `a few characters of two bytes are a guess at most`(bytes: [UInt8]) {
        let found = finding(in: bytes)
        #expect(found.margin < 0.2)
    }

    @Test func `a program is no text`() {
        var random: UInt64 = 1
        let bytes = (0..<5000).map { _ in
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(random >> 56)
        }
        #expect(finding(in: bytes) == EncodingFinding(nil, because: .binary, margin: 0))
    }

    @Test func `letters alone in their cells tell nothing`() {
        let bytes: [UInt8] = (0xA1...0xFF).flatMap { [UInt8($0), 0x0A] }
        #expect(finding(in: bytes).encoding == nil)
    }

    @Test func `a byte without meaning is told with its place`() throws {
        let bytes = try #require(TextEncoding.windows1257.encoded(PupilRows.text(20)))
        let found = finding(in: bytes + [0x81, 0x0A, 0x8A, 0x81, 0x0A])
        #expect(found.encoding == .windows1257)
        #expect(found.undefinedBytes == ByteOccurrences(first: bytes.count, count: 3))
    }
}

@Suite(.enabled(if: Corpora.arePresent, "the folder ../shared/corpora is not there"))
struct EncodingCorpusTests {
    @Test(
        arguments: [
            ("latin1", .windows1252), ("utf16", .utf16LittleEndian),
            ("all_utf16", .utf16LittleEndian), ("only_utf16", .utf16LittleEndian),
            ("shift_jis", nil), ("all_latin1", nil),
        ] as [(String, TextEncoding?)])
    func `the encoding of a file that others wrote is told or refused`(
        name: String, encoding: TextEncoding?
    ) throws {
        let path = Corpora.folder.appending(path: "duckdb-csv/encodings/\(name).csv")
            .path(percentEncoded: false)
        #expect(try FileSurvey(path: FilePath(path)).finding.encoding == encoding)
    }

    @Test func `one letter over and over is a guess at most`() throws {
        let path = Corpora.folder.appending(path: "duckdb-csv/encodings/only_latin1.csv")
            .path(percentEncoded: false)
        #expect(try FileSurvey(path: FilePath(path)).finding.margin < 0.1)
    }
}

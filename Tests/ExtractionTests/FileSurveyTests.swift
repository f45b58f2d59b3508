import Diagnostics
import Testing

@testable import Extraction

struct FileSurveyTests {
    private static let latvian = Array("ābele\n".utf8)

    @Test func `bytes are counted and observed in their order`() throws {
        let file = try TemporaryFile("ābc")
        var seen: [UInt8] = []
        let survey = try FileSurvey(path: FilePath(file.path)) { seen += Array($0) }
        #expect(survey.count == 4)
        #expect(seen == Array("ābc".utf8))
    }

    @Test func `plain ASCII fits UTF-8 and both code pages`() throws {
        for encoding in [.utf8] + latvianCodePages {
            #expect(try contradiction(Array("abc".utf8), encoding) == nil)
        }
    }

    @Test(
        arguments: [
            ([0x61, 0xE2, 0x62], 1), ([0x80], 0), ([0x61, 0xC4], 1), ([0xC0, 0x80], 0),
            ([0x61, 0xED, 0xA0, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xE0, 0x9F, 0x80], 0),
            (Array("aaaaaaaaaaaaaaaaā".utf8) + [0xFF], 18), ([0xC4, 0x61, 0xFF], 0),
        ] as [([UInt8], Int)])
    func `the first byte outside UTF-8 is told`(bytes: [UInt8], offset: Int) throws {
        #expect(try contradiction(bytes, .utf8) == .byteOutsideUTF8(at: offset))
    }

    @Test(arguments: ["ā", "€", "𝄞", "\u{D7FF}\u{E000}\u{10FFFF}", "aaaaaaaaaaāaaaaaaaaaaa"])
    func `UTF-8 contradicts no UTF-8`(text: String) throws {
        #expect(try contradiction(Array(text.utf8), .utf8) == nil)
    }

    @Test func `a character across a border of blocks is whole`() throws {
        let bytes = [UInt8](repeating: 0x61, count: (1 << 20) - 1) + Array("ā".utf8)
        #expect(try contradiction(bytes, .utf8) == nil)
    }

    @Test func `the offset counts the blocks before`() throws {
        let bytes = [UInt8](repeating: 0x61, count: (1 << 20) + 5) + [0xFF]
        #expect(try contradiction(bytes, .utf8) == .byteOutsideUTF8(at: (1 << 20) + 5))
    }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian),
            ([0xFE, 0xFF], .utf16BigEndian),
        ] as [([UInt8], ByteOrderMark)])
    func `a mark is recognised`(bytes: [UInt8], mark: ByteOrderMark) throws {
        let file = try TemporaryFile(bytes + [0x61, 0x00])
        #expect(try FileSurvey(path: FilePath(file.path)).byteOrderMark == mark)
    }

    @Test func `a mark of UTF-16 contradicts UTF-8`() throws {
        #expect(
            try contradiction([0xFF, 0xFE, 0x61, 0], .utf8)
                == .otherByteOrderMark(.utf16LittleEndian))
    }

    @Test func `a mark of the other end contradicts UTF-16`() throws {
        #expect(
            try contradiction([0xFE, 0xFF, 0, 0x61], .utf16LittleEndian)
                == .otherByteOrderMark(.utf16BigEndian))
    }

    @Test func `UTF-16 with its own mark contradicts nothing`() throws {
        #expect(try contradiction([0xFE, 0xFF, 0, 0x61], .utf16BigEndian) == nil)
    }

    @Test func `UTF-16 without a mark has an even number of bytes`() throws {
        #expect(try contradiction([0x61, 0x00, 0x62], .utf16LittleEndian) == .oddLength)
    }

    @Test func `UTF-16 without a mark has zero bytes`() throws {
        #expect(try contradiction(Array("abcd".utf8), .utf16LittleEndian) == .notUTF16)
    }

    @Test(arguments: [[0x61, 0x00], Array("aaaaaaaaaaa\0aaaa".utf8), [0xC4, 0x00]] as [[UInt8]])
    func `a zero byte is seen wherever it stands`(bytes: [UInt8]) throws {
        let file = try TemporaryFile(bytes)
        #expect(try FileSurvey(path: FilePath(file.path)).hasZeroBytes)
    }

    @Test(arguments: latvianCodePages)
    func `UTF-8 with Latvian letters contradicts a code page`(encoding: TextEncoding) throws {
        #expect(try contradiction(Self.latvian, encoding) == .isUTF8)
    }

    @Test(arguments: latvianCodePages)
    func `a mark contradicts a code page`(encoding: TextEncoding) throws {
        #expect(
            try contradiction([0xEF, 0xBB, 0xBF, 0x61], encoding) == .otherByteOrderMark(.utf8))
    }

    @Test(arguments: latvianCodePages)
    func `letters of a code page contradict nothing`(encoding: TextEncoding) throws {
        let bytes = try #require(encoding.encoded("ābele"))
        #expect(try contradiction(bytes, encoding) == nil)
    }

    @Test func `letters of another code page contradict the pinned one`() throws {
        let bytes = try #require(TextEncoding.cp775.encoded(PupilRows.text(3)))
        #expect(
            try contradiction(bytes, .windows1257)
                == .looksLike(.cp775, .letters(MessageText(lv: "latviešu", en: "Latvian"))))
    }

    @Test func `letters that were garbled before contradict UTF-8`() throws {
        #expect(try contradiction(Array("JÄ\u{81}nis;BÄ“rziÅ†Å¡\n".utf8), .utf8) == .encodedTwice)
    }

    @Test func `quotation marks of another code page contradict nothing`() throws {
        let text = PupilRows.text(20) + "„Draugs”;Ozols;5.a;Sports;7\r\n"
        let bytes = try #require(TextEncoding.iso8859Part13.encoded(text))
        #expect(try contradiction(bytes, .windows1257) == nil)
    }

    @Test(arguments: latvianCodePages + [.utf8])
    func `UTF-16 without a mark contradicts every other encoding`(encoding: TextEncoding) throws {
        let bytes = try #require(TextEncoding.utf16LittleEndian.encoded("vards;klase\nAnna;5\n"))
        #expect(
            try contradiction(Array(bytes.dropFirst(2)), encoding)
                == .looksLike(.utf16LittleEndian, .zeroBytes))
    }

    @Test func `bytes without meaning are counted`() throws {
        let file = try TemporaryFile([0x61, 0xA1, 0xE2, 0x62, 0x81, 0xA1])
        let survey = try FileSurvey(path: FilePath(file.path))
        #expect(survey.undefinedBytes(in: .windows1257) == ByteOccurrences(first: 1, count: 3))
        #expect(survey.undefinedBytes(in: .cp775) == nil)
        #expect(survey.undefinedBytes(in: .utf8) == ByteOccurrences(first: 1, count: 4))
    }

    private func contradiction(
        _ bytes: [UInt8], _ encoding: TextEncoding
    ) throws -> EncodingContradiction? {
        let file = try TemporaryFile(bytes)
        return try FileSurvey(path: FilePath(file.path)).contradiction(to: encoding)
    }
}

struct DelimitedInspectorTests {
    @Test(.timeLimit(.minutes(1)))
    func `bytes without meaning do not keep a file from being inspected`() throws {
        // 0xA1 and 0xA5 mean nothing in Windows-1257.
        let rows = (1...20_000).map { "\($0);5.a;B\u{201A}rzi\u{201A}\n" }.joined()
        let text = "Numurs;Klase;V\u{201A}rds\n" + rows
        let bytes = try #require(TextEncoding.windows1257.encoded(text))
        let file = try TemporaryFile(bytes.map { $0 == 0x82 ? 0xA1 : $0 })
        let inspection = try DelimitedInspector.inspect(
            path: FilePath(file.path), encoding: .windows1257)
        #expect(inspection.tables.map(\.recordCount) == [20_000])
        #expect(inspection.tables.map(\.headerRows) == [1])
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func `half a pair of surrogates costs one character`(encoding: TextEncoding) throws {
        let text = "Numurs;Klase\n1;5.a\n2;\u{201A}\n3;6.b\n"
        let bytes = try #require(encoding.encoded(text))
        let mark: [UInt8] = encoding == .utf16LittleEndian ? [0x1A, 0x20] : [0x20, 0x1A]
        let half: [UInt8] = encoding == .utf16LittleEndian ? [0x00, 0xDC] : [0xDC, 0x00]
        let place = try #require(
            stride(from: 0, to: bytes.count, by: 2).first { Array(bytes[$0..<($0 + 2)]) == mark })
        let file = try TemporaryFile(bytes[..<place] + half + bytes[(place + 2)...])
        let inspection = try DelimitedInspector.inspect(
            path: FilePath(file.path), encoding: encoding)
        #expect(inspection.tables.map(\.recordCount) == [3])
        #expect(inspection.tables.first?.columns.map(\.name) == ["Numurs", "Klase"])
    }
}

import CZlib
import Foundation
import Testing

@testable import Extraction

/// Returns bytes as one member of a gzip file.
func gzipped(_ bytes: some Sequence<UInt8>) throws -> [UInt8] {
    let file = try TemporaryFile([])
    let target = try #require(gzopen(file.path, "wb9"))
    let text = Array(bytes)
    if !text.isEmpty {
        try #require(gzwrite(target, text, UInt32(text.count)) == Int32(text.count))
    }
    try #require(gzclose(target) == Z_OK)
    return Array(try Data(contentsOf: URL(filePath: file.path)))
}

struct GzipTests {
    private static let text = "vārds;klase\r\nJānis;\"5;a\"\r\nŽanete;7.b\r\n"

    @Test func `a survey counts the bytes as sent and looks at the unpacked ones`() throws {
        let packed = try gzipped(Self.text.utf8)
        let file = try TemporaryFile(packed)
        var seen: [UInt8] = []
        let survey = try FileSurvey(path: FilePath(file.path)) { seen += Array($0) }
        #expect(seen == packed)
        #expect(survey.count == packed.count)
        #expect(survey.textCount == Self.text.utf8.count)
        #expect(survey.isGzip)
        #expect(survey.finding.encoding == .utf8)
        #expect(survey.finding == finding(in: Array(Self.text.utf8)))
    }

    @Test(arguments: [TextEncoding.utf8, .windows1257, .utf16LittleEndian])
    func `rows of a gzip file are those of the plain one`(encoding: TextEncoding) throws {
        let bytes = try #require(encoding.encoded(Self.text))
        let plain = try TemporaryFile(bytes)
        let packed = try TemporaryFile(try gzipped(bytes))
        let options = DelimitedOptions(delimiter: 0x3B)
        let expected = try readDelimited(plain.path, encoding: encoding, options: options)
        for size in blockSizes {
            let read = try readDelimited(
                packed.path, encoding: encoding, options: options, blockSize: size)
            #expect(read == expected, "blocks of \(size)")
        }
    }

    @Test func `elements of a gzip file are those of the plain one`() throws {
        let text = "<e>\n<s n='ā'>x</s>\n<s>y</s></e>"
        let plain = try TemporaryFile(text)
        let packed = try TemporaryFile(try gzipped(text.utf8))
        let tables = [try table("e/s", ["@n", "."])]
        let expected = try readXML(plain.path, tables: tables)
        for size in blockSizes {
            #expect(
                try readXML(packed.path, tables: tables, blockSize: size) == expected,
                "blocks of \(size)")
        }
        #expect(try XMLRoot(path: FilePath(packed.path)) == XMLRoot(path: FilePath(plain.path)))
    }

    @Test func `members that follow one another are one text`() throws {
        let bytes = Array(Self.text.utf8)
        var packed = try gzipped(bytes[..<10])
        packed += try gzipped([])
        packed += try gzipped(bytes[10...])
        #expect(try survey(packed).textCount == bytes.count)
        #expect(try survey(packed).finding == finding(in: bytes))
    }

    @Test func `zeros that fill up the last block are no damage`() throws {
        let packed = try gzipped(Self.text.utf8) + [UInt8](repeating: 0, count: 500)
        #expect(try survey(packed).textCount == Self.text.utf8.count)
    }

    @Test func `a text of many blocks is unpacked whole`() throws {
        let rows = (0..<200_000).map { "\($0);Jānis;\($0 * 7919 % 10007)\n" }.joined()
        let found = try survey(try gzipped(rows.utf8))
        #expect(found.textCount == rows.utf8.count)
        #expect(found.finding.reason == .wellFormedUTF8)
    }

    @Test func `an empty text has no byte`() throws {
        #expect(try survey(try gzipped([])).textCount == 0)
    }

    @Test func `a file torn anywhere is refused`() throws {
        let packed = try gzipped(Self.text.utf8)
        for count in 2..<packed.count {
            let found = refusal { _ = try survey(Array(packed[..<count])) }
            #expect(found?.rule == ExtractionRules.tornGzip, "torn at \(count)")
            #expect(found?.byte == count)
        }
    }

    @Test func `a torn file says how much could be unpacked`() throws {
        let packed = try gzipped(Self.text.utf8)
        #expect(
            refusal { _ = try survey(Array(packed.dropLast())) }
                == FileRefusal(
                    ExtractionRules.tornGzip, byte: packed.count - 1,
                    details: ["unpacked": "\(Self.text.utf8.count)"]))
    }

    @Test func `no damaged byte changes the text`() throws {
        let packed = try gzipped(Self.text.utf8)
        let whole = try survey(packed).finding
        for index in packed.indices.dropFirst(2) {
            var damaged = packed
            damaged[index] ^= 0x10
            do {
                let found = try survey(damaged)
                // The header's time, system and level do not matter.
                #expect((4..<10).contains(index), "byte \(index)")
                #expect(found.finding == whole)
                #expect(found.textCount == Self.text.utf8.count)
            } catch {
                #expect(error is FileRefusal)
            }
        }
    }

    @Test func `other bytes behind the text are damage`() throws {
        let packed = try gzipped(Self.text.utf8)
        let found = refusal { _ = try survey(packed + [0x61]) }
        #expect(found?.rule == ExtractionRules.damagedGzip)
        #expect(found?.byte == packed.count)
    }

    @Test func `more than the largest number of bytes refuses the file`() throws {
        let packed = try gzipped(Self.text.utf8)
        let count = Self.text.utf8.count
        #expect(try survey(packed, limits: .init(bytes: count)).textCount == count)
        let found = refusal { _ = try survey(packed, limits: .init(bytes: count - 1)) }
        #expect(found?.rule == ExtractionRules.unpackedTooLarge)
        #expect(found?.details["limit.en"] == "more than \(count - 1) bytes")
    }

    @Test func `zeros that unpack without end refuse the file`() throws {
        let packed = try gzipped([UInt8](repeating: 0x61, count: 1 << 20))
        let found = refusal { _ = try survey(packed, limits: .init(ratioFrom: 1 << 18)) }
        #expect(found?.rule == ExtractionRules.unpackedTooLarge)
        #expect(found?.details["limit.en"] == "more than 200 bytes from each byte sent")
    }

    @Test func `a small file may unpack to many times its size`() throws {
        let packed = try gzipped([UInt8](repeating: 0x61, count: 1 << 20))
        #expect(try survey(packed).textCount == 1 << 20)
    }

    private func survey(
        _ bytes: [UInt8], limits: UnpackingLimits = .init()
    ) throws -> FileSurvey {
        let file = try TemporaryFile(bytes)
        return try FileSurvey(path: FilePath(file.path), limits: limits)
    }
}

import Testing

@testable import Extraction

struct ShapeDecoderTests {
    @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1257, .cp775])
    func `a text is what it was in whatever encoding and blocks`(encoding: TextEncoding) throws {
        let text = "klase;vārds\n5.a;Žanete\n"
        let bytes = try #require(encoding.encoded(text))
        for size in [1, 3, 100] {
            var decoder = ShapeDecoder(encoding)
            var decoded: [UInt8] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                decoder.append(Array(rest.prefix(size)), to: &decoded)
                rest = rest.dropFirst(size)
            }
            let found = String(decoding: decoded, as: UTF8.self).replacing("\u{FEFF}", with: "")
            #expect(found == text)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a file of bytes without meaning takes one pass`() throws {
        let file = try TemporaryFile(
            Array("a;b\n1;".utf8) + [UInt8](repeating: 0xA1, count: 500_000) + [0x0A])
        let found = try DelimitedInspector.inspect(
            path: FilePath(file.path), encoding: .windows1257)
        #expect(found.isComplete)
    }
}

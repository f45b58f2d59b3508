import Extraction
import Testing

@Suite struct `Stretches of a file` {
    private static let text = Array("abcdefghijklmnopqrstuvwxyz".utf8)

    @Test(arguments: [1, 3, 7, 100])
    func `stretches that overlap and cross blocks come whole`(blockSize: Int) throws {
        let file = try TemporaryFile(Self.text)
        let found = try SentBytes.read(
            [5..<12, 0..<3, 6..<8, 20..<26], of: FilePath(file.path), blockSize: blockSize)
        #expect(
            found.map { String(decoding: $0, as: UTF8.self) }
                == ["fghijkl", "abc", "gh", "uvwxyz"])
    }

    @Test func `what lies behind the end is left out`() throws {
        let file = try TemporaryFile(Self.text)
        #expect(
            try SentBytes.read([24..<30, 40..<50], of: FilePath(file.path)).map {
                String(decoding: $0, as: UTF8.self)
            } == ["yz", ""])
    }

    @Test func `no stretch asks for nothing`() throws {
        let file = try TemporaryFile(Self.text)
        #expect(try SentBytes.read([], of: FilePath(file.path)).isEmpty)
    }
}

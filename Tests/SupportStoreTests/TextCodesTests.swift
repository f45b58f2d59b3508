import Testing

@testable import SupportStore

@Suite struct `Numbers for texts` {
    @Test func `are dense, in the order of their coming, and the same for the same text`() {
        var codes = TextCodes()
        let texts = (0..<5000).map { "teksts \($0 * 7919 % 1000)" }
        var expected: [String] = []
        for text in texts {
            let number = Array(text.utf8).withUnsafeBytes { codes.number(of: $0) }
            if !expected.contains(text) { expected.append(text) }
            #expect(expected[number] == text)
        }
        #expect(codes.codes == expected)
        #expect(expected.count == 1000)
    }

    @Test func `tell the empty text from none`() {
        var codes = TextCodes()
        #expect(UnsafeRawBufferPointer(start: nil, count: 0).isEmpty)
        #expect(codes.number(of: UnsafeRawBufferPointer(start: nil, count: 0)) == 0)
        #expect([UInt8(1)].withUnsafeBytes { codes.number(of: $0) } == 1)
        #expect(codes.codes.count == 2)
    }
}

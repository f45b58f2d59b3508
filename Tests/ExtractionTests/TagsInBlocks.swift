import Testing

@testable import Extraction

extension XMLTagScanner {
    /// Scans a text in whole, and expects the same in blocks of each size.
    static func excess(
        of text: String, _ limits: XMLLimits, inBlocksOf sizes: [Int],
        at place: Testing.SourceLocation
    ) -> Excess? {
        let bytes = Array(text.utf8)
        var whole = XMLTagScanner(limits: limits)
        let expected = whole.scan(bytes)
        for size in sizes {
            var scanner = XMLTagScanner(limits: limits)
            var found: Excess?
            var start = 0
            while start < bytes.count, found == nil {
                found = scanner.scan(Array(bytes[start..<min(start + size, bytes.count)]))
                start += size
            }
            #expect(found == expected, "blocks of \(size)", sourceLocation: place)
        }
        return expected
    }
}

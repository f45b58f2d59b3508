import Diagnostics
import Diagnostics
import Testing

@testable import Extraction

@Suite struct WholeFileComparisonTests {
    /// The first three mebibytes fit the comma better, the nine that follow only the semicolon.
    private static let text =
        String(repeating: "x1,y2,z3;w4\n", count: 260_000)
        + String(repeating: "x1;w4\n", count: 1_600_000)

    @Test func `the whole of a long file decides between two dialects, not its start`() throws {
        let start = Array(Self.text.utf8.prefix(1 << 20))
        #expect(DialectDetector.detect(start).options.delimiter == UInt8(ascii: ","))
        let file = try TemporaryFile(Array(Self.text.utf8))
        let found = try DelimitedInspector.inspect(path: FilePath(file.path), encoding: .utf8)
        #expect(found.dialect.options.delimiter == UInt8(ascii: ";"))
        #expect(found.dialect.runnerUp?.delimiter == UInt8(ascii: ","))
    }

    @Test(arguments: 1...40)
    func `how regular rows are does not depend on the pieces in which a text comes`(size: Int) {
        let text = Array("a,b\n\n\"c\nd\",e\r\nf\ng,\"h\n i,j\nk,l\nm,n\n".utf8)
        func regularity(in pieces: Int) -> Double {
            var rows = RowRegularity(DelimitedOptions(delimiter: UInt8(ascii: ",")))
            var start = 0
            for end in stride(from: pieces, through: text.count + pieces, by: pieces) {
                let isFinal = end >= text.count
                start = text[..<min(end, text.count)].withUnsafeBufferPointer {
                    rows.count($0, from: start, isFinal: isFinal)
                }
            }
            return rows.finish()
        }
        #expect(regularity(in: size) == regularity(in: text.count))
    }
}

import Testing

@testable import Extraction

/// Files with a quote too many in every line, each of which would scan all that follow.
struct DelimitedCostTests {
    static let lines = ["a;\"b\"c;\"d\n", "'\"'\";\"'\n", "a;\"b\n", "\";\"\n", "\"a\"b\"\n"]

    @Test(.timeLimit(.minutes(1)), arguments: lines)
    func `quotes in every line cost no more than a look at each`(line: String) throws {
        let count = (1 << 18) / line.utf8.count
        let file = try TemporaryFile("x;y\n" + String(repeating: line, count: count))
        for strayQuotes in StrayQuotePolicy.allCases {
            let options = DelimitedOptions(delimiter: 0x3B, strayQuotes: strayQuotes)
            var reader = try DelimitedReader(
                path: FilePath(file.path), encoding: .utf8, options: options)
            var last = 0
            while let batch = try reader.nextBatch() {
                last = max(last, batch.records.last?.line ?? 0)
            }
            #expect(last > 1)
        }
        _ = try DelimitedInspector.inspect(path: FilePath(file.path), encoding: .utf8)
    }
}

import Foundation
import SampleData
import Testing

@Suite struct CommittedSamplesTests {
    private static let samples = SampleData().files
    private var made: [String: [UInt8]] { Self.samples }

    @Test func `making the samples again gives the committed bytes`() throws {
        for (path, bytes) in made {
            let committed = try Data(contentsOf: Repository.samples.appending(path: path))
            #expect(Array(committed) == bytes, "\(path) differs")
        }
    }

    @Test func `no other file is committed`() throws {
        #expect(try Repository.committedPaths() == Set(made.keys))
    }

    @Test func `making the samples twice gives the same bytes`() {
        #expect(SampleData().files == made)
    }

    @Test func `all samples together stay below 600 KB`() {
        #expect(made.values.reduce(0) { $0 + $1.count } < 600_000)
    }

    @Test func `one personal code has a right check digit, and it is a listed fault`() throws {
        var right: [String: Set<String>] = [:]
        for (path, bytes) in made where !path.hasSuffix(".md") && path != ".faults.csv" {
            for code in Self.personalCodes(in: bytes) where Self.hasRightCheckDigit(code) {
                right[code, default: []].insert(path)
            }
        }
        #expect(right == ["16117519997": ["jaundubulti/2018-2019-2/konsultacijas.csv"]])
    }

    @Test func `the samples hold personal codes of both types`() {
        let codes = made.values.flatMap { Self.personalCodes(in: $0) }
        #expect(codes.contains { $0.hasPrefix("32") })
        #expect(Set(codes).count > 150)
    }

    @Test func `every text of the journal's tables is in Windows-1257`() {
        for (path, bytes) in made where path.hasPrefix("jaundubulti") {
            #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(path)")
            #expect(String(validating: bytes, as: UTF8.self) == nil, "\(path) could be UTF-8")
        }
    }

    @Test func `every sheet begins with a byte order mark and is UTF-8`() {
        for (path, bytes) in made where path.hasPrefix("vaivari") && path.hasSuffix(".csv") {
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(path)")
            #expect(String(validating: bytes, as: UTF8.self) != nil, "\(path)")
        }
    }

    @Test func `every table ends its rows with CRLF`() {
        for (path, bytes) in made where path.hasSuffix(".csv") && path != ".faults.csv" {
            #expect(bytes.suffix(2) == [0x0D, 0x0A], "\(path)")
        }
    }

    /// Runs of eleven digits, with or without a hyphen behind the sixth.
    private static func personalCodes(in bytes: [UInt8]) -> [String] {
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        return bytes.split { !isDigit($0) && $0 != 0x2D }.compactMap { run in
            let parts = run.split(separator: 0x2D, omittingEmptySubsequences: false)
            let isCode =
                parts.count == 1 && run.count == 11
                || parts.count == 2 && parts[0].count == 6 && parts[1].count == 5
            return isCode ? String(decoding: run.filter(isDigit), as: UTF8.self) : nil
        }
    }

    private static func hasRightCheckDigit(_ code: String) -> Bool {
        let digits = code.utf8.map { Int($0) - 0x30 }
        let sum = zip([1, 6, 3, 7, 9, 10, 5, 8, 4, 2], digits).reduce(0) { $0 + $1.0 * $1.1 }
        return ((1 - sum) % 11 + 11) % 11 == digits[10]
    }
}

import Foundation
import Testing

@testable import Extraction

/// The XML exports among the samples, cut off anywhere.
struct TornFileTests {
    private static let samples = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "sample-data/sloka")

    private static func tables() throws -> [XMLTable] {
        let names = ["p": "urn:pumpurs:sloka:1"]
        return try [
            table("p:atbalsts/p:skolens", ["@pk"], namespaces: names),
            table("p:atbalsts/p:skolens/p:plans", ["@nr", "../@pk"], namespaces: names),
            table("p:atbalsts/p:skolens/p:plans/p:nodarbiba", ["@datums", "."], namespaces: names),
            table("p:atbalsts/p:skolens/p:vertejums", ["@prieksmets", "."], namespaces: names),
            table("p:atbalsts/p:skolens/p:kavejumi", ["@kopa", "."], namespaces: names),
        ]
    }

    @Test(arguments: ["2018-2019-1", "2018-2019-2", "2019-2020-1"], 0..<50)
    func `a torn export keeps its whole records and names the place of the tear`(
        semester: String, cut: Int
    ) throws {
        let path = Self.samples.appending(path: "\(semester)/atbalsts.xml")
        let bytes = Array(try Data(contentsOf: path))
        var random = PropertySeed.generator(for: 7000 + cut)
        // Behind the end of the root element there is nothing to tear.
        let root = try #require(bytes.lastIndex(of: UInt8(ascii: "<")))
        let place = Int.random(in: 4...root, using: &random)
        let tables = try Self.tables()
        let whole = try readXML(
            path.path(percentEncoded: false), tables: tables,
            blockSize: random.one(of: [7, 61, 4096, 1 << 19]))
        let file = try TemporaryFile(bytes[..<place])
        let torn = try readXML(
            file.path, tables: tables, blockSize: random.one(of: [1, 13, 64, 1 << 19]))
        for table in tables.indices {
            let expected = whole.filter { $0.table == table && $0.byte + $0.length <= place }
            #expect(
                torn.filter { $0.table == table && $0.fault == nil } == expected,
                "cut at byte \(place)")
        }
        let tears = torn.filter { $0.fault != nil }
        #expect(tears.map(\.fault?.code) == ["XML-001"], "cut at byte \(place)")
        let tear = try #require(tears.first)
        // What stands behind the last whole tag is lost, and no more.
        let behindTag = bytes[..<place].lastIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? 0
        #expect((behindTag...place).contains(tear.byte), "cut at byte \(place)")
        let line = bytes[..<tear.byte].count(where: { $0 == 0x0A }) + 1
        #expect(tear.line == line, "cut at byte \(place)")
    }
}

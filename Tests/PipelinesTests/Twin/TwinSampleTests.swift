import Diagnostics
import Extraction
import Foundation
import Normalization
import Testing

@testable import Pipelines

/// The twins of all sample data.
struct TwinSampleTests {
    @Test func `there are samples of all kinds`() {
        #expect(Samples.files.count == 34)
    }

    @Test func `no personal code and no name of the samples is in any twin`() throws {
        let definitions = try Samples.definitions()
        var secrets = Secrets()
        for name in Samples.files { try secrets.collect(from: Samples.path(name)) }
        #expect(secrets.codes.count > 100)
        #expect(secrets.names.count > 100)
        for (number, name) in Samples.files.enumerated() {
            for known in [definitions, nil] {
                let twin = try Twin(
                    of: Samples.path(name), definitions: known, seed: UInt64(number))
                let text = Secrets.text(of: twin.bytes)
                // The failure names the file only: what leaked must not stand in a test's text.
                #expect(secrets.names.isDisjoint(with: Secrets.words(of: text)), "\(name)")
                #expect(secrets.codes.isDisjoint(with: Secrets.codes(of: text)), "\(name)")
            }
        }
    }

    @Test(arguments: Samples.files.filter { $0.hasSuffix(".csv") })
    func `what is found of a table and of its twin is the same`(name: String) throws {
        let twin = try Twin(of: Samples.path(name), seed: 7)
        let file = try TwinFile(twin.bytes)
        try Findings.expectSame(Samples.path(name), file.path)
    }

    @Test func `the twin of a table is read as its definition says, with the same faults`() throws {
        let sources = try Samples.definitions().sources
        var count = 0
        for name in Samples.files where name.hasSuffix(".csv") {
            let file = try TwinFile(try Twin(of: Samples.path(name), seed: 7).bytes)
            for definition in sources.flatMap(\.files) {
                guard case .delimited(let options) = definition.format,
                    let places = try? Places.delimited(
                        Samples.path(name), definition.encoding, options)
                else { continue }
                count += 1
                #expect(
                    try Places.delimited(file.path, definition.encoding, options) == places)
            }
        }
        #expect(count >= 30)
    }

    @Test(arguments: Samples.files.filter { $0.hasSuffix(".xml") })
    func `the twin of an XML file has the same records in the same places`(name: String) throws {
        let isSloka = name.hasPrefix("sloka")
        let encoding: TextEncoding = isSloka ? .utf8 : .windows1257
        let tables = try isSloka ? Self.slokaTables() : Self.staffTables()
        let places = try Places.xml(Samples.path(name), encoding, tables)
        let file = try TwinFile(try Twin(of: Samples.path(name), seed: 7).bytes)
        #expect(places.count >= 10)
        #expect(try Places.xml(file.path, encoding, tables) == places)
    }

    @Test func `the twin of a workbook is the one of its CSV`() throws {
        let folder = Samples.repository.appending(path: "Tests/ExtractionTests/Fixtures")
        let path = folder.appending(path: "vaivari-konsultacijas.xlsx").path(percentEncoded: false)
        let file = try TwinFile(try Twin(of: path, seed: 7).bytes)
        let inspection = try DelimitedInspector.inspect(path: FilePath(file.path), encoding: .utf8)
        #expect(inspection.tables.map(\.headerRows) == [2])
        var secrets = Secrets()
        for name in Samples.files { try secrets.collect(from: Samples.path(name)) }
        let text = Secrets.text(of: Array(try Data(contentsOf: URL(filePath: file.path))))
        #expect(secrets.codes.isDisjoint(with: Secrets.codes(of: text)))
    }

    private static func slokaTables() throws -> [XMLTable] {
        let names = ["p": "urn:pumpurs:sloka:1"]
        return [
            try table("p:atbalsts/p:skolens", ["@pk", "@klase", "p:vards", "p:uzvards"], names),
            try table("p:atbalsts/p:skolens/p:vertejums", ["../@pk", "@prieksmets", "."], names),
            try table(
                "p:atbalsts/p:skolens/p:plans/p:nodarbiba", ["../@numurs", "@datums", "@minutes"],
                names),
        ]
    }

    private static func staffTables() throws -> [XMLTable] {
        [try table("personals/darbinieks", ["@numurs", "@pk", "vards", "uzvards"], [:])]
    }

    private static func table(
        _ path: String, _ columns: [String], _ names: [String: String]
    ) throws -> XMLTable {
        XMLTable(
            path: try path.split(separator: "/").map {
                try #require(XMLName($0, namespaces: names))
            },
            columns: try columns.map { try #require(XMLFieldPath($0, namespaces: names)) })
    }
}

/// What must not leave the school.
struct Secrets {
    private(set) var codes: Set<String> = []
    /// Given and family names in small letters.
    private(set) var names: Set<String> = []

    mutating func collect(from path: String) throws {
        let text = Self.text(of: Array(try Data(contentsOf: URL(filePath: path))))
        codes.formUnion(Self.codes(of: text))
        for match in text.matches(of: /<(?:uz)?vards>([^<]+)</) {
            names.formUnion(Self.words(of: String(match.1)))
        }
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        guard let first = lines.first, !first.hasPrefix("<") else { return }
        let separator: Character = first.contains(";") ? ";" : ","
        let header = first.split(separator: separator, omittingEmptySubsequences: false)
        for (index, column) in header.enumerated()
        where column.lowercased().hasSuffix("vārds") {
            for line in lines.dropFirst() {
                let cells = line.split(separator: separator, omittingEmptySubsequences: false)
                if cells.count > index { names.formUnion(Self.words(of: String(cells[index]))) }
            }
        }
    }

    /// The text of a sample, which is in UTF-8 or in Windows-1257.
    static func text(of bytes: [UInt8]) -> String {
        // Latvian letters are the same bytes in ISO Latin 7, which Foundation knows.
        let encoding: String.Encoding =
            String(validating: bytes, as: UTF8.self) == nil
            ? String.Encoding(rawValue: 0x8000_0507) : .utf8
        return String(bytes: bytes, encoding: encoding) ?? ""
    }

    static func words(of text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 2 })
    }

    /// Personal codes, each without its hyphen.
    static func codes(of text: String) -> Set<String> {
        let runs = text.split { !($0.isNumber || $0 == "-") }
        return Set(runs.map { $0.filter(\.isNumber) }.filter { $0.count == 11 })
    }
}

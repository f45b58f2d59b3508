import Foundation
import Testing

@testable import Extraction

/// Test files that others wrote and that the project does not copy; whoever has them puts them
/// beside the package as `../shared/corpora`.
enum Corpora {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/corpora").standardized

    static var arePresent: Bool {
        FileManager.default.fileExists(atPath: folder.path(percentEncoded: false))
    }

    static func files(_ path: String, ending: String) -> [String] {
        let folder = folder.appending(path: path).path(percentEncoded: false)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
    }
}

// Users have no such folder: the run then says that these tests were skipped.
@Suite(.enabled(if: Corpora.arePresent, "the folder ../shared/corpora is not there"))
struct CorpusTests {
    @Test func `csv-spectrum has twelve files`() {
        #expect(Corpora.files("csv-spectrum/csvs", ending: ".csv").count == 12)
    }

    @Test(arguments: Corpora.files("csv-spectrum/csvs", ending: ".csv"))
    func `every file of csv-spectrum gives its JSON`(path: String) throws {
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        let file = try TemporaryFile(try Self.bytes(path, named: name))
        let json = Corpora.folder.appending(path: "csv-spectrum/json/\(name).json")
        let expected = try Self.rows(String(decoding: Data(contentsOf: json), as: UTF8.self))
        for size in blockSizes {
            #expect(try readLoosely(file.path, blockSize: size) == expected)
        }
    }

    @Test(
        .timeLimit(.minutes(1)), arguments: Corpora.files("xml-attacks", ending: ".xml"))
    func `no attack is read on`(path: String) throws {
        let columns = [try table("foo", [".", "@bar"])]
        let refused = refusal { _ = try readXML(path, tables: columns) }
        #expect(refused?.rule == ExtractionRules.documentType)
    }

    /// The bytes of a file; a copy of the corpus whose line ends a version control has changed gets
    /// those that its names and its JSON promise.
    private static func bytes(_ path: String, named name: String) throws -> [UInt8] {
        let bytes = try Data(contentsOf: URL(filePath: path))
        guard name.hasSuffix("_crlf"), !bytes.contains(0x0D) else { return Array(bytes) }
        return bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }

    /// The column whose value in JSON some copies of the corpus replace by 1234567890.
    private static let maskedColumn = "Contact Phone Number"

    /// Rows as JSON has them; one file of the corpus holds bytes that are no UTF-8, in CSV and JSON.
    private static func rows(_ json: String) throws -> [[String: String]] {
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
        if let rows = value as? [[String: String]] { return rows }
        var row = try #require(value as? [String: String])
        row[maskedColumn] = nil
        return [row]
    }

    private func readLoosely(_ path: String, blockSize: Int) throws -> [[String: String]] {
        var reader = try DelimitedReader(
            path: FilePath(path), encoding: .utf8, options: .init(), blockSize: blockSize)
        var rows: [[String: String]] = []
        while let batch = try reader.nextBatch() {
            #expect(batch.faults.isEmpty)
            for record in batch.records.indices {
                var row: [String: String] = [:]
                for (column, name) in reader.columns.enumerated() where name != Self.maskedColumn {
                    let cell = batch.cells[record * batch.columnCount + column]
                    let text = String(
                        decoding: batch.bytes[cell.start..<(cell.start + cell.count)],
                        as: UTF8.self)
                    row[name] = text.replacing("\"\"", with: "\"")
                }
                rows.append(row)
            }
        }
        return rows
    }
}

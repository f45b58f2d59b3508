import Diagnostics
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

    /// The faulty files of a database's own tests: the limit on a record's bytes, the number of columns,
    /// and each fault as rule, line and column.
    ///
    /// The database's list differs on purpose in three ways. Where a row is too long or too short it names
    /// each column in excess or missing, and this one the first. What stands in a line beyond the limit is not
    /// looked at, for its end is not waited for. Where a quote stays open the row's other faults are
    /// not told, for nobody knows its cells. Values that are no numbers or days, and bytes without
    /// meaning, are the matter of the checks of fields and of the file.
    static let rejects: [(file: String, limit: Int?, faults: [String])] = [
        ("dr_who", nil, []), ("flush", nil, []),
        ("frankstein/nightmare", nil, ["CSV-001 10:3", "CSV-002 14:4", "CSV-004 22:3"]),
        (
            "incorrect_columns/few_columns", nil,
            ["CSV-001 1814:4", "CSV-001 1823:2", "CSV-001 2378:2", "CSV-001 2762:3"]
        ),
        (
            "incorrect_columns/many_columns", nil,
            ["CSV-002 1096:5", "CSV-002 1159:5", "CSV-002 1206:5", "CSV-002 2769:5"]
        ),
        (
            "incorrect_columns/mix_columns", nil,
            ["CSV-001 1604:2", "CSV-002 1671:5", "CSV-001 2751:3", "CSV-002 2768:5"]
        ),
        ("incorrect_columns/small_mix", nil, ["CSV-002 3:5", "CSV-001 4:4"]),
        ("maximum_line/max_10", 10, ["CSV-009 5"]), ("maximum_line/over_vector", nil, []),
        ("multiple_errors/cast_and_less_col", nil, ["CSV-001 4:4", "CSV-001 5:3"]),
        ("multiple_errors/cast_and_maxline", 40, ["CSV-009 4"]),
        ("multiple_errors/cast_and_more_col", nil, ["CSV-002 4:5", "CSV-002 5:5"]),
        ("multiple_errors/invalid_utf_cast", nil, []),
        ("multiple_errors/invalid_utf_less", nil, ["CSV-001 3:4"]),
        ("multiple_errors/invalid_utf_max_line", 40, ["CSV-009 3"]),
        ("multiple_errors/invalid_utf_more", nil, ["CSV-002 3:5"]),
        ("multiple_errors/invalid_utf_unquoted", nil, ["CSV-004 3:1"]),
        ("multiple_errors/less_col_and_max_line", 40, ["CSV-009 4"]),
        ("multiple_errors/more_col_and_max_line", 40, ["CSV-009 4"]),
        ("multiple_errors/multiple_cast_implicit", nil, []),
        ("multiple_errors/multiple_casts_flush", nil, []),
        ("multiple_errors/multiple_casts_mixed", nil, []),
        (
            "multiple_errors/multiple_errors", nil,
            [
                "CSV-002 4:5", "CSV-002 5:5", "CSV-004 6:1", "CSV-001 6:4", "CSV-001 7:4",
                "CSV-001 8:4",
            ]
        ),
        ("multiple_errors/unquoted_cast", nil, ["CSV-004 3:1"]),
        ("multiple_errors/unquoted_less", nil, ["CSV-004 3:1", "CSV-001 3:4"]),
        ("multiple_errors/unquoted_maxline", 40, ["CSV-009 3"]),
        ("multiple_errors/unquoted_more", nil, ["CSV-004 3:1", "CSV-002 3:5"]),
        ("unquoted/basic", nil, ["CSV-004 5:1"]),
        ("unquoted/unquoted_last_value", nil, ["CSV-003 5:1"]),
        ("unquoted/unquoted_new_line", nil, ["CSV-004 5:1"]),
    ]

    @Test func `the database has as many faulty files as are listed`() throws {
        let folder = Corpora.folder.appending(path: "duckdb-csv/rejects")
        let names = try FileManager.default.subpathsOfDirectory(
            atPath: folder.path(percentEncoded: false))
        #expect(
            names.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
                == Self.rejects.map(\.file).sorted())
    }

    @Test(arguments: rejects.indices)
    func `every fault of the database's faulty files is found at its line and column`(
        index: Int
    ) throws {
        let (name, limit, faults) = Self.rejects[index]
        let path = Corpora.folder.appending(path: "duckdb-csv/rejects/\(name).csv")
            .path(percentEncoded: false)
        var options = DelimitedOptions()
        if let limit { options.limits.recordBytes = limit }
        for size in [1, 7, 64, 1 << 19] {
            var reader = try DelimitedReader(
                path: FilePath(path), encoding: .utf8, options: options, blockSize: size)
            var found: [String] = []
            while let batch = try reader.nextBatch() {
                found += batch.faults.map { fault in
                    let column = fault.column.map { ":\($0)" } ?? ""
                    return "\(fault.rule.code) \(batch.records[fault.record].line)\(column)"
                }
            }
            #expect(found == faults, "\(name) in blocks of \(size)")
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

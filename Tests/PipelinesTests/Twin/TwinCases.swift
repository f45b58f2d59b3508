import Diagnostics
import Extraction
import Foundation
import Testing

@testable import Pipelines

/// The sample data, and the definitions that describe them.
enum Samples {
    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The paths of all exports below `sample-data`.
    static let files: [String] = {
        let folder = repository.appending(path: "sample-data").path(percentEncoded: false)
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.contains("/") && ($0.hasSuffix(".csv") || $0.hasSuffix(".xml")) }
            .sorted()
    }()

    static func path(_ name: String) -> String {
        repository.appending(path: "sample-data/\(name)").path(percentEncoded: false)
    }

    static func definitions() throws -> Definitions {
        let folder = repository.appending(path: "pipelines").path(percentEncoded: false)
        return try #require(
            DefinitionLoader(folder: folder, knownRuleCodes: RuleCatalogue.codes).load().0)
    }
}

/// A file in the temporary folder that lives as long as this object.
final class TwinFile {
    let path: String

    init(_ bytes: some Sequence<UInt8>) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "pumpurs-\(UUID())")
        try Data(bytes).write(to: url)
        path = url.path(percentEncoded: false)
    }

    convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The bytes of the twin of a file of some bytes.
    static func twin(
        of bytes: [UInt8], encoding: TextEncoding? = nil, seed: UInt64 = 3
    ) throws -> [UInt8] {
        let file = try TwinFile(bytes)
        return try withExtendedLifetime(file) {
            try Twin(of: file.path, encoding: encoding?.rawValue, seed: seed).bytes
        }
    }

    /// The twin of the file as text.
    func twin(seed: UInt64 = 1) throws -> String {
        String(decoding: try Twin(of: path, seed: seed).bytes, as: UTF8.self)
    }
}

/// What was found of a file, without the texts in it.
struct Findings: Equatable {
    private let encoding: String
    private let dialect: DelimitedOptions
    private let runs: [LineRun]
    private let tables: [[String]]
    private let options: [DelimitedOptions]

    init(_ path: String) throws {
        let found = try #require(try FileSurvey(path: FilePath(path)).finding.encoding)
        let inspection = try DelimitedInspector.inspect(path: FilePath(path), encoding: found)
        encoding = "\(found)"
        dialect = inspection.dialect.options
        runs = inspection.runs
        options = inspection.tables.map(\.options)
        tables = inspection.tables.map { table in
            let columns = table.columns.map { "\($0.shape) \($0.share)" }
            return columns + [
                "\(table.lines) \(table.headerRows) \(table.recordCount)",
                "\(table.shortRows) \(table.longRows) \(table.totalLines.sorted())",
            ]
        }
    }

    /// Compares the findings of a file and its twin, and all records and faults by their places.
    static func expectSame(
        _ path: String, _ twin: String, at place: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let findings = try Findings(path)
        #expect(try Findings(twin) == findings, sourceLocation: place)
        let encoding = try #require(TextEncoding(rawValue: try encoding(of: path)))
        for options in findings.options {
            let records = try Places.delimited(path, encoding, options)
            #expect(!records.isEmpty, sourceLocation: place)
            #expect(
                try Places.delimited(twin, encoding, options) == records, sourceLocation: place)
        }
    }

    /// The offset of the first byte that is not UTF-8.
    static func firstBrokenByte(of bytes: [UInt8]) throws -> Int? {
        let file = try TwinFile(bytes)
        return try withExtendedLifetime(file) {
            try FileSurvey(path: FilePath(file.path)).firstByteOutsideUTF8
        }
    }

    private static func encoding(of path: String) throws -> String {
        try #require(try FileSurvey(path: FilePath(path)).finding.encoding).rawValue
    }
}

/// Where records, cells, faults and rows left out lie.
enum Places {
    static func delimited(
        _ path: String, _ encoding: TextEncoding, _ options: DelimitedOptions
    ) throws -> [String] {
        var reader = try DelimitedReader(path: FilePath(path), encoding: encoding, options: options)
        return try all { try reader.nextBatch() }
    }

    static func xml(_ path: String, _ encoding: TextEncoding, _ tables: [XMLTable]) throws
        -> [String]
    {
        var reader = try XMLRecordReader(path: FilePath(path), encoding: encoding, tables: tables)
        return try all { try reader.nextBatch() }
    }

    private static func all(_ next: () throws -> RecordBatch?) throws -> [String] {
        var places: [String] = []
        while let batch = try next() {
            for (index, record) in batch.records.enumerated() {
                let cells = (0..<batch.columnCount).map { column in
                    let cell = batch.cells[index * batch.columnCount + column]
                    let offset = batch.byteOffset(record: index, column: column)
                    return cell.isAbsent ? "-" : "\(offset)+\(cell.count)"
                }
                places.append(
                    "\(batch.table) \(record.line) \(record.byte) \(record.length) \(cells)")
            }
            places += batch.faults.map {
                "\($0.record) \($0.rule.code) \($0.column ?? 0) \($0.byte) \($0.details.sorted { $0 < $1 })"
            }
            places += batch.ignored.map { "\($0.line) \($0.byte) \($0.rule.code)" }
        }
        return places
    }
}

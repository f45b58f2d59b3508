import Benchmark
import Foundation
import Measuring
import PupilSupport

@testable import Extraction
@testable import Normalization

/// Writes bytes where a reader can read them, below the folder for temporary files.
private func file(_ name: String, _ bytes: [UInt8]) throws -> FilePath {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pumpurs-benchmarks")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file, options: .atomic)
    return FilePath(file.path)
}

/// A file, and how many bytes it has.
private struct Written {
    let path: FilePath
    let count: Int

    init(_ name: String, _ bytes: [UInt8]) throws {
        path = try file(name, bytes)
        count = bytes.count
    }
}

private var dialect: DelimitedOptions {
    var options = DelimitedOptions()
    options.delimiter = UInt8(ascii: ";")
    return options
}

/// The records and cells that a reader gives must be those that were written.
private func check(records: Int, cells: Int) throws {
    guard records == Register.rows, cells == Register.rows * Register.columns.count else {
        throw Mismeasurement.didNotDo("\(records) records, \(cells) cells")
    }
}

let benchmarks: @Sendable () -> Void = {
    measure("scan", in: .bytes) {
        Register.utf8
    } work: { bytes in
        let scanner = DelimitedScanner(dialect)
        var cells: [CellSlice] = []
        var (records, cellCount, start) = (0, 0, 0)
        bytes.withUnsafeBufferPointer { bytes in
            while start < bytes.count,
                case .record(let next, _, _, _) = scanner.scanRecord(
                    in: bytes, from: start, isFinal: true, cells: &cells)
            {
                start = next
                records += 1
                cellCount += cells.count
                cells.removeAll(keepingCapacity: true)
            }
        }
        // The header is a row among the others here.
        try check(records: records - 1, cells: cellCount - Register.columns.count)
        return start
    }

    for (name, encoding, text) in [
        ("UTF-8", TextEncoding.utf8, { Register.utf8 }),
        ("Windows-1257", .windows1257, { Register.windows1257 }),
    ] {
        measure("detect: \(name)", in: .bytes) {
            text()
        } work: { bytes in
            var detector = EncodingDetector()
            bytes.withUnsafeBufferPointer { detector.observe($0) }
            let finding = detector.finish()
            guard finding.encoding == encoding else {
                throw Mismeasurement.didNotDo("\(String(describing: finding.encoding))")
            }
            return bytes.count
        }
    }

    // Of a longer text the detector looks at a sample, which would make it seem as quick as the text is long.
    measure("detect: dialect", in: .bytes) {
        Array(Register.utf8.prefix(1 << 18))
    } work: { bytes in
        let finding = DialectDetector.detect(bytes)
        guard finding.hasDelimiter, finding.options.delimiter == dialect.delimiter else {
            throw Mismeasurement.didNotDo("\(finding.options)")
        }
        return bytes.count
    }

    for (name, encoding, text) in [
        ("UTF-8", TextEncoding.utf8, { Register.utf8 }),
        ("Windows-1257", .windows1257, { Register.windows1257 }),
        ("UTF-16", .utf16LittleEndian, { Register.utf16 }),
    ] {
        measure("parse: \(name)", in: .bytes, seconds: 3) {
            try Written("\(name).csv", text())
        } work: { file in
            var reader = try DelimitedReader(path: file.path, encoding: encoding, options: dialect)
            var (records, cells) = (0, 0)
            while let batch = try reader.nextBatch() {
                records += batch.records.count
                cells += batch.cells.count
            }
            try check(records: records, cells: cells)
            return file.count
        }
    }

    measure("parse: XML", in: .bytes, seconds: 6) {
        try Written("register.xml", Register.xml)
    } work: { file in
        let table = XMLTable(
            path: ["atbalsts", "sesija"].map { XMLName(namespace: nil, local: $0) },
            columns: Register.columns.compactMap { XMLFieldPath($0, namespaces: [:]) })
        var reader = try XMLRecordReader(path: file.path, encoding: .utf8, tables: [table])
        var (records, cells) = (0, 0)
        while let batch = try reader.nextBatch() {
            records += batch.records.count
            cells += batch.cells.count(where: { !$0.isAbsent })
        }
        try check(records: records, cells: cells)
        return file.count
    }

    measure("dictionary", in: .values) {
        (0..<Register.rows).map { Array(Register.code($0 % Register.pupils).utf8) }
    } work: { texts in
        var dictionary = ByteDictionary(seed: 2019)
        for text in texts {
            text.withUnsafeBufferPointer { blackHole(dictionary.number(of: $0).number) }
        }
        guard dictionary.count == Register.pupils else {
            throw Mismeasurement.didNotDo("\(dictionary.count) distinct")
        }
        return texts.count
    }
}

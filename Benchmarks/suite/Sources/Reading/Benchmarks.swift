import Benchmark
import Foundation
import PupilSupport

@testable import Extraction
@testable import Normalization

/// Writes bytes where a reader can read them; the file is gone when the machine is restarted.
private func file(_ name: String, _ bytes: [UInt8]) throws -> FilePath {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pumpurs-benchmarks")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file, options: .atomic)
    return FilePath(file.path)
}

private var dialect: DelimitedOptions {
    var options = DelimitedOptions()
    options.delimiter = UInt8(ascii: ";")
    return options
}

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput, .peakMemoryResident], maxDuration: .seconds(2))

    Benchmark("scan") { (_: Benchmark, bytes: [UInt8]) in
        let scanner = DelimitedScanner(dialect)
        var cells: [CellSlice] = []
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count,
                case .record(let next, _, _, _) = scanner.scanRecord(
                    in: bytes, from: start, isFinal: true, cells: &cells)
            {
                start = next
                cells.removeAll(keepingCapacity: true)
            }
        }
        blackHole(cells.capacity)
    } setup: {
        Register.utf8
    }

    Benchmark("detect: encoding") { (_: Benchmark, bytes: [UInt8]) in
        var detector = EncodingDetector()
        bytes.withUnsafeBufferPointer { detector.observe($0) }
        blackHole(detector.finish().margin)
    } setup: {
        Register.windows1257
    }

    Benchmark("detect: dialect") { (_: Benchmark, bytes: [UInt8]) in
        blackHole(DialectDetector.detect(bytes).margin)
    } setup: {
        Register.utf8
    }

    for (name, encoding) in [
        ("UTF-8", TextEncoding.utf8), ("Windows-1257", .windows1257),
        ("UTF-16", .utf16LittleEndian),
    ] {
        Benchmark("parse: \(name)") { (_: Benchmark, path: FilePath) in
            var reader = try DelimitedReader(path: path, encoding: encoding, options: dialect)
            while let batch = try reader.nextBatch() { blackHole(batch.records.count) }
        } setup: {
            let bytes =
                encoding == .utf8
                ? Register.utf8 : encoding.isUTF16 ? Register.utf16 : Register.windows1257
            return try file("\(name).csv", bytes)
        }
    }

    Benchmark("parse: XML") { (_: Benchmark, path: FilePath) in
        let table = XMLTable(
            path: ["atbalsts", "sesija"].map { XMLName(namespace: nil, local: $0) },
            columns: Register.header.split(separator: ";").compactMap {
                XMLFieldPath(String($0), namespaces: [:])
            })
        var reader = try XMLRecordReader(path: path, encoding: .utf8, tables: [table])
        while let batch = try reader.nextBatch() { blackHole(batch.records.count) }
    } setup: {
        try file("register.xml", Register.xml)
    }

    Benchmark("dictionary") { (_: Benchmark, texts: [[UInt8]]) in
        var dictionary = ByteDictionary(seed: 2019)
        for text in texts {
            text.withUnsafeBufferPointer { blackHole(dictionary.number(of: $0).number) }
        }
    } setup: {
        (0..<Register.rows).map { Array(Register.code($0 % 4_000).utf8) }
    }
}

import Diagnostics
import Testing

@testable import Extraction

/// A record as a reader hands it out, with all that does not depend on batches.
struct ReadRecord: Equatable {
    var table = 0
    let line: Int
    let byte: Int
    let length: Int
    let cells: [String?]
    let cellBytes: [Int]
    /// The code of the rule that keeps the record from being used, its byte and its column.
    var fault: Fault?

    struct Fault: Equatable {
        let code: String
        let byte: Int
        let column: Int?
        let details: [String: String]
    }
}

/// All that a reader hands out for a file.
struct ReadFile: Equatable {
    var columns: [String] = []
    var records: [ReadRecord] = []
    /// The lines, bytes and rules of rows left out.
    var ignored: [String] = []

    /// Adds a batch.
    mutating func append(_ batch: RecordBatch, decoder: TextDecoder, escapes: CellEscapes?) throws {
        for (index, place) in batch.records.enumerated() {
            var cells: [String?] = []
            var offsets: [Int] = []
            for column in 0..<batch.columnCount {
                let cell = batch.cells[index * batch.columnCount + column]
                offsets.append(batch.byteOffset(record: index, column: column))
                guard !cell.isAbsent else {
                    cells.append(nil)
                    continue
                }
                let bytes = Array(batch.bytes[cell.start..<(cell.start + cell.count)])
                cells.append(
                    try bytes.withUnsafeBufferPointer {
                        try decoder.text(of: $0, unescaping: cell.hasEscapes ? escapes : nil)
                    })
            }
            let fault = batch.faults.first { $0.record == index }
            records.append(
                ReadRecord(
                    table: batch.table, line: place.line, byte: place.byte, length: place.length,
                    cells: cells, cellBytes: offsets,
                    fault: fault.map {
                        .init(
                            code: $0.rule.code, byte: $0.byte, column: $0.column,
                            details: $0.details)
                    }))
        }
        ignored += batch.ignored.map { "\($0.rule.code) line \($0.line) byte \($0.byte)" }
    }
}

/// Reads a delimited file whole.
func readDelimited(
    _ path: String, encoding: TextEncoding = .utf8, options: DelimitedOptions = .init(),
    blockSize: Int = 1 << 19
) throws -> ReadFile {
    var reader = try DelimitedReader(
        path: FilePath(path), encoding: encoding, options: options, blockSize: blockSize)
    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    let decoder = TextDecoder(isWide ? .utf8 : encoding)
    var file = ReadFile(columns: reader.columns)
    while let batch = try reader.nextBatch() {
        try file.append(batch, decoder: decoder, escapes: CellEscapes(options))
    }
    return file
}

/// Reads a delimited text whole and expects the same at every size of blocks.
func readText(
    _ text: String, options: DelimitedOptions = .init(),
    at place: Testing.SourceLocation = #_sourceLocation
) throws -> ReadFile {
    let file = try TemporaryFile(text)
    let whole = try readDelimited(file.path, options: options)
    for size in blockSizes {
        let inBlocks = try readDelimited(file.path, options: options, blockSize: size)
        #expect(inBlocks == whole, "blocks of \(size)", sourceLocation: place)
    }
    return whole
}

/// Reads an XML file whole.
func readXML(
    _ path: String, encoding: TextEncoding = .utf8, tables: [XMLTable],
    documentType: DocumentTypePolicy = .refuse, blockSize: Int = 1 << 15
) throws -> [ReadRecord] {
    var reader = try XMLRecordReader(
        path: FilePath(path), encoding: encoding, tables: tables, documentType: documentType,
        blockSize: blockSize)
    let decoder = TextDecoder(.utf8)
    var file = ReadFile()
    while let batch = try reader.nextBatch() {
        try file.append(batch, decoder: decoder, escapes: nil)
    }
    return file.records
}

/// Returns why reading was refused.
func refusal(of body: () throws -> Void) -> FileRefusal? {
    do {
        try body()
        return nil
    } catch {
        return error as? FileRefusal
    }
}

/// The code pages that have the letters of Latvian.
let latvianCodePages: [TextEncoding] = [
    .windows1257, .iso8859Part13, .iso8859Part4, .cp775, .macCentralEuropean,
]

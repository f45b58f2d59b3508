import Diagnostics
import Extraction
import Normalization
import SupportStore

/// Goes through the records of a file as they were read when it was loaded, without judging them.
struct RecordWalk {
    /// The file, which is open for as long as the walk is there.
    let content: OpenedFile
    /// How the file is read.
    let file: FileDefinition
    let words: KnownWords

    /// The path of the file.
    var path: FilePath { FilePath(content.path) }

    /// What the records of a batch are made from and become.
    struct Table {
        /// The names of the columns.
        let columns: [String]
        /// What a record becomes in the model.
        let mappings: [RecordMapping]
    }

    /// Hands each batch of records to a body, with what is known of its table.
    ///
    /// - Throws: ``FileError``, ``FileRefusal`` and what the body throws. A file that breaks off has handed
    ///   out what stands before.
    func run(_ body: (RecordBatch, Table) throws -> Void) throws {
        switch file.format {
        case .delimited(let options):
            try read(
                DelimitedReader(
                    path: path, encoding: file.encoding, options: options, words: words), body)
        case .workbook(let options):
            try read(
                DelimitedReader(
                    workbook: path, options: options, decimalMark: file.decimalMark.byte,
                    words: words), body)
        case .xml(let options):
            let tables = Normalizer.xmlMappings(of: file).map {
                Table(columns: $0.columns, mappings: $0.mappings)
            }
            var reader = try XMLRecordReader(
                path: path, encoding: file.encoding, tables: Normalizer.xmlTables(of: file),
                documentType: options.documentType, words: words)
            while let batch = try reader.nextBatch() { try body(batch, tables[batch.table]) }
        }
    }

    private func read(
        _ reader: consuming DelimitedReader, _ body: (RecordBatch, Table) throws -> Void
    ) throws {
        var reader = reader
        let table = Table(columns: reader.columns, mappings: file.records)
        while let batch = try reader.nextBatch() { try body(batch, table) }
    }

    /// Whether the file is a workbook, whose rows have no offsets that anybody sees.
    var isWorkbook: Bool { file.isWorkbook }

    /// Returns the text of a cell, or `nil` when it is not there.
    func text(_ batch: RecordBatch, record: Int, column: Int) -> String? {
        let cell = batch.cells[record * batch.columnCount + column]
        guard !cell.isAbsent else { return nil }
        let bytes = Array(batch.bytes[cell.start..<(cell.start + cell.count)])
        return bytes.withUnsafeBufferPointer { bytes in
            (try? decoder.text(of: bytes, unescaping: cell.hasEscapes ? escapes : nil))
                ?? decoder.lossyText(of: bytes)
        }
    }

    private var escapes: CellEscapes? {
        switch file.format {
        case .delimited(let options): CellEscapes(options)
        case .workbook(let options): CellEscapes(options.table)
        case .xml: nil
        }
    }

    /// Readers hand XML, sheets and UTF-16 out as UTF-8.
    private var decoder: TextDecoder {
        if case .delimited = file.format, file.encoding.isSingleByte {
            return TextDecoder(file.encoding)
        }
        return TextDecoder(.utf8)
    }
}

extension RecordWalk {
    /// Returns a row of a sheet as `A5: text; C5: text`; empty cells are left out.
    func rowText(_ batch: RecordBatch, record: Int) -> String {
        (0..<batch.columnCount).compactMap { column in
            guard let text = text(batch, record: record, column: column), !text.isEmpty else {
                return nil
            }
            return "\(SheetCell.letters(of: column + 1))\(batch.records[record].line): \(text)"
        }.joined(separator: "; ")
    }
}

extension FileDefinition {
    /// Whether the file is a workbook, whose rows have no offsets that anybody sees.
    var isWorkbook: Bool {
        if case .workbook = format { true } else { false }
    }
}

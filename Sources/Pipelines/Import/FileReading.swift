import Extraction
import Normalization
import SupportStore

/// Reads a recognised file and normalises it, batch by batch.
struct FileReading: Sendable {
    /// The file, which is open for as long as the reading is there.
    let content: OpenedFile
    /// The name of the file in findings.
    let name: String
    let definition: FileDefinition
    /// The schema that the definition names.
    let schema: XMLSchema?
    let context: NormalizationContext

    private var path: FilePath { FilePath(content.path) }

    /// Reads the file to its end.
    ///
    /// - Parameter consume: Receives every batch; it returns whether more are wanted.
    /// - Throws: ``FileRefusal`` when the file cannot be read as defined, ``FileError`` when it cannot
    ///   be read at all.
    func run(consume: (NormalizedBatch) -> Bool) throws {
        switch definition.format {
        case .delimited(let options):
            try read(
                DelimitedReader(
                    path: path, encoding: definition.encoding, options: options,
                    words: context.words),
                consume)
        case .workbook(let options):
            try read(
                DelimitedReader(
                    workbook: path, options: options, decimalMark: definition.decimalMark.byte,
                    words: context.words),
                consume)
        case .xml(let options):
            var reader = try XMLRecordReader(
                path: path, encoding: definition.encoding,
                tables: Normalizer.xmlTables(of: definition), schema: schema,
                documentType: options.documentType, words: context.words)
            var normalizer = try Normalizer(
                xmlFile: definition, context: context, fileName: name)
            while let batch = try reader.nextBatch() {
                guard consume(normalizer.normalize(batch)) else { return }
            }
            _ = consume(normalizer.finish())
        }
    }

    private func read(
        _ reader: consuming DelimitedReader, _ consume: (NormalizedBatch) -> Bool
    ) throws {
        var reader = reader
        var normalizer = try Normalizer(
            file: definition, columns: reader.columns, context: context, fileName: name,
            sheet: reader.sheet)
        while let batch = try reader.nextBatch() {
            guard consume(normalizer.normalize(batch)) else { return }
        }
        _ = consume(normalizer.finish())
    }
}

extension DecimalMark {
    /// The mark as a byte.
    var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }
}

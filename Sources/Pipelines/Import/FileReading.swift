import Extraction
import Foundation
import Normalization
import SupportStore

/// Reads a recognised file on one thread and normalises it on another, batch by batch.
struct FileReading: Sendable {
    /// The file, which is open for as long as the reading is there.
    let content: OpenedFile
    /// The name of the file in findings.
    let name: String
    let definition: FileDefinition
    /// The schema that the definition names.
    let schema: XMLSchema?
    let context: NormalizationContext
    /// Keeps the bytes that are read, where they are not kept yet.
    var keeping: FileKeeping?
    /// Is told how far the reading has come.
    var progress = RunProgress()

    private var path: FilePath { FilePath(content.path) }

    /// Begins to read the file.
    ///
    /// - Returns: The batches, in the order of the file; whoever wants no more cancels them. They end with
    ///   ``FileRefusal`` when the file cannot be read as defined, with ``FileError`` when it cannot be read
    ///   at all.
    func start() -> BatchRing<NormalizedBatch> {
        let batches = BatchRing<NormalizedBatch>()
        Self.beside { [self] in
            do { try read(into: batches) } catch { batches.finish(.failure(error)) }
            keeping?.endOfReading()
        }
        return batches
    }

    private func read(into batches: BatchRing<NormalizedBatch>) throws {
        switch definition.format {
        case .delimited(let options):
            try read(
                DelimitedReader(
                    path: path, encoding: definition.encoding, options: options,
                    words: context.words, observe: observer),
                into: batches)
        case .workbook(let options):
            try read(
                DelimitedReader(
                    workbook: path, options: options, decimalMark: definition.decimalMark.byte,
                    words: context.words),
                into: batches)
        case .xml(let options):
            let reader = try XMLRecordReader(
                path: path, encoding: definition.encoding,
                tables: Normalizer.xmlTables(of: definition), schema: schema,
                documentType: options.documentType, words: context.words, observe: observer)
            read(reader, into: batches) { [definition, context, name] in
                try Normalizer(xmlFile: definition, context: context, fileName: name)
            }
        }
    }

    private var observer: BlockObserver {
        { [keeping, progress] bytes in
            keeping?.append(bytes)
            progress.advance(by: bytes.count)
        }
    }

    private func read(
        _ reader: consuming DelimitedReader, into batches: BatchRing<NormalizedBatch>
    ) throws {
        let (columns, sheet) = (reader.columns, reader.sheet)
        read(reader, into: batches) { [definition, context, name] in
            try Normalizer(
                file: definition, columns: columns, context: context, fileName: name, sheet: sheet)
        }
    }

    private func read<Reader: RecordReader & ~Copyable>(
        _ reader: consuming Reader, into batches: BatchRing<NormalizedBatch>,
        normalizer: @escaping @Sendable () throws -> Normalizer
    ) {
        let records = BatchRing<RecordBatch>()
        Self.beside {
            batches.finish(
                Result {
                    var normalizer = try normalizer()
                    while let batch = try records.next() {
                        guard batches.append(normalizer.normalize(batch)) else { return }
                    }
                    _ = batches.append(normalizer.finish())
                })
            records.cancel()
        }
        var reader = reader
        records.finish(
            Result { while let batch = try reader.nextBatch(), records.append(batch) {} })
    }

    /// Does something on a thread of its own.
    private static func beside(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.stackSize = 8 << 20
        thread.start()
    }
}

extension DecimalMark {
    /// The mark as a byte.
    var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }
}

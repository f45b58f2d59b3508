import Extraction
import Normalization
import SupportStore

/// Finds the source of records in the files of the archive, as today's definitions read them.
struct ArchivedRecords {
    private let archive: Archive
    private let definitions: Definitions
    private let preparation: FilePreparation

    init(archive: Archive, definitions: Definitions) {
        self.archive = archive
        self.definitions = definitions
        preparation = FilePreparation(definitions)
    }

    /// A record as it was sent; a row of a sheet as the text that the sheet is turned into.
    struct Source {
        /// The bytes.
        let bytes: [UInt8]
        /// Their encoding.
        let encoding: TextEncoding

        /// The text for people to look at, without characters that act on a terminal.
        var text: String {
            let plain = bytes.withUnsafeBufferPointer { bytes in
                encoding.isUTF16
                    ? Self.text(ofUTF16: bytes, isBigEndian: encoding == .utf16BigEndian)
                    : TextDecoder(encoding).lossyText(of: bytes)
            }
            return String(String.UnicodeScalarView(plain.unicodeScalars.map(Self.shown)))
        }

        private static func text(
            ofUTF16 bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool
        ) -> String {
            let units = stride(from: 0, to: bytes.count - bytes.count % 2, by: 2).map { place in
                let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
                return isBigEndian ? first << 8 | second : second << 8 | first
            }
            return String(decoding: units, as: UTF16.self)
        }

        private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
            switch scalar.properties.generalCategory {
            case .control where scalar == "\n" || scalar == "\t" || scalar == "\r": scalar
            case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
            default: scalar
            }
        }
    }

    /// Returns the sources of records of one file.
    ///
    /// - Parameters:
    ///   - records: The offsets of their first bytes; in a workbook the rows of the sheet.
    ///   - sha256: The fingerprint of the file.
    ///   - name: The name that the file was sent with.
    /// - Returns: What was found; a record that is not where it was is left out.
    /// - Throws: ``FileRefusal`` or ``FileError`` when the file cannot be read,
    ///   ``StoreError`` when it does not open.
    func sources(of records: Set<Int>, in sha256: [UInt8], named name: String) throws -> [Int:
        Source]
    {
        let content = try archive.opened(sha256)
        return try withExtendedLifetime(content) {
            try self.sources(of: records, at: FilePath(content.path), named: name)
        }
    }

    private func sources(
        of records: Set<Int>, at path: FilePath, named name: String
    ) throws -> [Int: Source] {
        let (_, match) = try preparation.prepare(Inbox.File(path: path, name: name))
        let file = match.file
        var ranges: [(record: Int, range: Range<Int>)] = []
        func note(_ batch: RecordBatch) {
            for place in batch.records where records.contains(place.byte) && place.length > 0 {
                ranges.append((place.byte, place.byte..<(place.byte + place.length)))
            }
        }
        switch file.format {
        case .workbook(let options):
            var reader = try DelimitedReader(
                workbook: path, options: options, decimalMark: file.decimalMark.byte,
                words: definitions.words)
            return try Self.rows(records, &reader)
        case .delimited(let options):
            var reader = try DelimitedReader(
                path: path, encoding: file.encoding, options: options, words: definitions.words)
            while let batch = try reader.nextBatch() { note(batch) }
        case .xml(let options):
            var reader = try XMLRecordReader(
                path: path, encoding: file.encoding, tables: Normalizer.xmlTables(of: file),
                documentType: options.documentType, words: definitions.words)
            while let batch = try reader.nextBatch() { note(batch) }
        }
        let bytes = try SentBytes.read(ranges.map(\.range), of: path)
        return Dictionary(
            zip(ranges, bytes).map { ($0.record, Source(bytes: $1, encoding: file.encoding)) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func rows(
        _ rows: Set<Int>, _ reader: inout DelimitedReader
    ) throws -> [Int: Source] {
        var found: [Int: Source] = [:]
        while let batch = try reader.nextBatch() {
            for (record, place) in batch.records.enumerated() where rows.contains(place.line) {
                found[place.line] = Source(
                    bytes: Array(batch.sheetBytes(ofRecord: record)), encoding: .utf8)
            }
        }
        return found
    }
}

import CLibXML2
import Diagnostics

/// Reads the records of an XML file as libxml2's push parser meets them; memory does not grow with the file.
///
/// The parser loads and expands nothing: there is no network, a DOCTYPE and an entity reference refuse
/// the file. Text in another encoding is turned into UTF-8 before it is parsed, so places can be
/// counted in bytes of the file as sent.
public struct XMLRecordReader: RecordReader, ~Copyable {
    private let blocks: FileBlocks
    private let blockSize: Int
    private var transcoder: Transcoder?
    private let parser: XMLPushParser
    private var isAtEnd = false

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - encoding: The encoding that the definition pins.
    ///   - tables: The tables to read.
    ///   - blockSize: The number of bytes read at a time.
    /// - Throws: ``FileError`` when the file cannot be opened.
    public init(
        path: FilePath, encoding: TextEncoding, tables: [XMLTable], blockSize: Int = 1 << 15
    ) throws {
        let parser = try XMLPushParser(tables: tables, scale: OffsetScale(encoding))
        blocks = try FileBlocks(path: path)
        self.blockSize = blockSize
        transcoder = Transcoder(from: encoding)
        self.parser = parser
    }

    /// Returns the next records, or `nil` at the end of the file.
    ///
    /// - Throws: ``FileError`` when reading fails, ``FileRefusal`` when the file must not be read.
    public mutating func nextBatch() throws -> RecordBatch? {
        while true {
            if let batch = parser.takeBatch(isFinal: isAtEnd) { return batch }
            if isAtEnd { return nil }
            var block: [UInt8] = []
            isAtEnd = try blocks.read(upTo: blockSize, into: &block) == 0
            var text: [UInt8] = []
            if transcoder == nil {
                text = block
            } else {
                do {
                    try transcoder?.append(block, to: &text)
                    if isAtEnd { try transcoder?.finish() }
                } catch {
                    throw FileRefusal(
                        ExtractionRules.wrongEncoding, byte: error.offset,
                        details: [
                            "expected": "XML", "found": "0x\(String(error.byte, radix: 16))",
                        ])
                }
            }
            try parser.parse(text, isFinal: isAtEnd)
            if parser.isStopped { isAtEnd = true }
        }
    }
}

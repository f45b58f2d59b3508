import CLibXML2
public import Diagnostics

/// Reads the records of an XML file as libxml2's push parser meets them; memory does not grow with the file.
///
/// The parser loads and expands nothing: there is no network, a DOCTYPE and an entity reference refuse
/// the file. Text in another encoding is turned into UTF-8 before it is parsed, so places can be
/// counted in bytes of the file as sent, and the encoding that the file declares is only compared.
public struct XMLRecordReader: RecordReader, ~Copyable {
    private var blocks: XMLTextBlocks
    private let encoding: TextEncoding
    private let blockSize: Int
    private let words: KnownWords
    private let parser: XMLPushParser
    private var isAtEnd = false
    /// The start of the file, until its declaration has been read.
    private var opening: [UInt8]? = []

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - encoding: The encoding that the definition pins.
    ///   - tables: The tables to read.
    ///   - schema: The schema that the file must obey, or `nil` for none.
    ///   - documentType: What becomes of a DOCTYPE.
    ///   - words: The words of the file that messages may show.
    ///   - blockSize: The number of bytes read at a time.
    ///   - observe: Receives every block as sent.
    /// - Throws: ``FileError`` when the file cannot be opened.
    public init(
        path: FilePath, encoding: TextEncoding, tables: [XMLTable], schema: XMLSchema? = nil,
        documentType: DocumentTypePolicy = .refuse, words: KnownWords = .ordinary,
        blockSize: Int = 1 << 15, observe: @escaping BlockObserver = { _ in }
    ) throws {
        var limits = XMLLimits()
        limits.documentType = documentType
        try self.init(
            path: path, encoding: encoding, tables: tables, schema: schema, words: words,
            blockSize: blockSize, limits: limits, observe: observe)
    }

    init(
        path: FilePath, encoding: TextEncoding, tables: [XMLTable], schema: XMLSchema? = nil,
        words: KnownWords = .ordinary, blockSize: Int, limits: XMLLimits,
        observe: @escaping BlockObserver = { _ in }
    ) throws {
        let parser = try XMLPushParser(
            tables: tables, scale: OffsetScale(encoding), schema: schema, limits: limits,
            words: words)
        blocks = try XMLTextBlocks(path: path, encoding: encoding, observe: observe)
        self.encoding = encoding
        self.blockSize = blockSize
        self.parser = parser
        self.words = words
    }

    /// Returns the next records, or `nil` at the end of the file.
    ///
    /// - Throws: ``FileError`` when reading fails, ``FileRefusal`` when the file must not be read.
    public mutating func nextBatch() throws -> RecordBatch? {
        while true {
            if let batch = parser.takeBatch(isFinal: isAtEnd) { return batch }
            if isAtEnd { return nil }
            let text = try blocks.next(upTo: blockSize)
            isAtEnd = blocks.isAtEnd
            readDeclaration(in: text)
            try parser.parse(text, isFinal: isAtEnd)
            if parser.isStopped { isAtEnd = true }
        }
    }

    /// Compares the encoding that the file declares with the one that it is read in.
    private mutating func readDeclaration(in text: [UInt8]) {
        guard var start = opening else { return }
        start += text.prefix(XMLDeclaration.longest)
        guard isAtEnd || start.count >= XMLDeclaration.longest || start.contains(0x3E) else {
            opening = start
            return
        }
        opening = nil
        guard let declaration = XMLDeclaration(start: start), !declaration.names(encoding) else {
            return
        }
        let before = start[..<declaration.offset]
        parser.note(
            RecordRemark(
                rule: ExtractionRules.declaredEncoding, line: declaration.line,
                byte: OffsetScale(encoding).length(of: before, count: before.count),
                columnName: nil,
                details: [
                    "found": ShownText(declaration.encoding, knowing: words).text,
                    "expected": encoding.rawValue,
                ]))
    }
}

/// Hands the text of an XML file to the parser as UTF-8, block by block.
///
/// What the file declares of its encoding is not asked, so places can be counted in bytes of the file
/// as sent.
struct XMLTextBlocks: ~Copyable {
    private let blocks: FileBlocks
    private let observe: BlockObserver
    private var transcoder: Transcoder?
    private(set) var isAtEnd = false

    init(
        path: FilePath, encoding: TextEncoding, observe: @escaping BlockObserver = { _ in }
    ) throws {
        self.observe = observe
        blocks = try FileBlocks(path: path)
        transcoder = Transcoder(from: encoding)
    }

    /// Returns the next block.
    ///
    /// - Throws: ``FileError`` when reading fails, ``FileRefusal`` at bytes that are not of the encoding.
    mutating func next(upTo count: Int) throws -> [UInt8] {
        var block: [UInt8] = []
        isAtEnd = try blocks.read(upTo: count, into: &block, observe: observe) == 0
        guard transcoder != nil else { return block }
        var text: [UInt8] = []
        do {
            try transcoder?.append(block, to: &text)
            if isAtEnd { try transcoder?.finish() }
        } catch {
            throw FileRefusal(
                ExtractionRules.wrongEncoding, byte: error.offset,
                details: ["expected": "XML", "found": "0x\(String(error.byte, radix: 16))"])
        }
        return text
    }
}

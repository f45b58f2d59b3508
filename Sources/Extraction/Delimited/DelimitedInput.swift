import Diagnostics

/// Hands the bytes of a delimited file to its reader, UTF-16 as UTF-8.
struct DelimitedInput: ~Copyable {
    let scale: OffsetScale
    private(set) var isAtEnd = false
    private let blocks: FileBlocks
    private let path: String
    private let blockSize: Int
    private var transcoder: Transcoder?
    /// Why the bytes behind those handed out cannot be read.
    private var refusal: FileRefusal?

    init(path: String, encoding: TextEncoding, blockSize: Int) throws {
        blocks = try FileBlocks(path: path)
        self.path = path
        self.blockSize = blockSize
        let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
        transcoder = isWide ? Transcoder(from: encoding) : nil
        scale = isWide ? .utf16 : .identity
    }

    /// Adds the next block to the bytes at hand: as many as there are already, so that a record of any
    /// length is found after few rounds.
    ///
    /// What stands before a byte without meaning is handed out before the file is refused, whatever the
    /// size of the blocks.
    ///
    /// - Returns: Whether anything was added.
    @discardableResult
    mutating func fill(_ bytes: inout [UInt8]) throws -> Bool {
        guard !isAtEnd else { return false }
        if let refusal { throw refusal }
        let before = bytes.count
        let count = max(blockSize, before)
        do {
            guard transcoder != nil else {
                isAtEnd = try blocks.read(upTo: count, into: &bytes) == 0
                return bytes.count > before
            }
            var block: [UInt8] = []
            isAtEnd = try blocks.read(upTo: count, into: &block) == 0
            transcode(block, into: &bytes)
            return bytes.count > before
        } catch {
            throw FileError(path: path, code: error.code)
        }
    }

    private mutating func transcode(_ block: [UInt8], into bytes: inout [UInt8]) {
        do {
            try transcoder?.append(block, to: &bytes)
            if isAtEnd { try transcoder?.finish() }
        } catch {
            isAtEnd = false
            refusal = FileRefusal(
                ExtractionRules.wrongEncoding, byte: error.offset,
                details: ["expected": "UTF-16", "found": "0x\(String(error.byte, radix: 16))"])
        }
    }
}

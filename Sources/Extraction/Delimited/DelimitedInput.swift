import Diagnostics

/// Hands the bytes of a table to its reader, UTF-16 as UTF-8 and a sheet as delimited text.
struct DelimitedInput: ~Copyable {
    let scale: OffsetScale
    /// The name of the sheet, or `nil` for a delimited file.
    let sheet: String?
    private(set) var isAtEnd = false
    private let blocks: BlockSource
    private let observe: BlockObserver
    private let blockSize: Int
    private var transcoder: Transcoder?
    /// Why the bytes behind those handed out cannot be read.
    private var refusal: FileRefusal?

    init(
        path: FilePath, encoding: TextEncoding, blockSize: Int,
        observe: @escaping BlockObserver = { _ in }
    ) throws {
        blocks = .file(try FileBlocks(path: path))
        self.observe = observe
        sheet = nil
        self.blockSize = blockSize
        let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
        transcoder = isWide ? Transcoder(from: encoding) : nil
        scale = isWide ? .utf16 : .identity
    }

    init(
        workbook path: FilePath, sheet name: String?, decimalMark: UInt8, words: KnownWords,
        blockSize: Int
    ) throws {
        let file = try SpreadsheetFile(path: path, words: words)
        let sheet = try file.sheet(named: name)
        blocks = .sheet(
            SheetBlocks(try SpreadsheetText(file, sheet: sheet, decimalMark: decimalMark)))
        self.sheet = sheet.name
        observe = { _ in }
        self.blockSize = blockSize
        transcoder = nil
        scale = .identity
    }

    /// Whether a record is a row of a sheet, which counts as one line however many its cells have.
    var countsRecords: Bool { sheet != nil }

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
        guard transcoder != nil else {
            isAtEnd = try blocks.read(upTo: count, into: &bytes, observe: observe) == 0
            return bytes.count > before
        }
        var block: [UInt8] = []
        isAtEnd = try blocks.read(upTo: count, into: &block, observe: observe) == 0
        transcode(block, into: &bytes)
        return bytes.count > before
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

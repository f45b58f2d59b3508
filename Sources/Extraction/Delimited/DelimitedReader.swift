public import Diagnostics
import Glibc

/// Reads a delimited file from its header to its last row.
///
/// A batch holds the records of one block of bytes; a record that a block cuts is read with the next,
/// so neither records nor their places depend on the size of the blocks.
public struct DelimitedReader: RecordReader, ~Copyable {
    /// The names of the columns, trimmed, in their order.
    public let columns: [String]
    /// The dialect that the reader was given.
    public let options: DelimitedOptions
    /// The name of the sheet that is read, or `nil` for a delimited file.
    public let sheet: String?

    let scanner: DelimitedScanner
    let scale: OffsetScale
    /// The cells of the last row of the header as they stand in the file.
    let headerCells: [[UInt8]]
    var rows = RowProgress()
    /// Whether the block that is carried over may have whole rows.
    var hasRowsLeft = false
    private var input: DelimitedInput
    private var carry: [UInt8]
    private let deadline: Int
    private let words: KnownWords

    /// Opens a file and reads its header.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - encoding: The encoding that the definition pins.
    ///   - options: The dialect that the definition pins.
    ///   - words: The words of the file that messages may show.
    ///   - blockSize: The number of bytes read at a time.
    ///   - observe: Receives every block as sent.
    /// - Throws: ``FileError`` when the file cannot be read, ``FileRefusal`` when it has no header or
    ///   a byte without meaning.
    public init(
        path: FilePath, encoding: TextEncoding, options: DelimitedOptions,
        words: KnownWords = .ordinary, blockSize: Int = 1 << 19,
        observe: @escaping BlockObserver = { _ in }
    ) throws {
        try self.init(
            DelimitedInput(
                path: path, encoding: encoding, blockSize: blockSize, observe: observe),
            encoding: encoding, options: options, words: words)
    }

    /// Opens a sheet of a workbook and reads its header.
    ///
    /// Lines are the rows of the sheet, whatever line ends its cells hold; offsets are those of the text
    /// that the sheet is turned into.
    ///
    /// - Parameters:
    ///   - path: The path of the workbook.
    ///   - options: The sheet and how its rows are read, as the definition pins it.
    ///   - decimalMark: The byte between the whole part and the fraction of a number.
    ///   - words: The words of the file that messages may show.
    ///   - blockSize: The number of bytes read at a time.
    /// - Throws: ``FileError`` when the file cannot be read, ``FileRefusal`` when it is no workbook that
    ///   may be read or the sheet has no header.
    public init(
        workbook path: FilePath, options: SpreadsheetOptions, decimalMark: UInt8,
        words: KnownWords = .ordinary, blockSize: Int = 1 << 19
    ) throws {
        try self.init(
            DelimitedInput(
                workbook: path, sheet: options.sheet, decimalMark: decimalMark, words: words,
                blockSize: blockSize),
            encoding: .utf8, options: options.table, words: words)
    }

    private init(
        _ input: consuming DelimitedInput, encoding: TextEncoding, options: DelimitedOptions,
        words: KnownWords
    ) throws {
        var input = input
        let header: DelimitedHeader
        do {
            header = try DelimitedHeader(
                reading: &input, options: options, encoding: encoding, words: words)
        } catch let refusal as FileRefusal {
            throw refusal.onSheet(input.sheet, knowing: words)
        }
        sheet = input.sheet
        columns = header.columns
        headerCells = header.lastRow
        carry = Array(header.bytes[header.start...])
        rows.line = header.line
        rows.byte = header.byte
        scale = input.scale
        scanner = DelimitedScanner(options)
        deadline = Int(time(nil)) + options.limits.seconds
        self.options = options
        self.input = input
        self.words = words
    }

    /// Returns the next records, or `nil` at the end of the file.
    ///
    /// - Throws: ``FileError`` when reading fails, ``FileRefusal`` at a byte without meaning in UTF-16
    ///   and when the file passes a limit as a whole.
    public mutating func nextBatch() throws -> RecordBatch? {
        do { return try readBatch() } catch let refusal as FileRefusal {
            throw refusal.onSheet(sheet, knowing: words)
        }
    }

    private mutating func readBatch() throws -> RecordBatch? {
        while true {
            if carry.isEmpty, input.isAtEnd { return nil }
            try checkLimits()
            var bytes = carry
            carry = []
            var refusal: FileRefusal?
            if !hasRowsLeft {
                do { try input.fill(&bytes) } catch let error as FileRefusal { refusal = error }
            }
            var batch = RecordBatch(
                table: 0, columnCount: columns.count, bytes: [], scale: scale)
            let isFinal = input.isAtEnd
            let used = bytes.withUnsafeBufferPointer { scan($0, isFinal: isFinal, into: &batch) }
            carry = Array(bytes[used...])
            // Too many rows refuse the file wherever a block ends.
            try checkLimits()
            guard !batch.records.isEmpty || !batch.ignored.isEmpty else {
                if let refusal { throw refusal }
                continue
            }
            batch.bytes = bytes
            return batch
        }
    }

    private func checkLimits() throws {
        let limits = options.limits
        if rows.count > limits.records {
            throw FileRefusal(
                ExtractionRules.tooLarge, line: rows.line, byte: rows.byte,
                details: [
                    "allowed.lv": "\(limits.records) ierakstu",
                    "allowed.en": "\(limits.records) records",
                ])
        }
        if Int(time(nil)) > deadline {
            throw FileRefusal(
                ExtractionRules.tooLarge, line: rows.line, byte: rows.byte,
                details: [
                    "allowed.lv": "\(limits.seconds) sekunžu",
                    "allowed.en": "\(limits.seconds) seconds",
                ])
        }
    }
}

/// How far a reader has come among the rows of its file.
struct RowProgress {
    /// The physical line of the next row, from 1.
    var line = 1
    /// The offset of the next row in the file as sent.
    var byte = 0
    /// The number of rows read.
    var count = 0
    /// Whether the table has ended, so that what follows is no record.
    var isBehindTable = false
    /// Whether the rest of a line that is too long is being passed by.
    var isPassingBy = false
    /// The number of bytes scanned in vain for the end of quotes.
    var wasted = 0
    /// The number of blank rows that were noted one by one.
    var blankRows = 0
    /// The blank rows, of a sheet or beyond those noted one by one, since the last one that is not.
    var gap: IgnoredRow?
}

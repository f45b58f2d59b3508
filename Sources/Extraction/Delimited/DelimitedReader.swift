import Diagnostics

/// Reads a delimited file from its header to its last row.
///
/// A batch holds the records of one block of bytes; a record that a block cuts is read with the next,
/// so neither records nor their places depend on the size of the blocks.
public struct DelimitedReader: RecordReader, ~Copyable {
    /// The names of the columns, trimmed, in their order.
    public let columns: [String]

    /// The number of bytes beyond which a record is taken for one whose quote never closes, so that
    /// one lost quote does not pull the rest of the file into memory.
    private static let longestRecord = 1 << 24

    /// The number of bytes within which a header must end.
    private static let longestHeader = 1 << 18

    private let blocks: FileBlocks
    private let path: String
    private let options: DelimitedOptions
    private let scanner: DelimitedScanner
    private let blockSize: Int
    private let scale: OffsetScale
    private var transcoder: Transcoder?
    private var carry: [UInt8]
    private var isAtEnd: Bool
    private var line: Int
    private var byte: Int

    /// Opens a file and reads its header.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - encoding: The encoding that the definition pins.
    ///   - options: The dialect that the definition pins.
    ///   - blockSize: The number of bytes read at a time.
    /// - Throws: ``FileError`` when the file cannot be read, ``FileRefusal`` when it has no header or
    ///   a byte without meaning.
    public init(
        path: String, encoding: TextEncoding, options: DelimitedOptions, blockSize: Int = 1 << 19
    ) throws {
        let blocks = try FileBlocks(path: path)
        let scanner = DelimitedScanner(delimiter: options.delimiter, quote: options.quote)
        var transcoder: Transcoder?
        let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
        if isWide { transcoder = Transcoder(from: encoding) }
        let scale: OffsetScale = isWide ? .utf16 : .identity
        let decoder = TextDecoder(encoding)

        var bytes: [UInt8] = []
        var isAtEnd = false
        var start = 0
        var line = 1
        var byte = 0
        var rows: [[String]] = []
        var linesLeft = options.linesBeforeHeader
        var isMarkSkipped = false
        while rows.count < options.headerRows {
            guard bytes.count <= Self.longestHeader else {
                throw FileRefusal(ExtractionRules.noHeader, line: line)
            }
            let hasMore = try Self.fill(
                &bytes, by: max(blockSize, bytes.count), from: blocks, path: path,
                through: &transcoder,
                isAtEnd: &isAtEnd)
            if !isMarkSkipped, bytes.count >= 3 || isAtEnd {
                isMarkSkipped = true
                if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
                    start = 3
                    byte = isWide ? 2 : 3
                }
            }
            guard isMarkSkipped else { continue }
            var position = (start: start, line: line, byte: byte, linesLeft: linesLeft)
            try bytes.withUnsafeBufferPointer { pointer in
                try Self.readHeader(
                    pointer, scanner: scanner, isFinal: isAtEnd, rowsWanted: options.headerRows,
                    position: &position, rows: &rows, decoder: decoder, scale: scale)
            }
            (start, line, byte, linesLeft) = position
            if isAtEnd, !hasMore, rows.count < options.headerRows {
                throw FileRefusal(ExtractionRules.emptyFile)
            }
        }
        columns = try Self.columnNames(of: rows, line: line - 1)
        self.blocks = blocks
        self.path = path
        self.options = options
        self.scanner = scanner
        self.blockSize = blockSize
        self.scale = scale
        self.transcoder = transcoder
        carry = Array(bytes[start...])
        self.isAtEnd = isAtEnd
        self.line = line
        self.byte = byte
    }

    /// Returns the next records, or `nil` at the end of the file.
    ///
    /// - Throws: ``FileError`` when reading fails, ``FileRefusal`` at a byte without meaning in UTF-16.
    public mutating func nextBatch() throws -> RecordBatch? {
        while true {
            if carry.isEmpty, isAtEnd { return nil }
            var bytes = carry
            carry = []
            if !isAtEnd {
                _ = try Self.fill(
                    &bytes, by: max(blockSize, bytes.count), from: blocks, path: path,
                    through: &transcoder, isAtEnd: &isAtEnd)
            }
            var batch = RecordBatch(
                table: 0, columnCount: columns.count, bytes: [], scale: scale)
            let used = bytes.withUnsafeBufferPointer { scan($0, into: &batch) }
            carry = Array(bytes[used...])
            guard !batch.records.isEmpty || !batch.ignored.isEmpty else { continue }
            batch.bytes = bytes
            return batch
        }
    }

    /// Scans all whole records of a block.
    ///
    /// - Returns: The first byte that belongs to no whole record.
    private mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, into batch: inout RecordBatch
    ) -> Int {
        let width = columns.count
        var start = 0
        var line = line
        var byte = byte
        var cells: [CellSlice] = []
        var records: [RecordPlace] = []
        cells.reserveCapacity(bytes.count / 8)
        records.reserveCapacity(bytes.count / 64)
        scanning: while start < bytes.count {
            let firstCell = cells.count
            let isTooLong = start == 0 && bytes.count > Self.longestRecord
            switch scanner.scanRecord(
                in: bytes, from: start, isFinal: isAtEnd || isTooLong, cells: &cells)
            {
            case .incomplete:
                break scanning
            case .record(let next, let end, let lines, let fault):
                let length = sentLength(bytes, from: start, to: end)
                let found = cells.count - firstCell
                if fault == nil, end - start == found - 1 || (end == start) {
                    cells.removeSubrange(firstCell...)
                    batch.ignored.append(
                        IgnoredRow(line: line, byte: byte, rule: ExtractionRules.blankRow))
                } else {
                    if let fault {
                        let offset = byte + sentLength(bytes, from: start, to: fault.offset)
                        batch.faults.append(
                            RecordFault(
                                record: records.count, rule: fault.rule, column: fault.cell,
                                byte: offset, details: [:]))
                        Self.setAbsent(&cells, from: firstCell, width: width)
                    } else if found != width {
                        let isFitted = fit(&cells, from: firstCell, found: found)
                        if !isFitted {
                            batch.faults.append(
                                RecordFault(
                                    record: records.count,
                                    rule: found < width
                                        ? ExtractionRules.shortRow : ExtractionRules.longRow,
                                    column: min(found, width) + 1, byte: byte,
                                    details: ["found": "\(found)", "expected": "\(width)"]))
                            Self.setAbsent(&cells, from: firstCell, width: width)
                        }
                    }
                    records.append(
                        RecordPlace(line: line, byte: byte, length: length, start: start))
                }
                byte += length + sentLength(bytes, from: end, to: next)
                line += lines
                start = next
            }
        }
        batch.cells = cells
        batch.records = records
        self.line = line
        self.byte = byte
        return start
    }

    /// Makes a ragged row as wide as the header where the policy allows it.
    private func fit(_ cells: inout [CellSlice], from firstCell: Int, found: Int) -> Bool {
        let width = columns.count
        if found < width {
            guard options.raggedRows != .reject else { return false }
            for _ in found..<width { cells.append(.absent) }
            return true
        }
        guard options.raggedRows == .trimEmpty,
            cells[(firstCell + width)...].allSatisfy({ $0.count == 0 })
        else { return false }
        cells.removeSubrange((firstCell + width)...)
        return true
    }

    private static func setAbsent(_ cells: inout [CellSlice], from firstCell: Int, width: Int) {
        cells.removeSubrange(firstCell...)
        for _ in 0..<width { cells.append(.absent) }
    }

    @inline(__always)
    private func sentLength(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> Int {
        if case .identity = scale { return end - start }
        return scale.length(of: bytes[start..<end], count: end - start)
    }

    /// Adds the next block to the bytes at hand.
    ///
    /// - Returns: Whether anything was added.
    private static func fill(
        _ bytes: inout [UInt8], by count: Int, from blocks: borrowing FileBlocks, path: String,
        through transcoder: inout Transcoder?, isAtEnd: inout Bool
    ) throws -> Bool {
        guard !isAtEnd else { return false }
        let before = bytes.count
        do {
            guard transcoder != nil else {
                isAtEnd = try blocks.read(upTo: count, into: &bytes) == 0
                return bytes.count > before
            }
            var block: [UInt8] = []
            isAtEnd = try blocks.read(upTo: count, into: &block) == 0
            try transcode(block, through: &transcoder, into: &bytes, isAtEnd: isAtEnd)
            return bytes.count > before
        } catch let error as FileError {
            throw FileError(path: path, code: error.code)
        }
    }

    private static func transcode(
        _ block: [UInt8], through transcoder: inout Transcoder?, into bytes: inout [UInt8],
        isAtEnd: Bool
    ) throws {
        do {
            try transcoder?.append(block, to: &bytes)
            if isAtEnd { try transcoder?.finish() }
        } catch {
            throw FileRefusal(
                ExtractionRules.wrongEncoding, byte: error.offset,
                details: ["expected": "UTF-16", "found": "0x\(String(error.byte, radix: 16))"])
        }
    }

    // MARK: - The header

    private static func readHeader(
        _ bytes: UnsafeBufferPointer<UInt8>, scanner: DelimitedScanner, isFinal: Bool,
        rowsWanted: Int, position: inout (start: Int, line: Int, byte: Int, linesLeft: Int),
        rows: inout [[String]], decoder: TextDecoder, scale: OffsetScale
    ) throws {
        while rows.count < rowsWanted, position.start < bytes.count {
            var cells: [CellSlice] = []
            let outcome = scanner.scanRecord(
                in: bytes, from: position.start, isFinal: isFinal, cells: &cells)
            guard case .record(let next, let end, let lines, let fault) = outcome else { return }
            if position.linesLeft > 0 {
                position.linesLeft -= lines
            } else if end == position.start {
                // A blank line above the header is not the header.
            } else if let fault {
                throw FileRefusal(fault.rule, line: position.line)
            } else {
                rows.append(
                    try cells.map { cell in
                        try name(
                            of: cell, in: bytes, quote: scanner.quote, decoder: decoder,
                            line: position.line)
                    })
            }
            position.byte += scale.length(
                of: bytes[position.start..<next], count: next - position.start)
            position.line += lines
            position.start = next
        }
    }

    private static func name(
        of cell: CellSlice, in bytes: UnsafeBufferPointer<UInt8>, quote: UInt8?,
        decoder: TextDecoder, line: Int
    ) throws -> String {
        let slice = UnsafeBufferPointer(rebasing: bytes[cell.start..<(cell.start + cell.count)])
        do {
            let text = try decoder.text(of: slice, undoubling: cell.hasDoubledQuotes ? quote : nil)
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        } catch {
            throw FileRefusal(
                ExtractionRules.wrongEncoding, line: line,
                details: [
                    "expected": decoder.encoding.rawValue.uppercased(),
                    "found": "0x\(String(error.byte, radix: 16))",
                ])
        }
    }

    /// Joins the rows of a header: an upper cell reaches to the right until the next filled one.
    private static func columnNames(of rows: [[String]], line: Int) throws -> [String] {
        let width = rows.last?.count ?? 0
        var names = [String](repeating: "", count: width)
        for (index, row) in rows.enumerated() {
            let isLast = index == rows.count - 1
            var filled = ""
            for column in 0..<width {
                let cell = column < row.count ? row[column] : ""
                if !cell.isEmpty || isLast { filled = cell }
                guard !filled.isEmpty else { continue }
                names[column] = names[column].isEmpty ? filled : "\(names[column]) / \(filled)"
            }
        }
        var seen: Set<String> = []
        for name in names where !name.isEmpty && !seen.insert(name).inserted {
            throw FileRefusal(
                ExtractionRules.repeatedColumn, line: line, columnName: name,
                details: ["name": name])
        }
        return names
    }
}

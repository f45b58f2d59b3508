import Diagnostics

/// The header of a delimited file, and where its rows begin.
struct DelimitedHeader {
    /// The names of the columns.
    private(set) var columns: [String] = []
    /// The cells of the last row of the header as they stand in the file.
    private(set) var lastRow: [[UInt8]] = []
    /// The bytes read so far, of which the rows begin at ``start``.
    private(set) var bytes: [UInt8] = []
    private(set) var start = 0
    /// The physical line of the first row.
    private(set) var line = 1
    /// The offset of the first row in the file as sent.
    private(set) var byte = 0

    /// The number of bytes within which a header must end.
    static let longest = 1 << 18

    private let options: DelimitedOptions
    private let words: KnownWords
    private let scanner: DelimitedScanner
    private let decoder: TextDecoder
    private let scale: OffsetScale
    private let countsRecords: Bool
    private var rows: [[String]] = []
    private var linesLeft: Int

    /// Reads the header of an input that has not been read from.
    init(
        reading input: inout DelimitedInput, options: DelimitedOptions, encoding: TextEncoding,
        words: KnownWords
    ) throws {
        self.options = options
        self.words = words
        scanner = DelimitedScanner(options)
        decoder = TextDecoder(encoding)
        scale = input.scale
        countsRecords = input.countsRecords
        linesLeft = options.linesBeforeHeader
        var isMarkSkipped = false
        var isComplete = false
        while !isComplete {
            guard bytes.count - start < Self.longest else {
                throw FileRefusal(ExtractionRules.noHeader, line: line)
            }
            let hasMore = try input.fill(&bytes)
            if !isMarkSkipped, bytes.count >= 3 || input.isAtEnd {
                isMarkSkipped = true
                if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
                    start = 3
                    if case .utf16 = scale { byte = 2 } else { byte = 3 }
                }
            }
            guard isMarkSkipped else { continue }
            let isFinal = input.isAtEnd
            isComplete = try bytes.withUnsafeBufferPointer { try read($0, isFinal: isFinal) }
            if !isComplete, isFinal, !hasMore {
                guard rows.isEmpty, line > 1, options.linesBeforeHeader > 0 else {
                    throw FileRefusal(ExtractionRules.emptyFile)
                }
                throw FileRefusal(ExtractionRules.noTable, line: line)
            }
        }
    }

    /// Reads as much of the header as the bytes hold.
    ///
    /// - Returns: Whether the header is complete.
    private mutating func read(_ all: UnsafeBufferPointer<UInt8>, isFinal: Bool) throws -> Bool {
        while linesLeft > 0 {
            let (bytes, isFinal) = window(of: all, isFinal: isFinal)
            guard let next = endOfLineAbove(in: bytes, isFinal: isFinal) else { return false }
            advance(to: next, lines: 1, in: bytes)
            linesLeft -= 1
        }
        while start < all.count {
            if rows.count == options.headerRows, rows.count > 0 { break }
            let (bytes, isFinal) = window(of: all, isFinal: isFinal)
            var cells: [CellSlice] = []
            guard
                case .record(let next, let end, let spanned, let fault) = scanner.scanRecord(
                    in: bytes, from: start, isFinal: isFinal, cells: &cells)
            else { return false }
            let lines = countsRecords ? 1 : spanned
            guard cells.count <= options.limits.cells else {
                throw FileRefusal(
                    ExtractionRules.tooManyCells, line: line, byte: byte,
                    details: ["found": "\(cells.count)", "allowed": "\(options.limits.cells)"])
            }
            if end == start {
                // A blank line above the header is not the header.
                advance(to: next, lines: lines, in: bytes)
                continue
            }
            if options.headerRows == 0 {
                columns = (1...max(1, options.columnCount ?? cells.count)).map { "column_\($0)" }
                return true
            }
            if let mended = mendedRow(cells, fault, lines: lines, in: bytes, isFinal: isFinal) {
                // The quote that spoils the header is text.
                try take(mended.cells, in: bytes)
                advance(to: mended.next, lines: 1, in: bytes)
                continue
            }
            if let fault {
                throw FileRefusal(
                    fault.rule, line: line,
                    byte: byte
                        + scale.length(
                            of: bytes[start..<fault.offset], count: fault.offset - start),
                    details: ["resumed": "\(line + 1)"])
            }
            try take(cells, in: bytes)
            advance(to: next, lines: lines, in: bytes)
        }
        guard rows.count == options.headerRows, rows.count > 0 else { return false }
        columns = try columnNames()
        return true
    }

    /// Returns a row of the header as it reads when the quote that spoils it is text, where the dialect
    /// keeps stray quotes and the row then has a cell for each column.
    private func mendedRow(
        _ cells: [CellSlice], _ fault: DelimitedScanner.Fault?, lines: Int,
        in bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool
    ) -> (cells: [CellSlice], next: Int)? {
        guard options.strayQuotes == .keep, let width = options.columnCount,
            fault != nil || (lines > 1 && cells.count != width)
        else { return nil }
        let spoilt = DelimitedScanner.quote(spoiling: cells[...], fault, in: bytes)
        var trial: [CellSlice] = []
        guard let spoilt,
            case .record(let next, _, 1, nil) = scanner.scanRecord(
                in: bytes, from: start, isFinal: isFinal, literal: spoilt, cells: &trial),
            trial.count == width
        else { return nil }
        return (trial, next)
    }

    private mutating func take(
        _ cells: [CellSlice], in bytes: UnsafeBufferPointer<UInt8>
    ) throws {
        lastRow = cells.map { Array(bytes[$0.start..<($0.start + $0.count)]) }
        rows.append(try cells.map { try name(of: $0, in: bytes) })
    }

    /// Returns where the line that begins at ``start`` ends, or the row of a sheet; `nil` when the bytes
    /// end before it.
    private func endOfLineAbove(
        in bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool
    ) -> Int? {
        guard !countsRecords else {
            var cells: [CellSlice] = []
            let row = scanner.scanRecord(in: bytes, from: start, isFinal: isFinal, cells: &cells)
            guard case .record(let next, _, _, _) = row, next > start else { return nil }
            return next
        }
        let (end, next) = DelimitedScanner.physicalLine(in: bytes, from: start)
        let isCut = end >= bytes.count || (end + 1 == bytes.count && bytes[end] == 0x0D)
        return isCut && (!isFinal || end == start) ? nil : next
    }

    /// Returns the bytes in which the next row must end, so that what is refused does not depend on how
    /// many bytes are at hand.
    private func window(
        of bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool
    ) -> (bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool) {
        guard bytes.count - start > Self.longest else { return (bytes, isFinal) }
        return (UnsafeBufferPointer(rebasing: bytes[..<(start + Self.longest)]), false)
    }

    private mutating func advance(
        to next: Int, lines: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) {
        byte += scale.length(of: bytes[start..<next], count: next - start)
        line += lines
        start = next
    }

    private func name(
        of cell: CellSlice, in bytes: UnsafeBufferPointer<UInt8>
    ) throws -> String {
        let slice = UnsafeBufferPointer(rebasing: bytes[cell.start..<(cell.start + cell.count)])
        do throws(UndefinedByte) {
            let text = try decoder.text(
                of: slice, unescaping: cell.hasEscapes ? CellEscapes(options) : nil)
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        } catch {
            if options.isOnlyShown { return decoder.lossyText(of: slice) }
            let offset = cell.start + error.offset
            throw FileRefusal(
                ExtractionRules.wrongEncoding, line: line,
                byte: byte + scale.length(of: bytes[start..<offset], count: offset - start),
                details: [
                    "expected": decoder.encoding.rawValue.uppercased(),
                    "found": "0x\(String(error.byte, radix: 16))",
                ])
        }
    }

    /// Joins the rows of a header: an upper cell reaches to the right until the next filled one.
    private func columnNames() throws -> [String] {
        var names = Self.joined(rows)
        if options.hasRowNames { names.insert("", at: 0) }
        if let count = options.columnCount {
            while names.count < count { names.append("") }
            // Cells too many that are all the empty ones were left by a stray delimiter.
            let surplus = names.count - count
            if surplus > 0, names.count(where: \.isEmpty) == surplus {
                names.removeAll(where: \.isEmpty)
            }
            while names.count > count, names.last == "" { names.removeLast() }
        }
        guard !options.isOnlyShown else { return names }
        var seen: Set<String> = []
        for name in names where !name.isEmpty && !seen.insert(name).inserted {
            // A row of data may have been taken for the header.
            let shown = ShownText(name, knowing: words).text
            throw FileRefusal(
                ExtractionRules.repeatedColumn, line: line - 1, columnName: shown,
                details: ["name": shown])
        }
        return names
    }

    /// Joins the rows of a header, of which the last says how many columns there are.
    ///
    /// Columns to the right of every filled cell have no name: no upper cell reaches that far.
    static func joined(_ rows: [[String]]) -> [String] {
        let width = rows.last?.count ?? 0
        let named = rows.map { row in (row.lastIndex { !$0.isEmpty } ?? -1) + 1 }.max() ?? 0
        var names = [String](repeating: "", count: width)
        for (index, row) in rows.enumerated() {
            let isLast = index == rows.count - 1
            var filled = ""
            for column in 0..<min(width, named) {
                let cell = column < row.count ? row[column] : ""
                // A cell reaches no farther than the one above it.
                let isNewAbove = rows[..<index].contains { upper in
                    column < upper.count && !upper[column].isEmpty
                }
                if !cell.isEmpty || isLast || isNewAbove { filled = cell }
                guard !filled.isEmpty else { continue }
                names[column] = names[column].isEmpty ? filled : "\(names[column]) / \(filled)"
            }
        }
        return names
    }
}

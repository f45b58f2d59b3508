/// The rows of a text as a dialect cuts it, with the shapes of their cells.
struct SampleRows {
    /// One row.
    struct Row {
        /// The physical line on which it begins, from 1.
        let line: Int
        /// The number of physical lines that it spans.
        let lines: Int
        /// Its cells among all cells.
        let cells: Range<Int>
        /// The number of cells that are not empty.
        let filled: Int
        /// The number of cells up to the last one that is not empty.
        let extent: Int
        /// Whether a quote is opened and not closed, or text stands behind a closing quote.
        let isFaulty: Bool

        var width: Int { cells.count }
        var isBlank: Bool { filled == 0 }
    }

    /// The number of bytes of a cell beyond which it names nothing and is compared with nothing.
    private static let longestText = 1 << 12

    let bytes: [UInt8]
    let options: DelimitedOptions
    private(set) var rows: [Row] = []
    private(set) var cells: [CellSlice] = []
    private(set) var shapes: [CellShape] = []
    private let width: Int?
    private let countsRecords: Bool
    /// The number of bytes scanned in vain for the end of quotes.
    private var wasted = 0
    /// The number of cells that stood in quotes.
    private(set) var quotedCells = 0

    /// Cuts a text in UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - options: The dialect.
    ///   - width: The width of most rows, where it is known: a quote that spoils a row of that width is
    ///     then text, as the reader takes it.
    ///   - countsRecords: Whether each row counts as one line, as those of a sheet do.
    init(
        _ bytes: [UInt8], options: DelimitedOptions, width: Int? = nil,
        countsRecords: Bool = false
    ) {
        self.countsRecords = countsRecords
        self.bytes = bytes
        self.options = options
        self.width = width
        let scanner = DelimitedScanner(options)
        bytes.withUnsafeBufferPointer { pointer in
            var start = pointer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            var line = 1
            while start < pointer.count {
                start = take(scanner, pointer, from: start, line: &line)
            }
        }
    }

    private mutating func take(
        _ scanner: DelimitedScanner, _ pointer: UnsafeBufferPointer<UInt8>, from start: Int,
        line: inout Int
    ) -> Int {
        let first = cells.count
        var window = pointer
        if wasted > DelimitedScanner.patience {
            let next = DelimitedScanner.physicalLine(in: pointer, from: start).next
            window = UnsafeBufferPointer(rebasing: pointer[..<next])
        }
        guard
            case .record(var next, _, var lines, var fault) = scanner.scanRecord(
                in: window, from: start, isFinal: true, cells: &cells)
        else { return pointer.count }
        if fault?.rule == ExtractionRules.openQuote { wasted += window.count - start }
        if let width, fault != nil || lines > 1, !countsRecords {
            let swallows =
                fault == nil && swallowsRows(scanner, pointer, start..<next, first: first)
            if fault != nil || cells.count - first != width || swallows {
                if let mended = mendedRow(
                    scanner, pointer, from: start, fault: fault, first: first)
                {
                    cells.removeSubrange(first...)
                    cells += mended.cells
                    (next, lines, fault) = (mended.next, 1, nil)
                } else if swallows {
                    // The reader holds the first line back and goes on at the next that is a row.
                    let opening = cells[first].start
                    cells.removeSubrange(first...)
                    next = DelimitedScanner.physicalLine(in: pointer, from: start).next
                    lines = 1
                    fault = DelimitedScanner.Fault(
                        rule: ExtractionRules.openQuote, cell: 1, offset: opening, quote: opening)
                }
            }
        }
        if countsRecords { lines = 1 }
        var filled = 0
        var extent = 0
        for index in first..<cells.count {
            let cell = cells[index]
            let shape = CellShape(
                of: UnsafeBufferPointer(
                    rebasing: pointer[cell.start..<(cell.start + cell.count)]))
            shapes.append(shape)
            if cell.start > 0, pointer[cell.start - 1] == options.quote { quotedCells += 1 }
            if shape != .empty {
                filled += 1
                extent = index - first + 1
            }
        }
        rows.append(
            Row(
                line: line, lines: lines, cells: first..<cells.count, filled: filled,
                extent: extent, isFaulty: fault != nil))
        line += lines
        return next
    }

    /// Whether a record over several lines is an open quote with the rows that it took along.
    private func swallowsRows(
        _ scanner: DelimitedScanner, _ pointer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
        first: Int
    ) -> Bool {
        guard let width,
            let quote = DelimitedScanner.quote(spoiling: cells[first...], nil, in: pointer)
        else { return false }
        return scanner.openQuote(in: pointer, range, quote: quote, width: width) == .certain
    }

    /// Returns a row as it reads when the quote that spoils it is text.
    private func mendedRow(
        _ scanner: DelimitedScanner, _ pointer: UnsafeBufferPointer<UInt8>, from start: Int,
        fault: DelimitedScanner.Fault?, first: Int
    ) -> (cells: [CellSlice], next: Int)? {
        guard
            let quote = DelimitedScanner.quote(spoiling: cells[first...], fault, in: pointer)
        else { return nil }
        var trial: [CellSlice] = []
        guard
            case .record(let next, _, 1, nil) = scanner.scanRecord(
                in: pointer, from: start, isFinal: true, literal: quote, cells: &trial),
            trial.count == width
        else { return nil }
        return (trial, next)
    }

    /// Returns the text of a cell without blanks at its ends.
    func text(_ row: Row, _ column: Int) -> String {
        guard column < row.width else { return "" }
        let cell = cells[row.cells.lowerBound + column]
        let count = min(cell.count, Self.longestText)
        var slice = Array(bytes[cell.start..<(cell.start + count)])
        if cell.hasEscapes, let escapes = CellEscapes(options) {
            slice = slice.withUnsafeBufferPointer { escapes.unescaped($0).bytes }
        }
        return String(decoding: slice, as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Returns the shape of a cell; what is not there is empty.
    func shape(_ row: Row, _ column: Int) -> CellShape {
        column < row.width ? shapes[row.cells.lowerBound + column] : .empty
    }
}

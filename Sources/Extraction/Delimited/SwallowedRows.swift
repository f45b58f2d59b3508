extension DelimitedScanner {
    /// What the lines of a record over several lines tell of its first quote.
    enum OpenQuote {
        /// Nothing: the record may be what its writer meant.
        case none
        /// Each line is a row by itself, and yet the record is well-formed: nobody can tell.
        case possible
        /// The last line closes every quote that it opens, so the record's first quote was never closed.
        case certain
    }

    /// Tells whether a record over several lines is an open quote that took whole rows with it.
    ///
    /// No well-formed record is certainly one: the line in which it ends has a quote too many.
    ///
    /// - Parameters:
    ///   - bytes: The bytes at hand, which hold the whole record.
    ///   - range: The record with its line end.
    ///   - quote: The place of the quote that opens the cell over several lines.
    ///   - width: The number of columns.
    func openQuote(
        in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, quote: Int, width: Int
    ) -> OpenQuote {
        guard width > 1 else { return .none }
        var line = Self.physicalLine(in: bytes, from: range.lowerBound).next
        var innerLines = 0
        var areInnerClosed = true
        while line < range.upperBound {
            let next = Self.physicalLine(in: bytes, from: line).next
            guard let row = rowOfLine(in: bytes, line..<next, literal: -1, width: width) else {
                return .none
            }
            guard next < range.upperBound else {
                // A backslash before a quote hides how many there are.
                if row.isClosed, !hasBackslashes { return .certain }
                break
            }
            innerLines += 1
            if !row.isClosed { areInnerClosed = false }
            line = next
        }
        guard width > 2, innerLines > 0, areInnerClosed else { return .none }
        let first = range.lowerBound..<Self.physicalLine(in: bytes, from: range.lowerBound).next
        return rowOfLine(in: bytes, first, literal: quote, width: width) == nil ? .none : .possible
    }

    /// A physical line that is a row by itself.
    private struct LineRow {
        /// Whether each quote in it opens or closes a cell, or stands within one that is closed.
        let isClosed: Bool
    }

    /// Reads a physical line by itself; `nil` when it is no filled row of a width.
    private func rowOfLine(
        in bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, literal: Int, width: Int
    ) -> LineRow? {
        let window = UnsafeBufferPointer(rebasing: bytes[..<line.upperBound])
        var cells: [CellSlice] = []
        guard
            case .record(_, let end, 1, nil) = scanRecord(
                in: window, from: line.lowerBound, isFinal: true, literal: literal, cells: &cells),
            cells.count == width, end - line.lowerBound > width - 1
        else { return nil }
        let isStray = strayQuote(among: cells[...], in: bytes, from: line.lowerBound) != nil
        let isClosed =
            !isStray
            && cells.allSatisfy { cell in
                let isQuoted = cell.start > line.lowerBound && bytes[cell.start - 1] == quote
                return isQuoted
                    || !bytes[cell.start..<(cell.start + cell.count)].contains { $0 == quote }
            }
        return LineRow(isClosed: isClosed)
    }

    /// Returns the place of the first quote among cells that is text though nothing says so: one that
    /// opens a cell and does not close it, or stands within a quoted cell and is not escaped.
    func strayQuote(
        among cells: ArraySlice<CellSlice>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (place: Int, cell: Int)? {
        guard let quote else { return nil }
        for (number, cell) in cells.enumerated() where cell.count > 0 {
            if cell.start == start || bytes[cell.start - 1] != quote {
                if bytes[cell.start] == quote { return (cell.start, number + 1) }
                continue
            }
            let end = cell.start + cell.count
            var place = cell.start
            while place < end {
                if hasBackslashes, bytes[place] == 0x5C {
                    place += 2
                } else if bytes[place] != quote {
                    place += 1
                } else if !hasBackslashes, place + 1 < end, bytes[place + 1] == quote {
                    place += 2
                } else {
                    return (place, number + 1)
                }
            }
        }
        return nil
    }
}

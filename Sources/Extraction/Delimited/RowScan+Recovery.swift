import Diagnostics

extension RowScan {
    /// Where reading can go on behind a quote that was opened and not closed.
    enum Recovery {
        /// Nowhere before the end of the row as it was read.
        case none
        /// The bytes at hand do not tell.
        case unknown
        /// At the start of a physical line, after a number of lines.
        case at(Int, lines: Int)
    }

    /// Returns a row as it reads when the quote that spoils it is text, where the dialect keeps stray
    /// quotes and the row is then one line as wide as the header.
    mutating func rowWithStrayQuote(_ row: Row) -> Row? {
        guard options.strayQuotes == .keep else { return nil }
        guard
            let quote = DelimitedScanner.quote(
                spoiling: cells[row.firstCell...], row.fault, in: bytes)
        else { return nil }
        var trial: [CellSlice] = []
        let window = window(from: start)
        guard
            case .record(let next, let end, 1, nil) = scanner.scanRecord(
                in: window.bytes, from: start, isFinal: window.isFinal, literal: quote,
                cells: &trial),
            trial.count == width
        else { return nil }
        cells.removeSubrange(row.firstCell...)
        cells += trial
        return Row(
            next: next, end: end, lines: 1, fault: nil, firstCell: row.firstCell, found: width)
    }

    /// Tells whether a record over several lines is an open quote with the rows that it took along.
    func openQuote(of row: Row) -> DelimitedScanner.OpenQuote {
        guard row.lines > 1,
            let quote = DelimitedScanner.quote(
                spoiling: cells[row.firstCell...], nil, in: bytes)
        else { return .none }
        return scanner.openQuote(in: bytes, start..<row.next, quote: quote, width: width)
    }

    /// Notes what of a row that is shown may not be what its writer meant.
    mutating func noteRemarks(_ row: Row) {
        func note(_ rule: Rule, column: Int, at place: Int, _ details: [String: String] = [:]) {
            remarks.append(
                RecordRemark(
                    record: records.count, rule: rule, line: progress.line,
                    byte: progress.byte + sentLength(from: start, to: place), column: column,
                    columnName: nil, details: details))
        }
        if options.strayQuotes == .keep,
            let stray = scanner.strayQuote(among: cells[row.firstCell...], in: bytes, from: start)
        {
            note(ExtractionRules.strayQuote, column: stray.cell, at: stray.place)
        }
        if openQuote(of: row) == .possible {
            note(
                ExtractionRules.rowsInCell, column: 1, at: start,
                ["last": "\(progress.line + row.lines - 1)"])
        }
        if row.found > width {
            note(
                ExtractionRules.emptyExcess, column: width + 1, at: start,
                ["found": "\(row.found)", "expected": "\(width)"])
        }
    }

    /// Looks for the next line that is a row as wide as the header, within a row that spans several
    /// lines and cannot be used: a quote lost by one row must not take the next ones with it.
    mutating func recovery(of row: Row) -> Recovery {
        var lines = 0
        var line = start
        var trial: [CellSlice] = []
        var wasted = 0
        while true {
            line = DelimitedScanner.physicalLine(in: bytes, from: line).next
            lines += 1
            guard line < row.next else {
                progress.wasted += wasted
                return .none
            }
            trial.removeAll(keepingCapacity: true)
            let window = window(from: line)
            switch scanner.scanRecord(
                in: window.bytes, from: line, isFinal: window.isFinal, cells: &trial)
            {
            case .incomplete:
                if !window.isFull { return .unknown }
                wasted += window.bytes.count - line
            case .record(_, let end, _, let fault):
                if fault?.rule == ExtractionRules.openQuote {
                    wasted += window.bytes.count - line
                }
                if fault == nil, trial.count == width, end - line > width - 1 {
                    progress.wasted += wasted
                    return .at(line, lines: lines)
                }
            }
        }
    }

    /// Holds back what lies between an open quote and the line at which reading goes on.
    mutating func takeOpenQuote(_ row: Row, upTo line: Int, lines: Int) {
        let opened = cells[row.firstCell...].firstIndex { cell in
            bytes[cell.start..<(cell.start + cell.count)].contains { $0 == 0x0A || $0 == 0x0D }
        }
        let offset = opened.map { cells[$0].start - 1 } ?? start
        faults.append(
            RecordFault(
                record: records.count, rule: ExtractionRules.openQuote,
                column: opened.map { $0 - row.firstCell + 1 },
                byte: progress.byte + sentLength(from: start, to: offset),
                details: ["resumed": "\(progress.line + lines)"]))
        cells.removeSubrange(row.firstCell...)
        for _ in 0..<width { cells.append(.absent) }
        records.append(
            RecordPlace(
                line: progress.line, byte: progress.byte,
                length: sentLength(from: start, to: line), start: start))
        progress.count += 1
        advance(to: line, lines: lines)
    }

    // MARK: - Lines that are too long

    /// Holds back the physical line that passes the limit, and begins to pass it by.
    mutating func takeTooLong() {
        progress.count += 1
        progress.isPassingBy = true
        guard !isBehindTable else {
            ignored.append(
                IgnoredRow(
                    line: progress.line, byte: progress.byte, rule: ExtractionRules.behindTable))
            return
        }
        faults.append(
            RecordFault(
                record: records.count, rule: ExtractionRules.recordTooLong, column: nil,
                byte: progress.byte, details: ["allowed": "\(options.limits.recordBytes)"]))
        for _ in 0..<width { cells.append(.absent) }
        records.append(
            RecordPlace(line: progress.line, byte: progress.byte, length: 0, start: start))
    }

    /// Passes the rest of a line by.
    ///
    /// - Returns: Whether its end was among the bytes at hand.
    mutating func passBy() -> Bool {
        let (end, next) = DelimitedScanner.physicalLine(in: bytes, from: start)
        let isCut = end >= bytes.count || (end + 1 == bytes.count && bytes[end] == 0x0D)
        guard !isCut || isFinal else {
            // A final carriage return may be half of a line end.
            advance(to: end, lines: 0)
            return false
        }
        advance(to: next, lines: 1)
        progress.isPassingBy = false
        return true
    }
}

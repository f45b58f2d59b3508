import Diagnostics

extension DelimitedReader {
    /// Scans all whole records of a block.
    ///
    /// - Returns: The first byte that belongs to no whole record.
    mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, into batch: inout RecordBatch
    ) -> Int {
        // The loop works on copies of its own, for every touch of the batch's would be checked.
        var work = RowScan(
            bytes: bytes, isFinal: isFinal, scanner: scanner, scale: scale, options: options,
            headerCells: headerCells, width: columns.count, countsRecords: sheet != nil,
            progress: rows)
        work.cells.reserveCapacity(bytes.count / 8)
        work.records.reserveCapacity(bytes.count / 64)
        work.run()
        batch.cells = work.cells
        batch.records = work.records
        batch.faults = work.faults
        batch.ignored = work.ignored
        batch.remarks = work.remarks
        rows = work.progress
        hasRowsLeft = work.isFull
        return work.start
    }
}

/// Scans the rows of one block of bytes.
struct RowScan {
    let bytes: UnsafeBufferPointer<UInt8>
    let isFinal: Bool
    let scanner: DelimitedScanner
    let scale: OffsetScale
    let options: DelimitedOptions
    let headerCells: [[UInt8]]
    let width: Int
    /// Whether a record is one line, as the row of a sheet is.
    let countsRecords: Bool
    var progress: RowProgress
    var start = 0
    var cells: [CellSlice] = []
    var records: [RecordPlace] = []
    var faults: [RecordFault] = []
    var ignored: [IgnoredRow] = []
    var remarks: [RecordRemark] = []

    /// A row that is whole.
    struct Row {
        let next: Int
        let end: Int
        let lines: Int
        let fault: DelimitedScanner.Fault?
        let firstCell: Int
        let found: Int
    }

    /// The number of blank rows of a delimited file that are noted one by one.
    private static let mostBlankRows = 1000

    /// The number of rows of a batch; a block of short lines must not become more at a time.
    private static let mostRows = 1 << 16

    /// Whether the batch is full, so that whole rows may be left in the block.
    var isFull: Bool { records.count + ignored.count >= Self.mostRows }

    /// Scans until the block has no whole row left, the batch is full, or more rows have been read than
    /// a file may have.
    mutating func run() {
        while start < bytes.count, progress.count <= options.limits.records, !isFull {
            if progress.isPassingBy {
                guard passBy() else { return }
                continue
            }
            let firstCell = cells.count
            let window = window(from: start)
            let outcome = scanner.scanRecord(
                in: window.bytes, from: start, isFinal: window.isFinal, cells: &cells)
            guard case .record(let next, let end, let spanned, let fault) = outcome else {
                guard window.isFull else { return }
                progress.wasted += window.bytes.count - start
                takeTooLong()
                continue
            }
            if fault?.rule == ExtractionRules.openQuote {
                progress.wasted += window.bytes.count - start
            }
            guard end - start <= options.limits.recordBytes || countsRecords else {
                cells.removeSubrange(firstCell...)
                takeTooLong()
                continue
            }
            let lines = countsRecords ? 1 : spanned
            let row = Row(
                next: next, end: end, lines: lines, fault: fault, firstCell: firstCell,
                found: cells.count - firstCell)
            if lines > 1 || fault != nil, width > 1,
                fault != nil || row.found != width || openQuote(of: row) == .certain
            {
                if let mended = rowWithStrayQuote(row) {
                    take(mended)
                    continue
                }
                switch recovery(of: row) {
                case .none: take(row)
                case .unknown:
                    cells.removeSubrange(firstCell...)
                    return
                case .at(let line, let lines): takeOpenQuote(row, upTo: line, lines: lines)
                }
            } else {
                take(row)
            }
        }
        if isFinal, start >= bytes.count { closeGap() }
    }

    /// Returns the bytes in which a record that begins at a place must end.
    ///
    /// They never depend on how many bytes are at hand, and so neither does which record is too long.
    @inline(__always)
    func window(
        from place: Int
    ) -> (bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, isFull: Bool) {
        if progress.wasted > DelimitedScanner.patience, !countsRecords {
            return lineWindow(from: place)
        }
        // The line end belongs to the window, for a carriage return may be the half of one.
        let (reach, isBeyond) = (place + 2).addingReportingOverflow(options.limits.recordBytes)
        guard !isBeyond, reach <= bytes.count, !countsRecords else {
            return (bytes, isFinal, false)
        }
        return (UnsafeBufferPointer(rebasing: bytes[..<reach]), false, true)
    }

    /// Returns the bytes of the physical line that begins at a place.
    private func lineWindow(
        from place: Int
    ) -> (bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, isFull: Bool) {
        let (end, next) = DelimitedScanner.physicalLine(in: bytes, from: place)
        let isCut = end >= bytes.count || (end + 1 == bytes.count && bytes[end] == 0x0D)
        guard !isCut || isFinal else {
            return (bytes, false, bytes.count - place > options.limits.recordBytes + 2)
        }
        return (UnsafeBufferPointer(rebasing: bytes[..<next]), true, false)
    }

    private mutating func take(_ row: Row) {
        let length = sentLength(from: start, to: row.end)
        let isBlank = isBlank(row)
        if !isBlank { closeGap() }
        if isBlank {
            if countsRecords || progress.blankRows >= Self.mostBlankRows {
                widenGap(row)
            } else {
                progress.blankRows += 1
                leaveOut(row, ExtractionRules.blankRow)
            }
            if options.end == .blankRow { progress.isBehindTable = true }
        } else if isBehindTable {
            leaveOut(row, ExtractionRules.behindTable)
        } else if row.fault == nil, let rule = leftOutRule(row) {
            leaveOut(row, rule)
        } else {
            if hasFaults(row) {
                holdBack(row)
            } else if options.isOnlyShown, !countsRecords {
                noteRemarks(row)
            }
            records.append(
                RecordPlace(
                    line: progress.line, byte: progress.byte, length: length, start: start))
        }
        progress.count += 1
        advance(to: row.next, lines: row.lines)
    }

    /// Notes everything that is wrong with a row.
    ///
    /// - Returns: Whether anything is.
    @inline(__always)
    private mutating func hasFaults(_ row: Row) -> Bool {
        guard
            row.fault != nil || (row.found != width && !fit(row))
                || row.found > options.limits.cells
                || (countsRecords && row.next - start > options.limits.recordBytes)
        else { return false }
        noteFaults(row)
        return true
    }

    private mutating func noteFaults(_ row: Row) {
        func note(_ rule: Rule, column: Int?, at place: Int, _ details: [String: String] = [:]) {
            faults.append(
                RecordFault(
                    record: records.count, rule: rule, column: column,
                    byte: progress.byte + sentLength(from: start, to: place), details: details))
        }
        if let fault = row.fault {
            let isOpen = fault.rule == ExtractionRules.openQuote
            note(
                fault.rule, column: fault.cell, at: fault.offset,
                isOpen ? ["resumed": "\(progress.line + row.lines)"] : [:])
            // Where a quote stays open, nobody knows how many cells there are.
            if isOpen { return }
        }
        let limits = options.limits
        if countsRecords, row.next - start > limits.recordBytes {
            note(
                ExtractionRules.recordTooLong, column: nil, at: start,
                ["allowed": "\(limits.recordBytes)"])
        } else if row.found > limits.cells {
            note(
                ExtractionRules.tooManyCells, column: nil, at: start,
                ["found": "\(row.found)", "allowed": "\(limits.cells)"])
        } else if row.found != width, row.fault == nil || !fit(row) {
            note(
                row.found < width ? ExtractionRules.shortRow : ExtractionRules.longRow,
                column: min(row.found, width) + 1, at: start,
                ["found": "\(row.found)", "expected": "\(width)"])
        }
    }

    /// Takes the cells of a row that cannot be used away.
    private mutating func holdBack(_ row: Row) {
        cells.removeSubrange(row.firstCell...)
        for _ in 0..<width { cells.append(.absent) }
    }

    private mutating func leaveOut(_ row: Row, _ rule: Rule) {
        cells.removeSubrange(row.firstCell...)
        ignored.append(IgnoredRow(line: progress.line, byte: progress.byte, rule: rule))
    }

    /// Counts a blank row with those above it: a value far below the others on a sheet, or a file of
    /// line ends, must not make a million notes.
    private mutating func widenGap(_ row: Row) {
        cells.removeSubrange(row.firstCell...)
        let first =
            progress.gap
            ?? IgnoredRow(line: progress.line, byte: progress.byte, rule: ExtractionRules.blankRow)
        progress.gap = first.widened(
            to: progress.line,
            by: countsRecords ? SpreadsheetRules.blankRows : ExtractionRules.blankRows)
    }

    private mutating func closeGap() {
        guard let gap = progress.gap else { return }
        ignored.append(gap)
        progress.gap = nil
    }

    mutating func advance(to next: Int, lines: Int) {
        progress.byte += sentLength(from: start, to: next)
        progress.line += lines
        start = next
    }

    // MARK: - What a row is

    private func isBlank(_ row: Row) -> Bool {
        guard row.fault == nil else { return false }
        if row.end == start || row.end - start == row.found - 1 { return true }
        return row.found == 1 && bytes[start..<row.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    var isBehindTable: Bool {
        if case .line(let line) = options.end, progress.line >= line { return true }
        return progress.isBehindTable
    }

    private func leftOutRule(_ row: Row) -> Rule? {
        guard !options.leftOut.isEmpty else { return nil }
        let row = cells[row.firstCell...]
        if options.leftOut.contains(.repeatedHeader), row.count == headerCells.count,
            zip(row, headerCells).allSatisfy({ cell, header in
                bytes[cell.start..<(cell.start + cell.count)].elementsEqual(header)
            })
        {
            return ExtractionRules.repeatedHeader
        }
        if options.leftOut.contains(.textRow), width > 1,
            row.count(where: { cell in
                bytes[cell.start..<(cell.start + cell.count)].contains { $0 != 0x20 }
            }) == 1
        {
            return ExtractionRules.textRow
        }
        return nil
    }

    /// Makes a ragged row as wide as the header where the policy allows it.
    private mutating func fit(_ row: Row) -> Bool {
        if row.found < width {
            guard options.raggedRows != .reject else { return false }
            for _ in row.found..<width { cells.append(.absent) }
            return true
        }
        guard options.raggedRows == .trimEmpty,
            cells[(row.firstCell + width)...].allSatisfy({ $0.count == 0 })
        else { return false }
        cells.removeSubrange((row.firstCell + width)...)
        return true
    }

    @inline(__always)
    func sentLength(from start: Int, to end: Int) -> Int {
        if case .identity = scale { return end - start }
        return scale.length(of: bytes[start..<end], count: end - start)
    }
}

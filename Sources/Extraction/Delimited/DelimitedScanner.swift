import Diagnostics
import Glibc

/// Cuts bytes into records and cells (RFC 4180 with the pinned delimiter and quote).
struct DelimitedScanner {
    let delimiter: UInt8
    let quote: UInt8?

    /// What one call of ``scanRecord(in:from:isFinal:cells:)`` found.
    enum Outcome {
        /// A record that ends before `next`, with the number of physical lines it spans.
        case record(next: Int, end: Int, lines: Int, fault: Fault?)
        /// The bytes end within the record.
        case incomplete
    }

    /// What is wrong with a record as such.
    struct Fault {
        let rule: Rule
        let cell: Int
        let offset: Int
    }

    /// Scans one record.
    ///
    /// - Parameters:
    ///   - bytes: The bytes at hand.
    ///   - start: The first byte of the record.
    ///   - isFinal: Whether no byte follows those at hand.
    ///   - cells: Receives the record's cells; what is added for an incomplete record is taken back.
    func scanRecord(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isFinal: Bool,
        cells: inout [CellSlice]
    ) -> Outcome {
        let firstCell = cells.count
        let count = bytes.count
        var index = start
        var lines = 1
        var fault: Fault?
        while true {
            if index < count, bytes[index] == quote {
                guard let closed = closingQuote(in: bytes, from: index + 1, lines: &lines) else {
                    let opened = cells.count - firstCell
                    cells.removeSubrange(firstCell...)
                    guard isFinal else { return .incomplete }
                    return unclosed(in: bytes, start: start, opened: opened, at: index)
                }
                cells.append(
                    CellSlice(start: index + 1, end: closed.end, hasDoubledQuotes: closed.isDoubled)
                )
                index = closed.end + 1
                if index < count, !endsCell(bytes[index]) {
                    if fault == nil {
                        fault = Fault(
                            rule: ExtractionRules.textAfterQuote, cell: cells.count - firstCell,
                            offset: index)
                    }
                    index = endOfCell(in: bytes, from: index)
                }
            } else {
                let end = endOfCell(in: bytes, from: index)
                cells.append(CellSlice(start: index, end: end))
                index = end
            }
            if index >= count || (index + 1 == count && bytes[index] == 0x0D) {
                if isFinal {
                    return .record(next: count, end: index, lines: lines, fault: fault)
                }
                cells.removeSubrange(firstCell...)
                return .incomplete
            }
            let byte = bytes[index]
            guard byte == delimiter else {
                let isPair = byte == 0x0D && bytes[index + 1] == 0x0A
                return .record(
                    next: index + (isPair ? 2 : 1), end: index, lines: lines, fault: fault)
            }
            index += 1
        }
    }

    @inline(__always)
    private func endsCell(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == 0x0A || byte == 0x0D
    }

    @inline(__always)
    private func endOfCell(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count, !endsCell(bytes[index]) { index += 1 }
        return index
    }

    /// Returns the place of the quote that closes a cell, or `nil` when the bytes end before it.
    private func closingQuote(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, lines: inout Int
    ) -> (end: Int, isDoubled: Bool)? {
        guard let quote else { return nil }
        var index = start
        var isDoubled = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == quote {
                guard index + 1 < bytes.count, bytes[index + 1] == quote else {
                    return (index, isDoubled)
                }
                isDoubled = true
                index += 1
            } else if byte == 0x0A
                || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
            {
                lines += 1
            }
            index += 1
        }
        return nil
    }

    /// Takes the first physical line of a record whose quote never closes, so that the next can be read.
    private func unclosed(
        in bytes: UnsafeBufferPointer<UInt8>, start: Int, opened: Int, at offset: Int
    ) -> Outcome {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var next = end
        if next < bytes.count {
            let isPair = bytes[next] == 0x0D && next + 1 < bytes.count && bytes[next + 1] == 0x0A
            next += isPair ? 2 : 1
        }
        return .record(
            next: next, end: end, lines: 1,
            fault: Fault(rule: ExtractionRules.openQuote, cell: opened + 1, offset: offset))
    }
}

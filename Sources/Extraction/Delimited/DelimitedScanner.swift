import Diagnostics
import Glibc

/// Cuts bytes into records and cells (RFC 4180 with the delimiter, quote and escape of a dialect).
struct DelimitedScanner {
    let delimiter: UInt8
    let quote: UInt8?
    let hasBackslashes: Bool
    private let keepsStrayQuotes: Bool

    init(_ options: DelimitedOptions) {
        delimiter = options.delimiter
        quote = options.quote
        hasBackslashes = options.escape == .backslash
        keepsStrayQuotes = options.strayQuotes == .keep
    }

    /// What one call of ``scanRecord(in:from:isFinal:literal:cells:)`` found.
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
        /// The place of the quote that opened the cell.
        let quote: Int
    }

    /// Scans one record.
    ///
    /// - Parameters:
    ///   - bytes: The bytes at hand.
    ///   - start: The first byte of the record.
    ///   - isFinal: Whether no byte follows those at hand.
    ///   - literal: The place of a quote that opens no cell but is text.
    ///   - cells: Receives the record's cells; what is added for an incomplete record is taken back.
    func scanRecord(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isFinal: Bool, literal: Int = -1,
        cells: inout [CellSlice]
    ) -> Outcome {
        let firstCell = cells.count
        let count = bytes.count
        var index = start
        var lines = 1
        var fault: Fault?
        while true {
            if keepsStrayQuotes { skipBlanks(before: &index, in: bytes) }
            if fault != nil, let end = endOfFaultyCell(in: bytes, from: index) {
                cells.append(CellSlice(start: index, end: end))
                index = end
            } else if index < count, bytes[index] == quote, index != literal {
                let opening = index
                guard
                    let closed = closingQuote(
                        in: bytes, from: index + 1, isFinal: isFinal, lines: &lines)
                else {
                    let opened = cells.count - firstCell
                    cells.removeSubrange(firstCell...)
                    guard isFinal else { return .incomplete }
                    return unclosed(in: bytes, start: start, opened: opened, at: index)
                }
                cells.append(
                    CellSlice(start: index + 1, end: closed.end, hasEscapes: closed.hasEscapes))
                index = closed.end + 1
                if index < count, !endsCell(bytes[index]) {
                    let end = endOfCell(in: bytes, from: index)
                    // Blanks between a quote and the delimiter are no text.
                    let isBlank = bytes[index..<end].allSatisfy { $0 == 0x20 }
                    if fault == nil, !isBlank {
                        fault = Fault(
                            rule: ExtractionRules.textAfterQuote, cell: cells.count - firstCell,
                            offset: index, quote: opening)
                    }
                    index = end
                }
            } else {
                var hasEscapes = false
                let end =
                    hasBackslashes
                    ? endOfBareCell(in: bytes, from: index, hasEscapes: &hasEscapes)
                    : endOfCell(in: bytes, from: index)
                cells.append(CellSlice(start: index, end: end, hasEscapes: hasEscapes))
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
        let raw = UnsafeRawBufferPointer(bytes)
        let delimiters = SIMD16<UInt8>(repeating: delimiter)
        let lineFeeds = SIMD16<UInt8>(repeating: 0x0A)
        let carriageReturns = SIMD16<UInt8>(repeating: 0x0D)
        while index + 16 <= raw.count {
            let block = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            let ends =
                (block .== delimiters) .| (block .== lineFeeds) .| (block .== carriageReturns)
            // Each byte of a mask is all ones or all zeros.
            let halves = unsafeBitCast(ends, to: SIMD2<UInt64>.self)
            if halves.x != 0 { return index + halves.x.littleEndian.trailingZeroBitCount >> 3 }
            if halves.y != 0 { return index + 8 + halves.y.littleEndian.trailingZeroBitCount >> 3 }
            index += 16
        }
        while index < bytes.count, !endsCell(bytes[index]) { index += 1 }
        return index
    }

    /// Returns the end of a cell behind a fault whose quote is not closed in its line, and `nil` for others.
    ///
    /// Such a cell does not go on in the next line: with a quote too many in every line all of them would
    /// be one record. The record is held back anyway, and reading goes on the sooner.
    private func endOfFaultyCell(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count, bytes[start] == quote else { return nil }
        let end = Self.physicalLine(in: bytes, from: start).end
        let line = UnsafeBufferPointer(rebasing: bytes[..<end])
        var lines = 1
        let closed = closingQuote(in: line, from: start + 1, isFinal: true, lines: &lines)
        return closed == nil ? end : nil
    }

    /// Moves over blanks that stand before an opening quote, as `a, "b"` has them.
    @inline(__always)
    private func skipBlanks(before index: inout Int, in bytes: UnsafeBufferPointer<UInt8>) {
        guard index < bytes.count, bytes[index] == 0x20, delimiter != 0x20 else { return }
        var next = index
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        if next < bytes.count, bytes[next] == quote { index = next }
    }

    /// Returns the end of a cell without quotes in which a backslash makes the next sign text.
    private func endOfBareCell(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, hasEscapes: inout Bool
    ) -> Int {
        var index = start
        while index < bytes.count, !endsCell(bytes[index]) {
            if bytes[index] == 0x5C, index + 1 < bytes.count,
                bytes[index + 1] == quote || bytes[index + 1] == delimiter
                    || bytes[index + 1] == 0x5C
            {
                hasEscapes = true
                index += 1
            }
            index += 1
        }
        return index
    }

    /// Returns the place of the quote that closes a cell, or `nil` when the bytes end before it.
    private func closingQuote(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isFinal: Bool, lines: inout Int
    ) -> (end: Int, hasEscapes: Bool)? {
        guard let quote else { return nil }
        let count = bytes.count
        var index = start
        var hasEscapes = false
        var firstStray: Int?
        while index < count {
            let byte = bytes[index]
            if byte == quote {
                if !hasBackslashes, index + 1 < count, bytes[index + 1] == quote {
                    hasEscapes = true
                    index += 2
                    continue
                }
                guard keepsStrayQuotes else { return (index, hasEscapes) }
                // The quote closes the cell when nothing but blanks stands between it and the end.
                var after = index + 1
                while after < count, bytes[after] == 0x20, delimiter != 0x20 { after += 1 }
                guard after < count else { return isFinal ? (index, hasEscapes) : nil }
                if endsCell(bytes[after]) { return (index, hasEscapes) }
                if firstStray == nil { firstStray = index }
            } else if byte == 0x0A || byte == 0x0D {
                if let firstStray { return (firstStray, hasEscapes) }
                if byte == 0x0A || !(index + 1 < count && bytes[index + 1] == 0x0A) { lines += 1 }
            } else if hasBackslashes, byte == 0x5C {
                hasEscapes = true
                index += 1
            }
            index += 1
        }
        return nil
    }

    /// Takes the first physical line of a record whose quote never closes, so that the next can be read.
    private func unclosed(
        in bytes: UnsafeBufferPointer<UInt8>, start: Int, opened: Int, at offset: Int
    ) -> Outcome {
        let (end, next) = Self.physicalLine(in: bytes, from: start)
        return .record(
            next: next, end: end, lines: 1,
            fault: Fault(
                rule: ExtractionRules.openQuote, cell: opened + 1, offset: offset, quote: offset))
    }

    /// The number of bytes that may be scanned in vain for the end of quotes; then every line stands for
    /// itself, for else each line of a file with a quote too many in each would scan all the others.
    static let patience = 1 << 24

    /// Returns the place of the quote that spoils a row: that of its fault, or the one that opens a cell
    /// over several lines.
    static func quote(
        spoiling cells: ArraySlice<CellSlice>, _ fault: Fault?,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        if let fault { return fault.quote }
        return cells.first { cell in
            bytes[cell.start..<(cell.start + cell.count)].contains { $0 == 0x0A || $0 == 0x0D }
        }.map { $0.start - 1 }
    }

    /// Returns the end of a physical line and the start of the next; both are the end of the bytes when
    /// the line does not end before it.
    static func physicalLine(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (end: Int, next: Int) {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        guard end < bytes.count else { return (end, end) }
        let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
        return (end, end + (isPair ? 2 : 1))
    }
}

/// The state of a pass over bytes that tells their encoding, apart from the tables that it fills.
struct EncodingScan: Sendable {
    private(set) var utf8 = UTF8Validator()
    private(set) var utf16 = UTF16Evidence()
    private var previous: UInt8 = 0x0A

    /// Where it is counted, for the next bytes, what stands beside those outside ASCII.
    struct Tables {
        /// For each byte outside ASCII, what stands in front of it.
        let before: UnsafeMutableBufferPointer<UInt32>
        /// For each byte outside ASCII, which byte of ASCII stands behind it.
        let behind: UnsafeMutableBufferPointer<UInt32>
        /// The offset of the first of each byte outside ASCII, or -1.
        let firsts: UnsafeMutableBufferPointer<Int>
    }

    /// Takes the next bytes, 64 at a time where none of them is zero.
    @inline(__always)
    mutating func take(
        _ block: UnsafeBufferPointer<UInt8>, at offset: Int, into tables: Tables
    ) {
        var index = 0
        while index < block.count {
            if index + 64 <= block.count {
                let bytes = ByteSet64(block, from: index)
                if !bytes.hasZero {
                    take(bytes, of: block, from: index, at: offset, into: tables)
                    index += 64
                    continue
                }
            }
            let end = min(index + 64, block.count)
            takeOneByOne(block, from: index, to: end, at: offset, into: tables)
            index = end
        }
    }

    /// Says that the bytes end, and returns the last one.
    mutating func finish() -> UInt8 {
        utf8.finish()
        utf16.finish()
        defer { previous = 0x0A }
        return previous
    }

    /// Takes 64 bytes without a zero among them.
    @inline(__always)
    private mutating func take(
        _ bytes: ByteSet64, of block: UnsafeBufferPointer<UInt8>, from index: Int, at offset: Int,
        into tables: Tables
    ) {
        let high = bytes.high
        let following = high << 1 | (previous >= 0x80 ? 1 : 0)
        let last = previous
        previous = block[index + 63]
        guard high | following != 0 else { return }
        Self.forEach(high) { place in
            let before = place > 0 ? block[index + place - 1] : last
            tables.count(block[index + place], behind: before, at: offset + index + place)
        }
        Self.forEach(following & ~high) { place in
            let before = place > 0 ? block[index + place - 1] : last
            tables.count(block[index + place], behindHigh: before)
        }
        if !utf8.isWithinCharacter, bytes.isPairs {
            utf8.acceptPairs(high.nonzeroBitCount >> 1)
        } else {
            Self.forEach(high | following) { place in
                let byte = block[index + place]
                if byte >= 0x80 || utf8.isWithinCharacter {
                    utf8.accept(byte, at: offset + index + place)
                }
            }
        }
        guard bytes.mayBeUTF16 else { return }
        Self.forEach(high) { place in
            let before = place > 0 ? block[index + place - 1] : last
            utf16.note(block[index + place], behind: before, at: offset + index + place)
        }
    }

    /// Takes bytes of any kind.
    private mutating func takeOneByOne(
        _ block: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, at offset: Int,
        into tables: Tables
    ) {
        for index in start..<end {
            let byte = block[index]
            let place = offset + index
            if byte >= 0x80 {
                tables.count(byte, behind: previous, at: place)
                utf8.accept(byte, at: place)
                utf16.note(byte, behind: previous, at: place)
            } else {
                if previous >= 0x80 { tables.count(byte, behindHigh: previous) }
                if utf8.isWithinCharacter { utf8.accept(byte, at: place) }
                if byte == 0 { utf16.noteZero(at: place) }
            }
            previous = byte
        }
    }

    /// Calls something with the place of each bit that is set, the lowest first.
    @inline(__always)
    private static func forEach(_ bits: UInt64, _ body: (Int) -> Void) {
        var left = bits
        while left != 0 {
            body(left.trailingZeroBitCount)
            left &= left - 1
        }
    }
}

extension EncodingScan.Tables {
    /// Counts a byte outside ASCII and the one in front of it.
    @inline(__always)
    fileprivate func count(_ byte: UInt8, behind previous: UInt8, at place: Int) {
        let number = Int(byte & 0x7F)
        if firsts[number] < 0 { firsts[number] = place }
        Self.increment(before, number << 8 | Int(previous))
    }

    /// Counts a byte of ASCII behind one outside it.
    @inline(__always)
    fileprivate func count(_ byte: UInt8, behindHigh previous: UInt8) {
        Self.increment(behind, Int(previous & 0x7F) << 7 | Int(byte))
    }

    /// Counts one more, up to the largest number.
    @inline(__always)
    private static func increment(_ counts: UnsafeMutableBufferPointer<UInt32>, _ index: Int) {
        if counts[index] != .max { counts[index] += 1 }
    }
}

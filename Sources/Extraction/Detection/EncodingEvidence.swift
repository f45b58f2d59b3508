/// What one pass over a file gathers to tell its encoding, in memory that does not grow with the file.
struct EncodingEvidence: Sendable {
    /// The number of bytes.
    private(set) var count = 0
    /// The byte order mark at the start, if there is one.
    private(set) var byteOrderMark: ByteOrderMark?
    /// What stands in front of each byte outside ASCII: the byte's number, then the one before.
    private(set) var pairsBefore = [UInt32](repeating: 0, count: 128 << 8)
    /// Which byte of ASCII stands behind each byte outside it.
    private(set) var pairsBehind = [UInt32](repeating: 0, count: 128 << 7)
    /// Pairs of ASCII in some pages of the file: enough to tell a language, and not every byte.
    private(set) var sampledPairs = [UInt32](repeating: 0, count: 128 << 7)

    /// Which bytes outside ASCII there are, known once the file has ended.
    private(set) var bytes = ByteTally(
        firsts: [Int](repeating: 0, count: 128), counts: [Int](repeating: 0, count: 128))

    private var scan = Scan()
    private var firsts = [Int](repeating: -1, count: 128)
    private var start: [UInt8] = []
    private var sampledUntil = 0
    private var sampledLast: UInt8 = 0x0A

    /// A page of 8 KiB of each MiB is sampled.
    private static let pageSize = 1 << 13
    private static let pageDistance = 1 << 20

    /// What speaks for and against UTF-8.
    var utf8: UTF8Validator { scan.utf8 }
    /// What speaks for and against UTF-16.
    var utf16: UTF16Evidence { scan.utf16 }

    /// Takes the next bytes.
    mutating func observe(_ block: UnsafeBufferPointer<UInt8>) {
        guard !block.isEmpty else { return }
        if start.count < 4 {
            start += block.prefix(4 - start.count)
            start.withUnsafeBufferPointer { byteOrderMark = ByteOrderMark(start: $0) }
        }
        sample(block)
        pairsBefore.withUnsafeMutableBufferPointer { before in
            pairsBehind.withUnsafeMutableBufferPointer { behind in
                firsts.withUnsafeMutableBufferPointer { firsts in
                    scan.take(block, at: count, before: before, behind: behind, firsts: firsts)
                }
            }
        }
        count += block.count
    }

    /// Says that the file ends.
    mutating func finish() {
        let last = scan.finish()
        bytes = ByteTally(
            firsts: firsts,
            counts: (0..<128).map { byte in
                pairsBefore[(byte << 8)..<((byte + 1) << 8)].reduce(0) { $0 + Int($1) }
            })
        if last >= 0x80 { pairsBehind[Int(last & 0x7F) << 7 | 0x0A] += 1 }
    }

    /// Whether the first four bytes are the mark of UTF-32.
    var beginsLikeUTF32: Bool {
        start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF]
    }

    private mutating func sample(_ block: UnsafeBufferPointer<UInt8>) {
        var page = count / Self.pageDistance * Self.pageDistance
        while page < count + block.count {
            let from = max(page, count)
            let to = min(page + Self.pageSize, count + block.count)
            if from < to {
                var last = from == sampledUntil ? sampledLast : 0x0A
                for byte in block[(from - count)..<(to - count)] {
                    if last < 0x80, byte < 0x80 {
                        sampledPairs[Int(last) << 7 | Int(byte)] &+= 1
                    }
                    last = byte
                }
                sampledUntil = to
                sampledLast = last
            }
            page += Self.pageDistance
        }
    }
}

/// The state of a pass over the bytes, apart from the tables that it fills.
private struct Scan: Sendable {
    var utf8 = UTF8Validator()
    var utf16 = UTF16Evidence()
    private var previous: UInt8 = 0x0A

    typealias Counts = UnsafeMutableBufferPointer<UInt32>

    @inline(__always)
    mutating func take(
        _ block: UnsafeBufferPointer<UInt8>, at offset: Int, before: Counts, behind: Counts,
        firsts: UnsafeMutableBufferPointer<Int>
    ) {
        var index = 0
        while index < block.count {
            if previous < 0x80, !utf8.isWithinCharacter {
                let next = skipASCII(block, from: index, at: offset)
                if next > index { previous = block[next - 1] }
                index = next
                guard index < block.count else { return }
            }
            let byte = block[index]
            if byte >= 0x80 {
                let number = Int(byte & 0x7F)
                if firsts[number] < 0 { firsts[number] = offset + index }
                Self.increment(before, number << 8 | Int(previous))
                utf8.accept(byte, at: offset + index)
                utf16.note(byte, behind: previous, at: offset + index)
            } else {
                if previous >= 0x80 {
                    Self.increment(behind, Int(previous & 0x7F) << 7 | Int(byte))
                }
                if utf8.isWithinCharacter { utf8.accept(byte, at: offset + index) }
                if byte == 0 { utf16.noteZero(at: offset + index) }
            }
            previous = byte
            index += 1
        }
    }

    /// Says that the file ends, and returns its last byte.
    mutating func finish() -> UInt8 {
        utf8.finish()
        utf16.finish()
        defer { previous = 0x0A }
        return previous
    }

    /// Skips ASCII 32 bytes at a time; most bytes of an export are ASCII.
    @inline(__always)
    private mutating func skipASCII(
        _ block: UnsafeBufferPointer<UInt8>, from start: Int, at offset: Int
    ) -> Int {
        let raw = UnsafeRawBufferPointer(block)
        let high: UInt64 = 0x8080_8080_8080_8080
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        var index = start
        while index + 32 <= raw.count {
            let first = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let second = raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
            let third = raw.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self)
            let fourth = raw.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self)
            if (first | second | third | fourth) & high != 0 { break }
            // In ASCII a byte plus 7F has its high bit set unless the byte is zero.
            let nonzero = (first &+ low) & (second &+ low) & (third &+ low) & (fourth &+ low)
            if nonzero & high != high {
                for word in [first, second, third, fourth] {
                    utf16.noteZeros(mask: ~(word &+ low) & high, at: offset + index)
                }
            }
            index += 32
        }
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let ends = word & high
            var zeros = ~(((word & low) &+ low) | word) & high
            if ends == 0 {
                utf16.noteZeros(mask: zeros, at: offset + index)
                index += 8
                continue
            }
            let length = ends.trailingZeroBitCount >> 3
            zeros &= (1 << UInt64(length * 8)) - 1
            utf16.noteZeros(mask: zeros, at: offset + index)
            return index + length
        }
        while index < raw.count, raw[index] < 0x80 {
            if raw[index] == 0 { utf16.noteZero(at: offset + index) }
            index += 1
        }
        return index
    }

    /// Counts one more, up to the largest number.
    @inline(__always)
    private static func increment(_ counts: Counts, _ index: Int) {
        if counts[index] != .max { counts[index] += 1 }
    }
}

/// What one pass over a file gathers to tell its encoding, in memory that does not grow with the file.
struct EncodingEvidence: Sendable {
    /// The number of bytes.
    private(set) var count = 0
    /// The byte order mark at the start, if there is one.
    private(set) var byteOrderMark: ByteOrderMark?
    /// What speaks for and against UTF-8.
    private(set) var utf8 = UTF8Validator()
    /// What speaks for and against UTF-16.
    private(set) var utf16 = UTF16Evidence()
    /// Which bytes outside ASCII there are.
    private(set) var bytes = ByteTally()
    /// What stands in front of each byte outside ASCII: the byte's number, then the one before.
    private(set) var pairsBefore = [UInt32](repeating: 0, count: 128 << 8)
    /// Which byte of ASCII stands behind each byte outside it.
    private(set) var pairsBehind = [UInt32](repeating: 0, count: 128 << 7)
    /// Pairs of ASCII in some pages of the file: enough to tell a language, and not every byte.
    private(set) var sampledPairs = [UInt32](repeating: 0, count: 128 << 7)

    private var start: [UInt8] = []
    private var previous: UInt8 = 0x0A
    private var sampledUntil = 0
    private var sampledLast: UInt8 = 0x0A

    /// A page of 8 KiB of each MiB is sampled.
    private static let pageSize = 1 << 13
    private static let pageDistance = 1 << 20

    /// Takes the next bytes.
    mutating func observe(_ block: UnsafeBufferPointer<UInt8>) {
        guard !block.isEmpty else { return }
        if start.count < 4 {
            start += block.prefix(4 - start.count)
            start.withUnsafeBufferPointer { byteOrderMark = ByteOrderMark(start: $0) }
        }
        sample(block)
        var index = 0
        while index < block.count {
            if previous < 0x80, !utf8.isWithinCharacter {
                let next = skipASCII(block, from: index)
                if next > index { previous = block[next - 1] }
                index = next
                guard index < block.count else { break }
            }
            note(block[index], at: count + index)
            index += 1
        }
        count += block.count
    }

    /// Says that the file ends.
    mutating func finish() {
        utf8.finish()
        utf16.finish()
        if previous >= 0x80 { Self.increment(&pairsBehind, Int(previous & 0x7F) << 7 | 0x0A) }
        previous = 0x0A
    }

    /// Whether the first four bytes are the mark of UTF-32.
    var beginsLikeUTF32: Bool {
        start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF]
    }

    @inline(__always)
    private mutating func note(_ byte: UInt8, at offset: Int) {
        if byte >= 0x80 {
            bytes.note(byte, at: offset)
            Self.increment(&pairsBefore, Int(byte & 0x7F) << 8 | Int(previous))
            utf8.accept(byte, at: offset)
            utf16.note(byte, behind: previous, at: offset)
        } else {
            if previous >= 0x80 {
                Self.increment(&pairsBehind, Int(previous & 0x7F) << 7 | Int(byte))
            }
            if utf8.isWithinCharacter { utf8.accept(byte, at: offset) }
            if byte == 0 { utf16.noteZero(at: offset) }
        }
        previous = byte
    }

    /// Skips ASCII 32 bytes at a time; most bytes of an export are ASCII.
    @inline(__always)
    private mutating func skipASCII(_ block: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
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
                    utf16.noteZeros(mask: ~(word &+ low) & high, at: count + index)
                }
            }
            index += 32
        }
        while index < raw.count, raw[index] < 0x80 {
            if raw[index] == 0 { utf16.noteZero(at: count + index) }
            index += 1
        }
        return index
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

    /// Counts one more, up to the largest number.
    @inline(__always)
    private static func increment(_ counts: inout [UInt32], _ index: Int) {
        counts[index] = counts[index] == .max ? .max : counts[index] + 1
    }
}

/// Which bytes outside ASCII a file has, where each first stands and how often.
struct ByteTally: Sendable, Hashable {
    private var firsts = [Int](repeating: 0, count: 128)
    private var counts = [Int](repeating: 0, count: 128)

    /// Whether there is any.
    var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

    /// The number of bytes.
    var count: Int { counts.reduce(0, +) }

    /// Returns where a byte stands, or `nil` when the file does not have it.
    subscript(byte: UInt8) -> ByteOccurrences? {
        let index = Int(byte & 0x7F)
        guard byte >= 0x80, counts[index] > 0 else { return nil }
        return ByteOccurrences(first: firsts[index], count: counts[index])
    }

    @inline(__always)
    mutating func note(_ byte: UInt8, at offset: Int) {
        let index = Int(byte & 0x7F)
        if counts[index] == 0 { firsts[index] = offset }
        counts[index] += 1
    }

    /// Returns the bytes that have no meaning in a code page.
    func undefined(in page: CodePage) -> ByteOccurrences? {
        var result: ByteOccurrences?
        for byte in UInt8(0x80)...UInt8.max where page.scalars[Int(byte)] == nil {
            guard let found = self[byte] else { continue }
            result = ByteOccurrences(
                first: min(result?.first ?? .max, found.first),
                count: (result?.count ?? 0) + found.count)
        }
        return result
    }
}

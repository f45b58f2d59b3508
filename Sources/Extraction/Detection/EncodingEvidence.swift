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

    private var scan = EncodingScan()
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
                    scan.take(
                        block, at: count,
                        into: .init(before: before, behind: behind, firsts: firsts))
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

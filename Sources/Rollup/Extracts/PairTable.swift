/// A set of pairs of numbers below 2³² that gives each a dense number, in the order of their coming.
///
/// A pair is one word and compared whole: no hash is trusted.
struct PairTable {
    private(set) var pairs: ContiguousArray<UInt64> = []
    private var slots = ContiguousArray<Int32>(repeating: -1, count: 1024)
    /// By how much a hash is shifted to become a slot.
    private var shift = UInt64(64 - 10)

    /// The number of pairs.
    var count: Int { pairs.count }

    /// Returns the two halves of the pair with a number.
    subscript(number: Int) -> (first: Int, second: Int) {
        let pair = pairs[number]
        return (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
    }

    /// Returns the number of a pair, and whether it was not known before.
    @inline(__always)
    mutating func insert(_ first: Int, _ second: Int) -> (number: Int, isNew: Bool) {
        let pair = UInt64(first) << 32 | UInt64(second)
        var slot = Int(Self.hash(pair) >> shift)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if pairs[number] == pair { return (number, false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(pairs.count)
        pairs.append(pair)
        if 2 * pairs.count > slots.count { grow() }
        return (pairs.count - 1, true)
    }

    /// Adds a pair that is not there and that nobody will look for.
    mutating func append(_ first: Int, _ second: Int) {
        pairs.append(UInt64(first) << 32 | UInt64(second))
    }

    private mutating func grow() {
        shift -= 1
        var size = 2 * slots.count
        while 2 * pairs.count > size {
            size *= 2
            shift -= 1
        }
        slots = ContiguousArray(repeating: -1, count: size)
        for (number, pair) in pairs.enumerated() {
            var slot = Int(Self.hash(pair) >> shift)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// Bases and members mostly come in runs; two rounds keep runs of both from meeting.
    @inline(__always)
    private static func hash(_ pair: UInt64) -> UInt64 {
        var hash = (pair ^ pair >> 32) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        return hash &* 0xBF58_476D_1CE4_E5B9
    }
}

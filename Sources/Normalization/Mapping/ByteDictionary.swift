/// Gives every distinct run of bytes a dense number, in the order of first sight.
///
/// An open-addressing table over one arena. The seed of the hash is drawn anew in every process, so
/// that no file can be made to collide.
struct ByteDictionary {
    private var slots: [UInt32]
    private var hashes: [UInt32] = []
    private var ends: [Int] = [0]
    private var arena: [UInt8] = []
    private var mask: Int
    private let seed: UInt64

    init(seed: UInt64) {
        slots = Array(repeating: 0, count: 256)
        mask = 255
        self.seed = seed
    }

    /// The number of distinct runs.
    var count: Int { hashes.count }

    /// Returns the number of a run of bytes and whether it is new.
    @inline(__always)
    mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        let hash = hash(bytes)
        var slot = Int(hash) & mask
        while true {
            let entry = Int(slots[slot])
            if entry == 0 { return (insert(bytes, hash: hash, at: slot), true) }
            if hashes[entry - 1] == hash, isEqual(bytes, entry: entry - 1) {
                return (entry - 1, false)
            }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, entry: Int) -> Bool {
        let start = ends[entry]
        guard ends[entry + 1] - start == bytes.count else { return false }
        return arena.withUnsafeBufferPointer { arena in
            for index in 0..<bytes.count where arena[start + index] != bytes[index] {
                return false
            }
            return true
        }
    }

    private mutating func insert(
        _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32, at slot: Int
    ) -> Int {
        arena.append(contentsOf: bytes)
        ends.append(arena.count)
        hashes.append(hash)
        slots[slot] = UInt32(hashes.count)
        if hashes.count * 2 > mask { grow() }
        return hashes.count - 1
    }

    private mutating func grow() {
        mask = mask * 2 + 1
        slots = Array(repeating: 0, count: mask + 1)
        for (entry, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(entry + 1)
        }
    }

    @inline(__always)
    private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let raw = UnsafeRawBufferPointer(bytes)
        var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        var index = 0
        while index + 8 <= raw.count {
            state = Self.mix(
                state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var tail: UInt64 = 0
        while index < raw.count {
            tail = tail << 8 | UInt64(raw[index])
            index += 1
        }
        state = Self.mix(state ^ tail)
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}

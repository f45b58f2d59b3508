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
        return arena.withUnsafeBytes { arena in
            let known = UnsafeRawBufferPointer(rebasing: arena[start..<(start + bytes.count)])
            return Self.isEqual(known, UnsafeRawBufferPointer(bytes))
        }
    }

    /// Compares runs of the same length eight bytes at a time; the last eight may overlap those before.
    @inline(__always)
    private static func isEqual(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer
    ) -> Bool {
        let count = first.count
        guard count >= 8 else { return word(of: first) == word(of: second) }
        var index = 0
        while index + 8 < count {
            guard eight(of: first, at: index) == eight(of: second, at: index) else { return false }
            index += 8
        }
        return eight(of: first, at: count - 8) == eight(of: second, at: count - 8)
    }

    /// Eight bytes from an offset.
    @inline(__always)
    private static func eight(of bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// Fewer than eight bytes in one word; runs of one length have the same word only when they are the same.
    @inline(__always)
    private static func word(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        let count = bytes.count
        if count >= 4 {
            let first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
            let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            return UInt64(first) << 32 | UInt64(last)
        }
        guard count > 0 else { return 0 }
        return UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count - 1])
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
        let count = raw.count
        var state = seed ^ UInt64(truncatingIfNeeded: count)
        if count < 8 {
            state = Self.mix(state ^ Self.word(of: raw))
        } else {
            var index = 0
            while index + 8 < count {
                state = Self.mix(state ^ Self.eight(of: raw, at: index))
                index += 8
            }
            state = Self.mix(state ^ Self.eight(of: raw, at: count - 8))
        }
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}

/// What 64 bytes have in common, found for eight of them at a time without asking for each.
struct ByteSet64 {
    /// Whether a byte is zero.
    let hasZero: Bool
    /// A bit for each byte outside ASCII, the first byte the lowest.
    let high: UInt64

    private let block: UnsafeRawBufferPointer
    private let start: Int

    /// Looks at the 64 bytes of a block from an index.
    @inline(__always)
    init(_ block: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.block = UnsafeRawBufferPointer(block)
        self.start = start
        var zeros: UInt64 = 0
        var high: UInt64 = 0
        for place in 0..<8 {
            let word = self.block.loadUnaligned(
                fromByteOffset: start + place << 3, as: UInt64.self)
            zeros |= Self.zeros(word)
            high |= Self.bits(word) << (UInt64(place) << 3)
        }
        hasZero = zeros != 0
        self.high = high
    }

    /// Whether all bytes outside ASCII are characters of UTF-8 of two bytes, none of them torn.
    var isPairs: Bool {
        @inline(__always) get {
            var leads: UInt64 = 0
            var overlong: UInt64 = 0
            for place in 0..<8 {
                let word = word(place)
                // 110xxxxx: the high bit, the one below, and not the third.
                leads |= Self.bits(word & word << 1 & ~(word << 2)) << (UInt64(place) << 3)
                // C0 and C1 begin no character.
                overlong |= Self.zeros(word & 0xFEFE_FEFE_FEFE_FEFE ^ 0xC0C0_C0C0_C0C0_C0C0)
            }
            // Behind each lead stands one byte that is none, and there is nothing else outside ASCII.
            return overlong == 0 && leads >> 63 == 0 && high == leads | leads << 1
                && leads & leads << 1 == 0 && hasNoLongLeads
        }
    }

    /// Whether no byte begins a character of three bytes or more, and none is FE or FF.
    private var hasNoLongLeads: Bool {
        @inline(__always) get {
            var long: UInt64 = 0
            for place in 0..<8 {
                let word = word(place)
                long |= word & word << 1 & word << 2
            }
            return long & Self.highBits == 0
        }
    }

    /// Whether a byte is one that UTF-16 would have in a surrogate or in U+FFFD.
    var mayBeUTF16: Bool {
        @inline(__always) get {
            var found: UInt64 = 0
            for place in 0..<8 {
                let word = word(place)
                // 11011xxx begins a surrogate; FD and FF are U+FFFD.
                found |= word & word << 1 & ~(word << 2) & word << 3 & word << 4 & Self.highBits
                found |= Self.zeros(~(word | 0x0202_0202_0202_0202))
            }
            return found != 0
        }
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    private func word(_ place: Int) -> UInt64 {
        block.loadUnaligned(fromByteOffset: start + place << 3, as: UInt64.self)
    }

    /// Returns the high bits of eight bytes as one byte.
    @inline(__always)
    private static func bits(_ word: UInt64) -> UInt64 {
        (((word & highBits) >> 7) &* 0x0102_0408_1020_4080) >> 56
    }

    /// Returns what is not zero if, and only if, one of eight bytes is.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & highBits
    }
}

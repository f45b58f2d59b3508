/// What speaks for and against UTF-16 in a file: zero bytes, which its Latin text has in every other
/// place, and surrogates, which come in pairs.
struct UTF16Evidence: Sendable {
    /// The number of zero bytes at even offsets: many in text with the big end first.
    private(set) var zerosAtEven = 0
    /// The number of zero bytes at odd offsets: many in text with the little end first.
    private(set) var zerosAtOdd = 0
    /// What there is if the little end comes first.
    private(set) var littleEndian = Order(parity: 1)
    /// What there is if the big end comes first.
    private(set) var bigEndian = Order(parity: 0)

    /// What a file has if the high byte of a character stands at even or odd offsets.
    struct Order: Sendable {
        /// Surrogates without their partner.
        private(set) var loneSurrogates: ByteOccurrences?
        /// The characters U+FFFD, which programs write for what they could not read.
        fileprivate(set) var lostCharacters: ByteOccurrences?
        /// Whether the high byte stands at even (0) or odd (1) offsets.
        let parity: Int
        private var awaited: Int?

        fileprivate init(parity: Int) { self.parity = parity }

        fileprivate mutating func note(_ byte: UInt8, at offset: Int) {
            guard offset & 1 == parity else { return }
            if byte & 0x04 == 0 {
                dropAwaited()
                awaited = offset + 2
            } else if awaited == offset {
                awaited = nil
            } else {
                dropAwaited()
                add(offset)
            }
        }

        fileprivate mutating func dropAwaited() {
            if let awaited { add(awaited - 2) }
            awaited = nil
        }

        private mutating func add(_ offset: Int) {
            loneSurrogates = ByteOccurrences.adding(offset - parity, to: loneSurrogates)
        }
    }

    /// Takes a byte outside ASCII and the one in front of it.
    @inline(__always)
    mutating func note(_ byte: UInt8, behind previous: UInt8, at offset: Int) {
        if byte & 0xF8 == 0xD8 {
            littleEndian.note(byte, at: offset)
            bigEndian.note(byte, at: offset)
        } else if byte == 0xFF, previous == 0xFD, offset & 1 == 1 {
            littleEndian.lostCharacters = ByteOccurrences.adding(
                offset - 1, to: littleEndian.lostCharacters)
        } else if byte == 0xFD, previous == 0xFF, offset & 1 == 1 {
            bigEndian.lostCharacters = ByteOccurrences.adding(
                offset - 1, to: bigEndian.lostCharacters)
        }
    }

    /// Takes a zero byte.
    @inline(__always)
    mutating func noteZero(at offset: Int) {
        if offset & 1 == 0 { zerosAtEven += 1 } else { zerosAtOdd += 1 }
    }

    /// Says that the file ends.
    mutating func finish() {
        littleEndian.dropAwaited()
        bigEndian.dropAwaited()
    }
}

/// Finds what does not belong to UTF-8 in a stream (RFC 3629), and characters that an earlier program lost.
struct UTF8Validator: Sendable {
    /// The sequences that are broken.
    private(set) var faults: ByteOccurrences?
    /// The characters U+FFFD, which programs write for what they could not read.
    private(set) var lostCharacters: ByteOccurrences?
    /// The number of whole characters outside ASCII.
    private(set) var characterCount = 0
    /// Whether a character has begun and waits for more bytes.
    var isWithinCharacter: Bool { missing > 0 }

    private var offset = 0
    private var start = 0
    private var missing = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF
    private var bits: UInt32 = 0

    /// Takes the next bytes of the stream.
    mutating func validate(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            if byte >= 0x80 || missing > 0 { accept(byte, at: offset) }
            offset += 1
        }
    }

    /// Says that the stream ends.
    mutating func finish() {
        if missing > 0 { note(start) }
        missing = 0
    }

    /// Takes a byte outside ASCII, or any byte while a character waits for more.
    @inline(__always)
    mutating func accept(_ byte: UInt8, at position: Int) {
        if missing > 0 {
            if byte >= lowest, byte <= highest {
                missing -= 1
                lowest = 0x80
                highest = 0xBF
                bits = bits << 6 | UInt32(byte & 0x3F)
                if missing == 0 { endCharacter() }
                return
            }
            note(start)
            missing = 0
            lowest = 0x80
            highest = 0xBF
        }
        guard byte >= 0x80 else { return }
        begin(byte, at: position)
    }

    /// Takes whole characters of two bytes, while no character waits for more.
    @inline(__always)
    mutating func acceptPairs(_ count: Int) { characterCount += count }

    @inline(__always)
    private mutating func begin(_ byte: UInt8, at position: Int) {
        start = position
        bits = UInt32(byte & 0x0F)
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0...0xEF:
            missing = 2
            if byte == 0xE0 { lowest = 0xA0 }
            if byte == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            missing = 3
            if byte == 0xF0 { lowest = 0x90 }
            if byte == 0xF4 { highest = 0x8F }
        default: note(position)
        }
    }

    @inline(__always)
    private mutating func endCharacter() {
        characterCount += 1
        // Only a sequence of three bytes leaves exactly these bits.
        if bits == 0xFFFD {
            lostCharacters = ByteOccurrences.adding(start, to: lostCharacters)
        }
    }

    private mutating func note(_ position: Int) {
        faults = ByteOccurrences.adding(position, to: faults)
    }
}

/// Finds the first byte of a stream that does not belong to UTF-8 (RFC 3629).
struct UTF8Validator {
    private(set) var firstFault: Int?
    private(set) var hasBytesAboveASCII = false
    private(set) var hasZeroBytes = false
    private var offset = 0
    private var sequenceStart = 0
    private var missing = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF

    mutating func validate(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            if missing == 0 {
                index = skipASCII(bytes, from: index)
                guard index < bytes.count else { break }
            }
            accept(bytes[index], at: offset + index)
            index += 1
        }
        offset += bytes.count
    }

    mutating func finish() {
        if missing > 0, firstFault == nil { firstFault = sequenceStart }
    }

    /// Skips ASCII eight bytes at a time; most bytes of an export are ASCII.
    private mutating func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(bytes)
        var zeros: UInt64 = 0
        while index + 8 <= bytes.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            zeros |= (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 {
            if bytes[index] == 0 { zeros = 1 }
            index += 1
        }
        if zeros != 0 { hasZeroBytes = true }
        return index
    }

    private mutating func accept(_ byte: UInt8, at position: Int) {
        if missing > 0 {
            if byte >= lowest, byte <= highest {
                missing -= 1
                lowest = 0x80
                highest = 0xBF
                return
            }
            note(sequenceStart)
            missing = 0
            lowest = 0x80
            highest = 0xBF
        }
        guard byte >= 0x80 else {
            if byte == 0 { hasZeroBytes = true }
            return
        }
        hasBytesAboveASCII = true
        sequenceStart = position
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

    private mutating func note(_ position: Int) {
        if firstFault == nil { firstFault = position }
    }
}

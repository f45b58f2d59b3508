/// How many bytes a character of a text takes at least, and in which order.
public enum TextWidth: Sendable, CaseIterable {
    /// One: UTF-8 and all code pages.
    case single
    /// Two, the low one first: UTF-16LE.
    case little
    /// Two, the high one first: UTF-16BE.
    case big

    var count: Int { self == .single ? 1 : 2 }

    /// Returns the bytes of a code unit.
    func bytes(_ unit: UInt16) -> [UInt8] {
        let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
        return switch self {
        case .single: [low]
        case .little: [low, high]
        case .big: [high, low]
        }
    }

    /// Returns the code unit at a place, or `nil` behind the end.
    func unit(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
        guard place >= 0, place + count <= bytes.count else { return nil }
        return switch self {
        case .single: UInt16(bytes[place])
        case .little: UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
        case .big: UInt16(bytes[place + 1]) | UInt16(bytes[place]) << 8
        }
    }

    /// Overwrites a stretch with blanks; line ends stay, so that the lines behind it keep their numbers.
    ///
    /// - Parameters:
    ///   - range: The stretch; its number of bytes stays the same.
    ///   - bytes: The bytes that it lies in.
    public func blank(_ range: Range<Int>, in bytes: inout [UInt8]) {
        let blank = self.bytes(0x20)
        for place in stride(from: range.lowerBound, to: range.upperBound, by: count) {
            guard place + count <= min(range.upperBound, bytes.count) else { break }
            let unit = bytes.withUnsafeBufferPointer { self.unit(at: place, in: $0) }
            if unit == 0x0A || unit == 0x0D { continue }
            for (offset, byte) in blank.enumerated() { bytes[place + offset] = byte }
        }
    }

    /// Returns the number of physical lines that a stretch touches.
    public func lines(of range: Range<Int>, in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var (lines, previous) = (1, UInt16(0))
            for place in stride(from: range.lowerBound, to: range.upperBound, by: count) {
                guard let unit = unit(at: place, in: bytes) else { break }
                if unit == 0x0D || unit == 0x0A && previous != 0x0D { lines += 1 }
                previous = unit
            }
            return lines
        }
    }
}

/// The bytes of a file in a form in which ASCII stands for itself, and back again without loss.
///
/// UTF-16 becomes UTF-8, and half a pair of surrogates the three bytes that UTF-8 would have for it;
/// all other encodings are that form already.
public struct LosslessText: Sendable {
    /// The bytes; whoever changes them keeps their number.
    public var bytes: [UInt8]
    private let encoding: TextEncoding
    /// The last byte of UTF-16 with an odd number of bytes.
    private var tail: [UInt8] = []

    /// Takes the bytes of a file as sent.
    public init(sent: [UInt8], encoding: TextEncoding) {
        self.encoding = encoding
        bytes = sent
        guard encoding.isUTF16 else { return }
        bytes = []
        bytes.reserveCapacity(sent.count)
        let low = encoding == .utf16LittleEndian ? 0 : 1
        func unit(_ place: Int) -> UInt32 {
            UInt32(sent[place + low]) | UInt32(sent[place + 1 - low]) << 8
        }
        let end = sent.count & ~1
        var place = 0
        while place < end {
            var value = unit(place)
            place += 2
            if value & 0xFC00 == 0xD800, place < end, unit(place) & 0xFC00 == 0xDC00 {
                value = 0x10000 + (value & 0x3FF) << 10 + unit(place) & 0x3FF
                place += 2
            }
            append(value)
        }
        tail = Array(sent[end...])
    }

    private mutating func append(_ value: UInt32) {
        switch value {
        case ..<0x80: bytes.append(UInt8(value))
        case ..<0x800:
            bytes.append(0xC0 | UInt8(value >> 6))
            bytes.append(Self.continuation(value))
        case ..<0x10000:
            bytes.append(0xE0 | UInt8(value >> 12))
            bytes.append(Self.continuation(value >> 6))
            bytes.append(Self.continuation(value))
        default:
            bytes.append(0xF0 | UInt8(value >> 18))
            bytes.append(Self.continuation(value >> 12))
            bytes.append(Self.continuation(value >> 6))
            bytes.append(Self.continuation(value))
        }
    }

    private static func continuation(_ value: UInt32) -> UInt8 { 0x80 | UInt8(value & 0x3F) }

    /// Returns the bytes of the file as it would be sent.
    public func sent() -> [UInt8] {
        guard encoding.isUTF16 else { return bytes }
        var sent: [UInt8] = []
        sent.reserveCapacity(2 * bytes.count)
        let isLittle = encoding == .utf16LittleEndian
        func append(_ unit: UInt32) {
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8 & 0xFF))
            sent.append(isLittle ? low : high)
            sent.append(isLittle ? high : low)
        }
        var place = 0
        while place < bytes.count {
            let first = bytes[place]
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var value = UInt32(first) & (length == 1 ? 0x7F : 0xFF >> (UInt32(length) + 1))
            for byte in bytes[(place + 1)..<min(place + length, bytes.count)] {
                value = value << 6 | UInt32(byte & 0x3F)
            }
            place += length
            if value < 0x10000 {
                append(value)
            } else {
                append(0xD800 + (value - 0x10000) >> 10)
                append(0xDC00 + (value - 0x10000) & 0x3FF)
            }
        }
        return sent + tail
    }
}

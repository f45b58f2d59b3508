/// Reads and writes single characters in the bytes of a ``LosslessText``.
public struct ScalarCoder: Sendable {
    private let table: [Unicode.Scalar?]
    private var bytes: [Unicode.Scalar: UInt8] = [:]

    /// Creates a coder for a text in an encoding.
    public init(_ encoding: TextEncoding) {
        table = CodePage.all[encoding]?.scalars ?? []
        for (byte, scalar) in table.enumerated() {
            if let scalar { bytes[scalar] = UInt8(byte) }
        }
    }

    /// Returns the character at a place and the number of its bytes; no character for a byte that has no
    /// meaning.
    public func scalar(
        in text: [UInt8], at place: Int, before end: Int
    ) -> (scalar: Unicode.Scalar?, length: Int) {
        let first = text[place]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        guard table.isEmpty else { return (table[Int(first)], 1) }
        let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
        guard length > 1, place + length <= end else { return (nil, 1) }
        var value = UInt32(first) & (0xFF >> (UInt32(length) + 1))
        for byte in text[(place + 1)..<(place + length)] {
            guard byte & 0xC0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value), UTF8.width(scalar) == length else {
            return (nil, 1)
        }
        return (scalar, length)
    }

    /// Returns the bytes of a character, or `nil` when the encoding lacks it.
    public func encoded(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if scalar.isASCII { return [UInt8(scalar.value)] }
        guard table.isEmpty else { return bytes[scalar].map { [$0] } }
        return Array(String(scalar).utf8)
    }
}

/// Bytes as hexadecimal text.
public enum Hexadecimal {
    /// Returns the text of bytes, two lower-case digits each.
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Returns the bytes of a text, or `nil` when it is none.
    public static func bytes(of text: String) -> [UInt8]? {
        let digits = text.utf8.map { Int(String(UnicodeScalar($0)), radix: 16) }
        guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { place in
            UInt8((digits[place] ?? 0) << 4 | (digits[place + 1] ?? 0))
        }
    }
}

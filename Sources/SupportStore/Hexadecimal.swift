/// Bytes as hexadecimal text.
public enum Hexadecimal {
    /// Returns the text of bytes, two lower-case digits each.
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}

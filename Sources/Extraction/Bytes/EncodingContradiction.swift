/// Why bytes cannot be in the encoding that a definition pins.
public enum EncodingContradiction: Sendable, Hashable {
    /// The byte at an offset does not belong to UTF-8.
    case byteOutsideUTF8(at: Int)
    /// The file begins with the mark of another encoding.
    case otherByteOrderMark(ByteOrderMark)
    /// UTF-16 has an even number of bytes.
    case oddLength
    /// Latin text in UTF-16 has zero bytes; this file has none.
    case notUTF16
    /// The file is UTF-8 with letters outside ASCII, which the pinned code page would garble.
    case isUTF8
    /// The bytes are far likelier in another encoding, for a reason.
    case looksLike(TextEncoding, EncodingReason)
    /// The text was UTF-8 already when a program read it in a code page and saved it again.
    case encodedTwice
}

import Glibc

/// Turns the bytes of one cell into text.
public struct TextDecoder: Sendable {
    /// The encoding of the bytes as a reader hands them out: UTF-16 has become UTF-8 by then.
    public let encoding: TextEncoding
    private let table: [Unicode.Scalar?]

    /// Creates a decoder for cells of a file.
    public init(_ encoding: TextEncoding) {
        self.encoding = encoding
        table =
            switch encoding {
            case .windows1257: Self.table(of: "CP1257")
            case .iso8859Part13: Self.table(of: "ISO-8859-13")
            default: []
            }
    }

    /// Returns the text of a cell.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of the cell, without the quotes around it.
    ///   - escapes: How quotes are escaped within the bytes, or `nil` when none is.
    /// - Throws: ``UndefinedByte`` at the first byte without meaning.
    public func text(
        of bytes: UnsafeBufferPointer<UInt8>, unescaping escapes: CellEscapes? = nil
    ) throws(UndefinedByte) -> String {
        guard let escapes else { return try text(of: bytes) }
        let (plain, places) = escapes.unescaped(bytes)
        do {
            return try plain.withUnsafeBufferPointer { (bytes) throws(UndefinedByte) in
                try text(of: bytes)
            }
        } catch {
            throw UndefinedByte(offset: places[error.offset], byte: error.byte)
        }
    }

    private func text(of bytes: UnsafeBufferPointer<UInt8>) throws(UndefinedByte) -> String {
        guard !table.isEmpty else {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw UndefinedByte(offset: 0, byte: bytes.first ?? 0)
            }
            if let lost = text.unicodeScalars.firstIndex(of: "\u{FFFD}") {
                throw UndefinedByte(
                    offset: text.utf8.distance(from: text.startIndex, to: lost), byte: 0xEF)
            }
            return text
        }
        var scalars = String.UnicodeScalarView()
        for (offset, byte) in bytes.enumerated() {
            guard let scalar = table[Int(byte)] else {
                throw UndefinedByte(offset: offset, byte: byte)
            }
            scalars.append(scalar)
        }
        return String(scalars)
    }

    /// The meaning of each byte, asked once of the system, so that no table of ours can be wrong.
    private static func table(of name: String) -> [Unicode.Scalar?] {
        let converter = iconv_open("UTF-8", name)
        defer { iconv_close(converter) }
        return (0...255).map { value in
            var input = [CChar(bitPattern: UInt8(value))]
            var output = [CChar](repeating: 0, count: 8)
            return input.withUnsafeMutableBufferPointer { source in
                output.withUnsafeMutableBufferPointer { target in
                    var from = source.baseAddress
                    var to = target.baseAddress
                    var left = 1
                    var room = 8
                    guard iconv(converter, &from, &left, &to, &room) != -1, left == 0 else {
                        return nil
                    }
                    let bytes = target[0..<(8 - room)].map { UInt8(bitPattern: $0) }
                    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
                }
            }
        }
    }
}

/// A byte that has no meaning in the encoding, or a character that an earlier program lost.
public struct UndefinedByte: Error, Hashable {
    /// The offset of the byte within the cell.
    public let offset: Int
    /// The byte.
    public let byte: UInt8
}

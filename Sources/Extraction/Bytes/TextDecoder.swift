/// Turns the bytes of one cell into text.
public struct TextDecoder: Sendable {
    /// The encoding of the bytes as a reader hands them out: UTF-16 has become UTF-8 by then.
    public let encoding: TextEncoding
    private let table: [Unicode.Scalar?]

    /// Creates a decoder for cells of a file.
    public init(_ encoding: TextEncoding) {
        self.encoding = encoding
        table = CodePage.all[encoding]?.scalars ?? []
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
            throw UndefinedByte(
                offset: places[error.offset], byte: error.byte,
                isLostCharacter: error.isLostCharacter)
        }
    }

    /// Returns the text of bytes for people to look at: what has no meaning stands as U+FFFD.
    public func lossyText(of bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard encoding.isSingleByte else { return String(decoding: bytes, as: UTF8.self) }
        return bytes.reduce(into: "") { text, byte in
            text += [byte].withUnsafeBufferPointer { try? self.text(of: $0) } ?? "\u{FFFD}"
        }
    }

    private func text(of bytes: UnsafeBufferPointer<UInt8>) throws(UndefinedByte) -> String {
        guard !table.isEmpty else { return try textOfUTF8(bytes) }
        var scalars = String.UnicodeScalarView()
        for (offset, byte) in bytes.enumerated() {
            guard let scalar = table[Int(byte)] else {
                throw UndefinedByte(offset: offset, byte: byte)
            }
            scalars.append(scalar)
        }
        return String(scalars)
    }

    private func textOfUTF8(_ bytes: UnsafeBufferPointer<UInt8>) throws(UndefinedByte) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            var validator = UTF8Validator()
            validator.validate(bytes)
            validator.finish()
            let offset = validator.faults?.first ?? 0
            throw UndefinedByte(offset: offset, byte: offset < bytes.count ? bytes[offset] : 0)
        }
        if let lost = text.unicodeScalars.firstIndex(of: "\u{FFFD}") {
            throw UndefinedByte(
                offset: text.utf8.distance(from: text.startIndex, to: lost), byte: 0xEF,
                isLostCharacter: true)
        }
        return text
    }
}

/// A byte that has no meaning in the encoding, or a character that an earlier program lost.
public struct UndefinedByte: Error, Hashable {
    /// The offset of the byte within the cell.
    public let offset: Int
    /// The byte.
    public let byte: UInt8
    /// Whether the byte begins U+FFFD, which a program wrote for what it could not read.
    public let isLostCharacter: Bool

    init(offset: Int, byte: UInt8, isLostCharacter: Bool = false) {
        self.offset = offset
        self.byte = byte
        self.isLostCharacter = isLostCharacter
    }
}

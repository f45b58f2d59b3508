/// The pieces of a file's name in which `%E7` stands for a byte.
///
/// Whoever saved a file in an old encoding, or took it from the address of a page, has bytes and
/// escapes in the middle of names. A byte from 0x80 on is part of a letter and belongs to the word
/// around it; an escape of an ASCII letter or digit is that letter or digit.
struct EscapedName {
    /// The pieces.
    private(set) var pieces: [TextPieces.Piece] = []

    /// A letter that no definition knows and whose own first letter is never shown.
    private static let letterOfByte: Character = "\u{A78F}"

    /// Cuts a name.
    init(_ name: some StringProtocol) {
        var text = ""
        var rest = Substring(name)
        while let first = rest.first {
            guard let escape = Self.escape(atStartOf: rest) else {
                text.append(first)
                rest.removeFirst()
                continue
            }
            rest.removeFirst(escape.length)
            if escape.byte >= 0x80 {
                text.append(Self.letterOfByte)
            } else if Self.isPartOfText(escape.byte) {
                text.append(Character(Unicode.Scalar(escape.byte)))
            } else {
                // Other escapes stand for themselves: they tell files apart.
                pieces += TextPieces(text).pieces
                text = ""
                pieces.append(.init(kind: .signs, text: escape.shown))
            }
        }
        pieces += TextPieces(text).pieces
    }

    private static func isPartOfText(_ byte: UInt8) -> Bool {
        let character = Character(Unicode.Scalar(byte))
        return character.isLetter || character.isNumber || character == "@"
    }

    /// Returns the byte that an escape stands for, and the number of its characters.
    ///
    /// A name that has `%C5` itself comes as `%25C5`, for its `%` is escaped; both mean the byte C5.
    private static func escape(
        atStartOf text: Substring
    ) -> (byte: UInt8, length: Int, shown: String)? {
        guard text.first == "%" else { return nil }
        var length = 1
        var digits = text.dropFirst()
        guard var byte = byte(digits.prefix(2)) else { return nil }
        while byte == UInt8(ascii: "%"), let next = Self.byte(digits.dropFirst(2).prefix(2)) {
            byte = next
            length += 2
            digits = digits.dropFirst(2)
        }
        length += 2
        return (byte, length, "%" + digits.prefix(2))
    }

    private static func byte(_ digits: Substring) -> UInt8? {
        guard digits.count == 2, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            return nil
        }
        return UInt8(digits, radix: 16)
    }
}

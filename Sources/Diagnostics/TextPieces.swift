/// A text cut into words, runs of digits and the signs between them.
struct TextPieces {
    /// What a piece is made of.
    enum Kind {
        /// Letters with their marks, as many as stand together.
        case word
        /// Digits of any script, as many as stand together.
        case digits
        /// Everything else.
        case signs
    }

    /// A run of characters of one kind.
    struct Piece {
        let kind: Kind
        var text: String
    }

    private(set) var pieces: [Piece] = []

    /// Cuts a text.
    ///
    /// Characters that nobody sees join what stands around them, so that none cuts a name in two, and
    /// those that act, such as line ends, become blanks.
    init(_ text: some StringProtocol) {
        for character in Self.visible(text) {
            let kind = Self.kind(of: character)
            if let last = pieces.indices.last, pieces[last].kind == kind {
                pieces[last].text.append(character)
            } else {
                pieces.append(Piece(kind: kind, text: String(character)))
            }
        }
    }

    /// The words of a text.
    static func words(of text: some StringProtocol) -> [String] {
        TextPieces(text).pieces.filter { $0.kind == .word }.map(\.text)
    }

    private static func visible(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        var isBehindBlank = true
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .format: continue
            case _ where scalar.properties.isDefaultIgnorableCodePoint: continue
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                if !isBehindBlank { result.append(" ") }
                isBehindBlank = true
            default:
                result.append(scalar)
                isBehindBlank = false
            }
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    private static func kind(of character: Character) -> Kind {
        let first = character.unicodeScalars.first?.properties
        switch first?.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return .word
        default: break
        }
        if character.isLetter { return .word }
        return character.isNumber ? .digits : .signs
    }
}

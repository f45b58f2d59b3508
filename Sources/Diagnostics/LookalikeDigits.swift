/// Letters that are typed for digits: `O1O2O3-12345` is a personal code still.
enum LookalikeDigits {
    /// Letters of three scripts that look like 0 or 1, and may begin or end a run of digits.
    private static let ofEnds: Set<Character> = [
        "O", "o", "Q", "О", "о", "Ο", "ο", "I", "i", "l", "L", "І", "і", "Ι", "ι", "ı",
    ]

    /// Letters that look like another digit, which a unit or an abbreviation behind a number may have.
    private static let ofMiddles: Set<Character> = [
        "Z", "z", "S", "s", "B", "b", "G", "g", "З", "з",
    ]

    /// Returns pieces in which such letters are digits where they touch digits.
    static func joined(_ pieces: [TextPieces.Piece]) -> [TextPieces.Piece] {
        var joined: [TextPieces.Piece] = []
        for place in pieces.indices {
            let piece = pieces[place]
            let isBehind = place > 0 && pieces[place - 1].kind == .digits
            let isBefore = place + 1 < pieces.count && pieces[place + 1].kind == .digits
            guard piece.kind == .digits || isDigits(piece, isBehind: isBehind, isBefore: isBefore)
            else {
                joined.append(piece)
                continue
            }
            if let last = joined.indices.last, joined[last].kind == .digits {
                joined[last].text += piece.text
            } else {
                joined.append(.init(kind: .digits, text: piece.text))
            }
        }
        return joined
    }

    private static func isDigits(
        _ piece: TextPieces.Piece, isBehind: Bool, isBefore: Bool
    ) -> Bool {
        guard piece.kind == .word, isBehind || isBefore else { return false }
        return piece.text.allSatisfy {
            ofEnds.contains($0) || isBehind && isBefore && ofMiddles.contains($0)
        }
    }
}

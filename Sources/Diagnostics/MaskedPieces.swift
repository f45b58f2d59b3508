/// The pieces of a text, of which what could tell a person is being hidden.
struct MaskedPieces {
    private var pieces: [TextPieces.Piece]
    /// The pieces as a code would be read in them.
    private let codePieces: [TextPieces.Piece]
    /// Whether the text may be an address of mail, of which nothing is shown.
    let isAddress: Bool
    /// Whether its digits, school years left out, are as many as a personal code may have.
    let holdsCode: Bool
    private(set) var hidesDigits = false
    private let years: Set<Int>

    /// Fewer digits are no personal code, mistyped ones included.
    private static let digitsOfCode = 9
    private static let hidden = "…"

    init(_ original: some StringProtocol) { self.init(TextPieces(original).pieces) }

    /// Takes the pieces of a text, whose look-alikes of digits may be digits of a code.
    init(_ pieces: [TextPieces.Piece]) {
        self.pieces = pieces
        let codePieces = LookalikeDigits.joined(pieces)
        let years = SchoolYears(codePieces).places
        self.codePieces = codePieces
        self.years = years
        isAddress = pieces.contains { piece in
            piece.kind == .signs && piece.text.contains { "@＠﹫".contains($0) }
        }
        let digits = codePieces.indices.filter {
            codePieces[$0].kind == .digits && !years.contains($0)
        }
        holdsCode = digits.reduce(0) { $0 + codePieces[$1].text.count } >= Self.digitsOfCode
    }

    /// What is shown.
    var text: String { isAddress ? Self.hidden : pieces.map(\.text).joined() }

    /// Hides digits where they could be a code; what stands between them goes with them.
    mutating func hideDigits(always: Bool = false) {
        guard always || holdsCode else { return }
        var shown: [TextPieces.Piece] = []
        for (place, piece) in codePieces.enumerated() {
            guard piece.kind == .digits, !years.contains(place) else {
                shown.append(piece)
                continue
            }
            hidesDigits = true
            if shown.count >= 2, shown[shown.count - 1].kind == .signs,
                shown[shown.count - 2].text == Self.hidden
            {
                shown.removeLast()
            } else {
                shown.append(.init(kind: .signs, text: Self.hidden))
            }
        }
        pieces = shown
    }

    /// Hides words that nobody knows but for their first letter, and signs that are no punctuation.
    mutating func hideWords(except words: KnownWords) {
        let spelt = speltOut()
        for place in pieces.indices {
            let piece = pieces[place]
            switch piece.kind {
            case .digits: break
            case .signs: pieces[place].text = Self.punctuation(of: piece.text)
            case .word where spelt.contains(place): pieces[place].text = Self.hidden
            case .word:
                if Self.isNoName(piece.text) || words.contains(piece.text) { continue }
                pieces[place].text = Self.firstLetter(of: piece.text) + Self.hidden
            }
        }
    }

    /// The places of short words that stand in a row, for a name may be written so: `A n n a`.
    private func speltOut() -> Set<Int> {
        var spelt: Set<Int> = []
        var run: [Int] = []
        func end() {
            let isSingle = run.allSatisfy { pieces[$0].text.count == 1 }
            if run.count >= (isSingle ? 3 : 4) { spelt.formUnion(run) }
            run = []
        }
        for place in pieces.indices where pieces[place].kind == .word {
            if pieces[place].text.count <= 2 { run.append(place) } else { end() }
        }
        end()
        return spelt
    }

    /// Whether a word is too short for a name: two letters, or an abbreviation that no mouth can speak,
    /// as the numbers of plans have it.
    private static func isNoName(_ word: String) -> Bool {
        guard word.allSatisfy(isOfShortWords) else { return false }
        return word.count <= 2
            || word.count == 3 && word.allSatisfy { "BCDFGHJKLMNPQRSTVWXZ".contains($0) }
    }

    /// Two signs are a whole name in scripts that write syllables or words.
    private static func isOfShortWords(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy {
            $0.value < 0x0530 || (0x1E00...0x1EFF).contains($0.value)
        }
    }

    private static func firstLetter(of word: String) -> String {
        guard let first = word.first, isOfShortWords(first),
            let letter = first.unicodeScalars.first,
            letter.properties.isAlphabetic
        else { return "" }
        return first.unicodeScalars.count <= 2 ? String(first) : String(Character(letter))
    }

    /// Signs as they stand where they are ordinary; others may be read as letters.
    private static func punctuation(of signs: String) -> String {
        var shown = ""
        for character in signs {
            if character.isASCII || "–—„“”‘’‚«»…€§°№·×".contains(character) {
                shown.append(character)
            } else if !shown.hasSuffix(hidden) {
                shown += hidden
            }
        }
        return shown
    }
}

/// The school years of a text, `2018./2019.` or `2018-2019-2` with its semester: their digits are
/// never those of a code.
private struct SchoolYears {
    /// The places of their pieces.
    private(set) var places: Set<Int> = []

    init(_ pieces: [TextPieces.Piece]) {
        for place in pieces.indices.dropLast(2) where pieces[place].kind == .digits {
            let (first, second) = (pieces[place].text, pieces[place + 2].text)
            guard first.count == 4, first.hasPrefix("20"), let year = Int(first),
                ["/", "./", "-", "–", "_"].contains(pieces[place + 1].text),
                second == "\(year + 1)" || second == "\(year + 1)".suffix(2)
            else { continue }
            places.formUnion([place, place + 2])
            guard place + 4 < pieces.count, ["-", "_"].contains(pieces[place + 3].text),
                ["1", "2"].contains(pieces[place + 4].text)
            else { continue }
            places.insert(place + 4)
        }
    }
}

import Extraction

/// Makes the twin of an XML file: elements, attributes and their names stay.
struct XMLTwin {
    private let layout: XMLLayout
    private let coder: ScalarCoder
    private let known: KnownTerms
    private let text: [UInt8]
    private let random: TwinRandom

    init(
        _ text: LosslessText, encoding: TextEncoding, known: KnownTerms, random: TwinRandom
    ) {
        self.text = text.bytes
        self.known = known
        self.random = random
        coder = ScalarCoder(encoding)
        layout = XMLLayout(text.bytes)
    }

    /// Makes the twin.
    consuming func make() -> (text: [UInt8], summary: TwinSummary) {
        var census = TwinCensus<[UInt8]>(coder, known: known)
        layout.forEachPiece { census.note($0.bytes, of: text, at: key(of: $0)) }
        let kept = census.keptValues()
        var summary = TwinSummary()
        var substitution = TwinSubstitution(
            coder,
            words: TwinWords(
                TwinAlphabet(coder, met: census.letters), forbidden: census.words),
            numbers: TwinNumbers(forbidden: census.numbers), random: random)
        var twin = text
        layout.forEachPiece { piece in
            let value = TwinCensus<[UInt8]>.trimmed(piece.bytes, of: text)
            if let key = key(of: piece), kept[key]?.contains(value) == true {
                summary.note(kept: value)
            } else if piece.hasReferences {
                substitution.replaceXML(piece.bytes, in: &twin)
            } else {
                let shape = text[piece.bytes].withUnsafeBufferPointer { CellShape(of: $0) }
                substitution.replace(piece.bytes, in: &twin, keepsLetters: shape.isValue)
            }
        }
        summary.finish(substitution, coder)
        return (twin, summary)
    }

    /// The names of the element and attribute of a value.
    private func key(of piece: XMLLayout.Piece) -> [UInt8]? {
        guard piece.isValue else { return nil }
        return Array(text[piece.element]) + [0x40] + Array(text[piece.attribute])
    }
}

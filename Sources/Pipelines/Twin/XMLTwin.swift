import Extraction

/// Makes the twin of an XML file: elements, attributes and the names of its format stay.
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
        var names = XMLTwinNames(coder, known: known)
        layout.forEachPiece { piece in
            if piece.kind == .name { names.note(piece.bytes, of: text) }
            census.note(
                piece.bytes, of: text, at: key(of: piece),
                isPlain: plainKind(of: piece, census) != nil)
        }
        let kept = census.keptValues { key in
            let parts = key.split(separator: 0x40, maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.last.flatMap { $0.isEmpty ? nil : $0 } ?? parts.first ?? []
            return TwinPlainValue.namesSomebody(census.text(Array(name)))
        }
        var summary = TwinSummary()
        var substitution = TwinSubstitution(
            coder, knowing: census, calendar: known.calendar, random: random)
        var twin = text
        layout.forEachPiece { piece in
            let value = TwinCensus<[UInt8]>.trimmed(piece.bytes, of: text)
            if let place = placeOfName(of: piece),
                names.unknown(in: place, of: text, isSomebody: census.isSomebody).isEmpty
            {
                summary.note(name: (piece.attribute.isEmpty ? [] : [0x40]) + text[place])
            }
            if piece.kind == .name || piece.kind == .otherName {
                let places = names.unknown(
                    in: piece.bytes, of: text, isSomebody: census.isSomebody)
                for place in places { substitution.replace(place, in: &twin) }
            } else if let kind = plainKind(of: piece, census) {
                summary.note(plain: value, kind)
            } else if let key = key(of: piece), kept[key]?.contains(value) == true {
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

    private func plainKind(
        of piece: XMLLayout.Piece, _ census: TwinCensus<[UInt8]>
    ) -> TwinPlainValue.Kind? {
        guard piece.isValue, let first = text[piece.bytes].first(where: { $0 > 0x20 }),
            (0x30...0x39).contains(first)
        else { return nil }
        let name = piece.attribute.isEmpty ? piece.element : piece.attribute
        return TwinPlainValue.kind(
            of: census.text(Array(text[piece.bytes])), under: census.text(Array(text[name])))
    }

    /// Where the name stands that a definition would read a value by; `nil` for a text that is no value.
    private func placeOfName(of piece: XMLLayout.Piece) -> Range<Int>? {
        guard piece.isValue, text[piece.bytes].contains(where: { $0 > 0x20 }) else { return nil }
        let place = piece.attribute.isEmpty ? piece.element : piece.attribute
        return place.isEmpty ? nil : place
    }

    /// The names of the element and attribute of a value.
    private func key(of piece: XMLLayout.Piece) -> [UInt8]? {
        guard piece.isValue else { return nil }
        return Array(text[piece.element]) + [0x40] + Array(text[piece.attribute])
    }
}

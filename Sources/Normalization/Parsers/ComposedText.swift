extension String {
    /// The text with letters and their marks joined to one character each where Unicode has one
    /// (normal form C), for Latin and Cyrillic.
    ///
    /// A store compares bytes: `a` with a combining macron would be another letter than `ā`.
    var composed: String {
        unicodeScalars.contains(where: CanonicalComposition.isMark)
            ? CanonicalComposition.compose(self) : self
    }
}

/// Joins letters and combining marks as Unicode's normal form C does (UAX #15), in Latin and Cyrillic.
///
/// The standard library compares texts by canonical equivalence without showing what a character is
/// made of, so the pairs are found by comparing.
private enum CanonicalComposition {
    private struct Pair: Hashable {
        let letter: Unicode.Scalar
        let mark: Unicode.Scalar
    }

    /// Characters that are nothing but another way to write others.
    private static let aliases: [Unicode.Scalar: [Unicode.Scalar]] = [
        "\u{212A}": ["K"], "\u{212B}": ["A", "\u{30A}"], "\u{340}": ["\u{300}"],
        "\u{341}": ["\u{301}"], "\u{343}": ["\u{313}"], "\u{344}": ["\u{308}", "\u{301}"],
    ]

    private static let wholes: [Pair: Unicode.Scalar] = {
        let ranges: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF, 0x400...0x52F]
        let letters = ranges.flatMap { $0.compactMap(Unicode.Scalar.init) }
        let byText = Dictionary(
            letters.map { (String($0), $0) }, uniquingKeysWith: { first, _ in first })
        let plain = (UInt8(ascii: "A")...UInt8(ascii: "z")).map { Unicode.Scalar($0) }
        let marks = (0x300...0x331 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        var wholes: [Pair: Unicode.Scalar] = [:]
        let others = (0x250...0x2AF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        for letter in plain + letters + others where letter.properties.isAlphabetic {
            for mark in marks {
                let text = String(String.UnicodeScalarView([letter, mark]))
                if let whole = byText[text] { wholes[Pair(letter: letter, mark: mark)] = whole }
            }
        }
        return wholes
    }()

    private static let parts: [Unicode.Scalar: Pair] = Dictionary(
        wholes.map { ($0.value, $0.key) },
        uniquingKeysWith: { first, second in
            first.mark.value < second.mark.value ? first : second
        })

    /// Whether a text with a character may not be composed.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x300...0x36F).contains(scalar.value) || aliases[scalar] != nil
    }

    static func compose(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var cluster: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars.flatMap(taken(apart:)) {
            if scalar.properties.canonicalCombiningClass == .notReordered {
                result += joined(cluster)
                cluster = []
            }
            cluster.append(scalar)
        }
        result += joined(cluster)
        return String(result)
    }

    private static func taken(apart scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if let others = aliases[scalar] { return others }
        guard let pair = parts[scalar] else { return [scalar] }
        return taken(apart: pair.letter) + [pair.mark]
    }

    /// Joins a letter and the marks behind it.
    private static func joined(_ cluster: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard cluster.count > 1, let first = cluster.first else { return cluster }
        let isLetter = first.properties.canonicalCombiningClass == .notReordered
        // Marks of different classes do not touch each other, so their order has no meaning.
        let marks = (isLetter ? cluster.dropFirst() : cluster[...]).enumerated().sorted {
            let classes = (
                $0.element.properties.canonicalCombiningClass,
                $1.element.properties.canonicalCombiningClass
            )
            return classes.0 == classes.1 ? $0.offset < $1.offset : classes.0 < classes.1
        }.map(\.element)
        guard isLetter else { return marks }
        var letter = first
        var left: [Unicode.Scalar] = []
        for mark in marks {
            let isBlocked =
                left.last?.properties.canonicalCombiningClass
                == mark.properties.canonicalCombiningClass
            if !isBlocked, let whole = wholes[Pair(letter: letter, mark: mark)] {
                letter = whole
            } else {
                left.append(mark)
            }
        }
        return [letter] + left
    }
}

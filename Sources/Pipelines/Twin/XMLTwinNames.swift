import Extraction

/// Which words of names of elements and attributes stay in a twin.
///
/// A name that a format has comes again and again; one that stands once or twice may be a word of a
/// remark whose `<` nobody escaped, and so somebody's.
struct XMLTwinNames {
    private let coder: ScalarCoder
    private let known: KnownTerms
    private var counts: [String: Int] = [:]

    init(_ coder: ScalarCoder, known: KnownTerms) {
        self.coder = coder
        self.known = known
    }

    /// How often a word must stand in names to be one of the format.
    private static let leastCount = 3
    /// Fewer digits are no personal code, mistyped ones included.
    private static let digitsOfCode = 9

    /// Words of XML itself.
    private static let ownWords: Set<String> = [
        "xml", "xmlns", "xsi", "xsd", "xlink", "href", "lang", "space", "base", "schema",
        "location", "nil", "namespace", "doctype", "entity", "element", "attlist", "notation",
        "system", "public", "cdata", "pcdata", "required", "implied", "fixed", "idref", "nmtoken",
        "empty", "any", "ndata",
    ]

    /// Notes the name of an attribute or of an element that ends.
    mutating func note(_ name: Range<Int>, of text: [UInt8]) {
        for word in words(of: name, text) { counts[word.text.lowercased(), default: 0] += 1 }
    }

    /// The stretches of a name that are to be replaced.
    ///
    /// - Parameter isSomebody: Whether a word in small letters is somebody's name elsewhere in the file.
    func unknown(
        in name: Range<Int>, of text: [UInt8], isSomebody: (String) -> Bool
    ) -> [Range<Int>] {
        let digits = TwinTokens(name, of: text, coder).digits.count { $0 >= 0 }
        if digits >= Self.digitsOfCode { return [name] }
        return words(of: name, text).filter { !stays($0.text, isSomebody) }.map(\.place)
    }

    private func stays(_ word: String, _ isSomebody: (String) -> Bool) -> Bool {
        let small = word.lowercased()
        if isKnown(small) { return true }
        let parts = Self.parts(of: word)
        if parts.count > 1, parts.allSatisfy({ isKnown($0.lowercased()) }) { return true }
        return counts[small, default: 0] >= Self.leastCount && !GivenNames.all.contains(small)
            && !isSomebody(small)
    }

    /// Names are short for what they name: two letters are nobody's.
    private func isKnown(_ word: String) -> Bool {
        word.count <= 2 && word.unicodeScalars.allSatisfy { $0.value < 0x250 }
            || Self.ownWords.contains(word) || known.isOrdinary(word)
    }

    /// The words that capitals tell apart, as in `birthDate`.
    private static func parts(of word: String) -> [String] {
        var parts: [String] = []
        var wasSmall = false
        for letter in word {
            if parts.isEmpty || (wasSmall && letter.isUppercase) { parts.append("") }
            parts[parts.count - 1].append(letter)
            wasSmall = letter.isLowercase
        }
        return parts
    }

    private func words(
        of name: Range<Int>, _ text: [UInt8]
    ) -> [(text: String, place: Range<Int>)] {
        let tokens = TwinTokens(name, of: text, coder)
        return tokens.tokens.filter { $0.kind == .word }.map { token in
            let word = String(String.UnicodeScalarView(tokens.scalars(of: token)))
            let start = tokens.places[token.range.lowerBound]
            return (word, start..<tokens.places[token.range.upperBound])
        }
    }
}

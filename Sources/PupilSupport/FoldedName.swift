/// A person's name as people are compared by it: without capitals, diacritics and hyphens, its words in
/// the order of their letters, so that `Bērziņa-Kalniņa Anna` is `anna berzina kalnina`.
public struct FoldedName: Hashable, Sendable {
    /// The words, in the order of their letters.
    public let words: [String]

    /// Folds a name.
    public init(_ parts: String...) {
        words = parts.flatMap { part in
            part.lowercased().split { !$0.isLetter && !$0.isNumber }.map(Self.plain)
        }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The words with single blanks between them.
    public var text: String { words.joined(separator: " ") }

    /// Whether there is no word.
    public var isEmpty: Bool { words.isEmpty }

    private static func plain(_ word: Substring) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in word.unicodeScalars where !(0x0300...0x036F).contains(scalar.value) {
            scalars.append(plainLetters[scalar] ?? scalar)
        }
        return String(scalars)
    }

    /// The letters of Latvian and its neighbours without their marks.
    private static let plainLetters: [Unicode.Scalar: Unicode.Scalar] = {
        let marked = "āčēģīķļņōŗšūžäöüõąęėįųćłńóśźżáéíúåøёй"
        let plain = "acegiklnorsuzaouoaeeiuclnoszzaeiuaoеи"
        return Dictionary(
            zip(marked.unicodeScalars, plain.unicodeScalars),
            uniquingKeysWith: { first, _ in first })
    }()
}

/// The words of files that a message may show: those that the definitions use, and the ordinary words
/// of school files.
///
/// Any other word may be somebody's name, whatever the column, the header or the file it stands in.
/// The set is built once; it is consulted only when something is found wrong.
public struct KnownWords: Sendable {
    private let words: Set<String>

    /// The ordinary words of school files, for whoever has no definitions.
    public static let ordinary = KnownWords(of: [String]())

    /// Creates the set of the words of some texts and the ordinary words.
    ///
    /// - Parameter texts: Labels, names of columns, codes and whatever else definitions say.
    public init(of texts: some Sequence<String>) {
        var words: Set<String> = []
        for text in texts {
            for word in TextPieces.words(of: text) { words.formUnion(Self.spellings(of: word)) }
        }
        for word in OrdinaryWords.all { words.formUnion(Self.spellings(of: word)) }
        self.words = words.subtracting(OrdinaryWords.namesakes)
    }

    /// Creates the set of the words of texts that are surely no names, such as those of a header that is
    /// proved to be one.
    public init(trusting texts: some Sequence<String>) {
        words = Set(texts.flatMap { TextPieces.words(of: $0) }.map { $0.lowercased() })
    }

    /// Returns the words of both sets.
    public func union(_ other: KnownWords) -> KnownWords { KnownWords(words.union(other.words)) }

    private init(_ words: Set<String>) { self.words = words }

    /// Whether a word is known, whatever its capitals.
    public func contains(_ word: String) -> Bool { words.contains(word.lowercased()) }

    /// A word as it stands and as names of files write it, without diacritics.
    private static func spellings(of word: String) -> [String] {
        let folded = word.lowercased()
        return [folded, String(folded.map { plainLetters[$0] ?? $0 })]
    }

    private static let plainLetters: [Character: Character] = [
        "ā": "a", "č": "c", "ē": "e", "ģ": "g", "ī": "i", "ķ": "k", "ļ": "l", "ņ": "n", "ō": "o",
        "ŗ": "r", "š": "s", "ū": "u", "ž": "z",
    ]
}

/// A name without capitals and without the marks of its letters, as programs often write names.
enum PlainName {
    private static let marks: [Character: Character] = [
        "ā": "a", "č": "c", "ē": "e", "ģ": "g", "ī": "i", "ķ": "k", "ļ": "l", "ņ": "n", "š": "s",
        "ū": "u", "ž": "z",
    ]

    /// Returns a name as roots of words are looked for in it; no root is found in the rest of a long one.
    static func folded(_ name: String) -> String {
        String(name.prefix(200).lowercased().map { marks[$0] ?? $0 })
    }
}

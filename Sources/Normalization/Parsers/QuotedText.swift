import Diagnostics

/// The text of a cell as a message may quote it.
///
/// Cells slip into the wrong column, so a text that could be a personal code or somebody's name is
/// never quoted, whatever the column: of what looks like a name the first letters stand, of what has
/// as many digits as a code nothing.
struct QuotedText {
    /// What a message may show.
    let text: String

    /// Quotes a text.
    ///
    /// - Parameters:
    ///   - original: The text of the cell.
    ///   - known: What may stand in the column; what resembles it is no name.
    init(_ original: String, known: [String] = []) {
        // Signs between the digits of a code do not hide it, nor does what a name is part of.
        let bare = String(original.filter { $0.isNumber || $0.isLetter })
        guard !Self.mayHoldCode(original), !Self.mayHoldCode(bare), !original.contains("@") else {
            text = "…"
            return
        }
        guard Self.looksLikeName(original), !Self.resembles(original, known) else {
            text = original.count <= 60 ? original : original.prefix(60) + "…"
            return
        }
        text = Self.words(of: original).map { "\($0.prefix(1))…" }.joined(separator: " ")
    }

    /// Whether a text has nine digits or more with nothing but hyphens and blanks between them, as a
    /// personal code has, mistyped ones included.
    static func mayHoldCode(_ text: String) -> Bool {
        var digits = 0
        for character in text {
            if character.isNumber {
                digits += 1
                if digits >= 9 { return true }
            } else if character != "-" && !character.isWhitespace {
                digits = 0
            }
        }
        return false
    }

    /// Whether a text is one to four words of letters that all begin with a capital.
    private static func looksLikeName(_ text: String) -> Bool {
        guard !text.contains(where: \.isNumber), text.count > 2 else { return false }
        let words = words(of: text)
        return (1...4).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
    }

    private static func words(of text: String) -> [Substring] {
        text.split { !$0.isLetter }
    }

    /// Whether a text is near one that is known, or shares a longer word with it.
    private static func resembles(_ text: String, _ known: [String]) -> Bool {
        guard Suggestions.nearest(to: text, among: known, limit: 1).isEmpty else { return true }
        let long = Set(words(of: text).filter { $0.count >= 5 }.map { $0.lowercased() })
        return known.contains { candidate in
            words(of: candidate).contains { long.contains($0.lowercased()) }
        }
    }
}

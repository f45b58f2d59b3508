/// A text as vocabularies and names are compared: without regard to case, to blanks at the ends or
/// repeated, and to a final full stop.
struct FoldedText: Hashable, Sendable {
    let text: String

    init(_ original: some StringProtocol) {
        var words = original.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .lowercased()
        if words.count > 1, words.hasSuffix(".") { words.removeLast() }
        text = words
    }
}

/// Keeps one copy of a text that stands in many cells of a table.
struct SharedTexts {
    private let isDistinct: [Bool]
    private var texts: Set<String> = []

    /// Takes which columns have another text in every row, so that there is nothing to share.
    init(besides isDistinct: [Bool]) { self.isDistinct = isDistinct }

    /// Returns the text, or the copy of it that was there before.
    mutating func shared(_ text: String, ofColumn number: Int) -> String {
        // Texts of up to fifteen bytes need no memory of their own.
        guard text.utf8.count > 15, !isDistinct[number] else { return text }
        return texts.insert(text).memberAfterInsert
    }
}

import PupilSupport
import SupportStore

extension IndicatorSet {
    /// Returns the kinds of record whose views a query reads, that of its places first.
    func kinds(of query: String) -> [RecordKind] {
        let words = Self.words(of: queries[query] ?? "")
        // The records that have the places stand behind `FROM`, after the last columns of places.
        let selected = words.lastIndex { $0.hasSuffix(".delivery") } ?? words.startIndex
        var kinds: [RecordKind] = []
        for word in words[selected...] + words[..<selected] {
            guard let kind = RecordKind.inStore.first(where: { $0.currentView == word }),
                !kinds.contains(kind)
            else { continue }
            kinds.append(kind)
        }
        return kinds
    }

    /// The words of a query, remarks apart.
    private static func words(of sql: String) -> [String] {
        var words: [String] = []
        for line in sql.split(separator: "\n") {
            let text = line.firstRange(of: "--").map { line[..<$0.lowerBound] } ?? line
            words += text.split { character in
                !(character.isLetter || character.isNumber || "_.".contains(character))
            }.map(String.init)
        }
        return words
    }
}

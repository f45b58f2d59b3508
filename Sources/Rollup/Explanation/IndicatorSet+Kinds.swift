import PupilSupport
import SupportStore

extension IndicatorSet {
    /// Returns the kinds of record whose views a query reads, that of its places first.
    func kinds(of query: String) -> [RecordKind] { kindsOfQueries[query] ?? [] }

    /// Returns the kinds of record that the text of a query reads, that of its places first.
    static func kinds(in sql: String) -> [RecordKind] {
        let words = words(of: sql)
        // The records that have the places stand behind `FROM`, after the last columns of places.
        let selected = words.lastIndex { $0.hasSuffix(".delivery") } ?? words.startIndex
        var kinds: [RecordKind] = []
        for word in words[selected...] + words[..<selected] {
            guard let kind = kindsByView[word], !kinds.contains(kind) else { continue }
            kinds.append(kind)
        }
        return kinds
    }

    private static let kindsByView = Dictionary(
        uniqueKeysWithValues: RecordKind.inStore.map { ($0.currentView, $0) })

    /// The words of a query, remarks apart.
    private static func words(of sql: String) -> [String] {
        sql.utf8.split(separator: UInt8(ascii: "\n")).flatMap { line in
            let text = line.firstRange(of: "--".utf8).map { line[..<$0.lowerBound] } ?? line
            return text.split(whereSeparator: isBetweenWords).map { String(Substring($0)) }
        }
    }

    /// Whether a byte belongs to no word; those of letters beyond ASCII do.
    private static func isBetweenWords(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
            false
        default: true
        }
    }
}

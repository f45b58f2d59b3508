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
        withLines(of: sql) { lines in
            lines.flatMap { line in
                line.split(whereSeparator: isBetweenWords).map {
                    String(decoding: $0, as: UTF8.self)
                }
            }
        }
    }

    /// Lends the lines of a query as bytes, remarks apart.
    static func withLines<Result>(
        of sql: String, _ body: ([Slice<UnsafeBufferPointer<UInt8>>]) -> Result
    ) -> Result {
        var sql = sql
        return sql.withUTF8 { text in
            body(
                text.split(separator: UInt8(ascii: "\n")).map { line in
                    let remark = line.indices.dropLast().first {
                        line[$0] == UInt8(ascii: "-") && line[$0 + 1] == UInt8(ascii: "-")
                    }
                    return remark.map { line[..<$0] } ?? line
                })
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

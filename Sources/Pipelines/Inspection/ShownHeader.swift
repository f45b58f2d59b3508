import Diagnostics
import Extraction

/// The names of a table's columns as an inspection may show them.
///
/// A definition needs them whole, but a gradebook has pupils for columns and a pupil's card a name in its
/// first row, whatever the cells below prove; so of a word that nothing knows the first letter stands.
struct ShownHeader {
    /// The names, empty where a column has none.
    let names: [String]
    /// Those that two columns have, as they may be shown; an import refuses them.
    let repeated: [String]
    /// Whether any is shown in part only.
    let isShortened: Bool

    /// Decides what to show of the header of a table.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - words: The words of the file that may be shown, beside those of formats.
    init(of table: TableFinding, knowing words: KnownWords) {
        let words = words.union(.ofFormats)
        let whole = table.columns.map(\.name)
        names = whole.map { ShownText($0, knowing: words).text }
        var seen: Set<String> = []
        var twice: Set<String> = []
        repeated = zip(whole, names).compactMap { name, shown in
            !name.isEmpty && !seen.insert(name).inserted && twice.insert(name).inserted
                ? shown : nil
        }
        isShortened = names.contains { $0.contains("…") }
    }
}

extension KnownWords {
    /// The ordinary words, and those by which exports call columns and elements.
    static let ofFormats = KnownWords(
        of: KnownTerms.commonHeaderWords.union(["akad", "akadēmiskās", "day"]))
}

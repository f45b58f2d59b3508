import Diagnostics
import Extraction

/// The names of a table's columns as an inspection may show them.
///
/// A definition needs them whole, so they stand as they are where the cells below prove that the header
/// is one; elsewhere a row of data may stand in its place.
struct ShownHeader {
    /// The names, empty where a column has none.
    let names: [String]
    /// Those that two columns have, as they may be shown; an import refuses them.
    let repeated: [String]
    /// Whether any is shown in part only.
    let isShortened: Bool

    /// Decides what to show of the header of a table.
    init(of table: TableFinding) {
        let whole = table.columns.map(\.name)
        let words = table.isHeaderProved ? KnownWords(trusting: whole) : .ordinary
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

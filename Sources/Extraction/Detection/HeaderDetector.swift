/// Tells how many of the first rows of a table name its columns.
struct HeaderDetector {
    /// The most rows that a header has.
    private static let mostRows = 3

    /// How many rows the header has, and whether the cells below prove it.
    struct Finding {
        let rows: Int
        /// Whether columns of values lie below names, which chance does not bring about.
        let isProved: Bool
    }

    let sample: SampleRows
    /// The rows of the table that have more than one cell filled.
    let rows: [SampleRows.Row]
    let width: Int

    /// Tells how many rows the header has.
    func detect() -> Finding {
        guard let first = rows.first else { return Finding(rows: 0, isProved: false) }
        if rows.count == 1 {
            let isData = (0..<width).contains { sample.shape(first, $0).isValue }
            return Finding(rows: isData ? 0 : 1, isProved: false)
        }
        if hasNumberedHeader() { return Finding(rows: 1, isProved: true) }
        let below = rows.dropFirst(rows.count > 6 ? 3 : rows.count > 3 ? 2 : 1).prefix(1000)
        let profiles = ColumnProfile.profiles(of: below, width: width, in: sample)
        let telling = profiles.indices.filter { profiles[$0].tellsHeader }
        guard !telling.isEmpty else { return Finding(rows: rowsAmongTexts(), isProved: false) }
        var count = 0
        while count < min(Self.mostRows, rows.count), !isData(rows[count], telling, profiles) {
            guard count == 0 || continuesHeader(rows[count], below: rows[count - 1], telling)
            else { break }
            count += 1
        }
        // Without a row of data within reach the first rows are no header but texts like the others.
        guard count < rows.count else { return Finding(rows: 1, isProved: false) }
        return Finding(rows: count, isProved: count > 0)
    }

    private func isData(
        _ row: SampleRows.Row, _ telling: [Int], _ profiles: [ColumnProfile]
    ) -> Bool {
        var filled = 0
        var fitting = 0
        for column in telling where sample.shape(row, column) != .empty {
            filled += 1
            if profiles[column].fits(sample.shape(row, column)) { fitting += 1 }
        }
        // A row with nothing in the telling columns is data when it is filled as rows of data are.
        guard filled > 0 else { return !hasGaps(row) && row.filled < width }
        return 2 * fitting >= filled
    }

    /// Whether a row below the first can belong to the header: it names most of the telling columns, and
    /// the row above left gaps for it or names several columns together.
    private func continuesHeader(
        _ row: SampleRows.Row, below upper: SampleRows.Row, _ telling: [Int]
    )
        -> Bool
    {
        let named = telling.count { column in
            [.words, .code, .prose].contains(sample.shape(row, column))
        }
        return 2 * named >= telling.count && row.filled * 2 > width
            && reachesOver(upper, to: row)
            && !(0..<width).contains { column in
                sample.shape(row, column).isValue && !isYear(row, column)
            }
    }

    /// Whether a cell of an upper row stands for several columns that the row below names: the ones to its
    /// right are empty, or say the same once more.
    private func reachesOver(_ upper: SampleRows.Row, to lower: SampleRows.Row) -> Bool {
        var name = ""
        for column in 0..<width {
            let text = sample.text(upper, column)
            let isNamedBelow = sample.shape(lower, column) != .empty
            if !name.isEmpty, isNamedBelow, text.isEmpty || text == name { return true }
            if !text.isEmpty { name = text }
        }
        // An upper row that names only the last columns leaves the first to the row below.
        return 2 * upper.filled <= width && sample.shape(upper, 0) == .empty
            && sample.shape(lower, 0) != .empty
    }

    private func isYear(_ row: SampleRows.Row, _ column: Int) -> Bool {
        NumberedHeader.year(sample.text(row, column)) != nil
    }

    private func hasGaps(_ row: SampleRows.Row) -> Bool {
        row.filled < width && row.filled > 1 && 2 * row.extent > width
    }

    /// Whether the first row names columns by years or numbers.
    private func hasNumberedHeader() -> Bool {
        let header = NumberedHeader(rows[0], width: width, in: sample)
        guard let kind = header.kind else { return false }
        // Rows of data may count on by chance, but not most of them.
        let others = rows.dropFirst().prefix(50)
        return 2 * others.count { NumberedHeader($0, width: width, in: sample).kind == kind }
            < others.count
    }

    // MARK: - Tables of texts

    /// The number of header rows of a table that holds texts only.
    private func rowsAmongTexts() -> Int {
        var count = 1
        while count < min(Self.mostRows, rows.count - 1), hasGaps(rows[count - 1]),
            rows[count].filled > rows[count - 1].filled, isDistinct(rows[count]),
            groupsColumns(rows[count - 1]), comesOnce(rows[count])
        {
            count += 1
        }
        if count > 1 { return count }
        let first = rows[0]
        return isDistinct(first) && first.filled * 2 > width && comesOnce(first) ? 1 : 0
    }

    /// Whether a row with gaps can name groups of columns: a third of them at least are left empty to the
    /// right of a name, or all are but a few.
    private func groupsColumns(_ row: SampleRows.Row) -> Bool {
        guard let first = (0..<width).first(where: { sample.shape(row, $0) != .empty }) else {
            return false
        }
        let gaps = (first..<width).count { sample.shape(row, $0) == .empty }
        return (gaps >= 2 && 3 * gaps >= width) || 2 * row.filled <= width
    }

    /// Whether no name of a row comes again below it as a value of its column; the whole row may.
    private func comesOnce(_ row: SampleRows.Row) -> Bool {
        let names = (0..<width).map { sample.text(row, $0).lowercased() }
        guard names.allSatisfy({ $0.count <= 120 }) else { return false }
        for other in rows.prefix(401) where other.line > row.line {
            let texts = (0..<width).map { sample.text(other, $0).lowercased() }
            if texts != names, zip(texts, names).contains(where: { !$1.isEmpty && $0 == $1 }) {
                return false
            }
        }
        return true
    }

    private func isDistinct(_ row: SampleRows.Row) -> Bool {
        let texts = (0..<width).map { sample.text(row, $0).lowercased() }.filter { !$0.isEmpty }
        return Set(texts).count * 4 >= texts.count * 3
    }
}

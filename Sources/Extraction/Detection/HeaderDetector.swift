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
        let below = rows.dropFirst(rows.count > 6 ? 3 : rows.count > 3 ? 2 : 1).prefix(1000)
        let profiles = ColumnProfile.profiles(of: below, width: width, in: sample)
        let telling = profiles.indices.filter { profiles[$0].tellsHeader }
        guard !telling.isEmpty else { return Finding(rows: rowsAmongTexts(), isProved: false) }
        if let years = yearHeader(telling, profiles) { return years }
        var count = 0
        while count < min(Self.mostRows, rows.count), !isData(rows[count], telling, profiles) {
            guard count == 0 || continuesHeader(rows[count], telling) else { break }
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
    /// the row above left gaps for it or it is full itself.
    private func continuesHeader(_ row: SampleRows.Row, _ telling: [Int]) -> Bool {
        let named = telling.count { column in
            [.words, .code, .prose].contains(sample.shape(row, column))
        }
        return 2 * named >= telling.count && row.filled * 2 > width
            && !(0..<width).contains { column in
                sample.shape(row, column).isValue && year(row, column) == nil
            }
    }

    private func hasGaps(_ row: SampleRows.Row) -> Bool {
        row.filled < width && row.filled > 1 && 2 * row.extent > width
    }

    private func year(_ row: SampleRows.Row, _ column: Int) -> Int? {
        guard sample.shape(row, column) == .integer, let year = Int(sample.text(row, column)),
            (1900...2100).contains(year)
        else { return nil }
        return year
    }

    /// A header whose names are years, above numbers that are none.
    private func yearHeader(_ telling: [Int], _ profiles: [ColumnProfile]) -> Finding? {
        guard let first = rows.first else { return nil }
        let numbers = telling.filter { profiles[$0].shape == .integer }
        let years = numbers.compactMap { year(first, $0) }
        guard years.count >= 2, years.count == numbers.count, years == years.sorted(),
            Set(years).count == years.count,
            rows.dropFirst().prefix(50).contains(where: { row in
                numbers.contains { year(row, $0) == nil }
            })
        else { return nil }
        return Finding(rows: 1, isProved: true)
    }

    // MARK: - Tables of texts

    /// The number of header rows of a table that holds texts only.
    private func rowsAmongTexts() -> Int {
        var count = 1
        while count < min(Self.mostRows, rows.count - 1), hasGaps(rows[count - 1]),
            rows[count].filled > rows[count - 1].filled, isDistinct(rows[count])
        {
            count += 1
        }
        if count > 1 { return count }
        let first = rows[0]
        guard isDistinct(first), first.filled * 2 > width else { return 0 }
        let others = rows.dropFirst().prefix(400)
        for column in 0..<width {
            let name = sample.text(first, column).lowercased()
            guard !name.isEmpty else { continue }
            if name.count > 120 { return 0 }
            if others.contains(where: { sample.text($0, column).lowercased() == name }) { return 0 }
        }
        return 1
    }

    private func isDistinct(_ row: SampleRows.Row) -> Bool {
        let texts = (0..<width).map { sample.text(row, $0).lowercased() }.filter { !$0.isEmpty }
        return Set(texts).count * 4 >= texts.count * 3
    }
}

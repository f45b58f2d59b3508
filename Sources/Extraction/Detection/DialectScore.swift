/// How well a dialect explains a text, from 0 to 1.
///
/// A dialect is good when it cuts the lines into rows of the same width, row after row, when the cells
/// look like values or words, and when the cells of a column look alike. All of it is measured over
/// all rows at hand: a line that does not fit counts against the dialect and is never left out.
struct DialectScore: Sendable {
    let value: Double
    /// The number of rows in runs of equal width.
    let regularRows: Int
    /// The width of most rows.
    let width: Int

    /// Scores a dialect.
    ///
    /// - Parameters:
    ///   - sample: The text as the dialect cuts it.
    ///   - worth: What its delimiter is worth beforehand.
    ///   - leavesQuotes: Whether cells begin with a quote that the dialect takes for text.
    init(_ sample: SampleRows, worth: Double, leavesQuotes: Bool) {
        let rows = sample.rows.filter { !$0.isBlank }
        let widths = Self.histogram(rows)
        width = widths.max { ($0.value * $0.key.signum(), $0.key) < ($1.value, $1.key) }?.key ?? 1
        let runs = Self.runs(rows)
        // Each run but the first row of the whole explains one row less than it has.
        let explained = runs.reduce(0.0) { $0 + Double($1.count) - 0.5 }
        var regularity = min(1, (explained + 0.5) / Double(max(1, rows.count)))
        var parts = runs.map { rows[$0] }
        if let headed = HeadedRows(rows, in: sample), headed.regularity > regularity {
            regularity = headed.regularity
            parts = [headed.fitting[...]]
        }
        regularRows = parts.reduce(0) { $0 + $1.count }
        guard regularRows > 0 else {
            value = 0
            return
        }
        let (plain, alike) = Self.quality(of: parts, in: sample)
        let cells = parts.reduce(0) { sum, part in part.reduce(sum) { $0 + $1.width } }
        let meanWidth = Double(cells) / Double(regularRows)
        let faulty = rows.count(where: \.isFaulty)
        let soundness = 1 - Double(faulty) / Double(2 * rows.count)
        // Two columns may come about by chance, ten do not.
        let columns = 1 - 1 / (meanWidth * meanWidth)
        // A quote that surrounds cells is seldom there by chance.
        let quoting =
            leavesQuotes ? 0.92 : sample.options.quote == nil || sample.quotedCells == 0 ? 0.97 : 1
        value =
            regularity * regularity * (0.25 + 0.5 * plain + 0.25 * alike) * soundness * soundness
            * (0.4 + 0.6 * columns) * worth * quoting
    }

    private static func histogram(_ rows: [SampleRows.Row]) -> [Int: Int] {
        var counts: [Int: Int] = [:]
        for row in rows where row.width > 1 { counts[row.width, default: 0] += 1 }
        return counts
    }

    /// Runs of rows of one width above 1; a single row in between does not end a run but is not in it.
    private static func runs(_ rows: [SampleRows.Row]) -> [Range<Int>] {
        if rows.count == 1 { return rows[0].width > 1 ? [0..<1] : [] }
        var runs: [Range<Int>] = []
        var start = 0
        while start < rows.count {
            var end = start + 1
            while end < rows.count, rows[end].width == rows[start].width { end += 1 }
            if rows[start].width > 1, end - start > 1 { runs.append(start..<end) }
            start = end
        }
        return runs
    }

    /// The share of cells that look like something, and the share of cells that look like most of their
    /// column.
    private static func quality(
        of runs: [ArraySlice<SampleRows.Row>], in sample: SampleRows
    ) -> (plain: Double, alike: Double) {
        var cells = 0
        var plain = 0.0
        var alike = 0.0
        for run in runs {
            let width = run.first?.width ?? 0
            var counts = [[Int]](
                repeating: [Int](repeating: 0, count: CellShape.allCases.count), count: width)
            for row in run {
                for column in 0..<width {
                    let shape = sample.shape(row, column)
                    counts[column][Int(shape.rawValue)] += 1
                    plain += worth(of: shape)
                }
            }
            for column in 0..<width {
                let empty = counts[column][Int(CellShape.empty.rawValue)]
                let most = counts[column].dropFirst().max() ?? 0
                alike += Double(min(run.count, most + empty + 1))
            }
            cells += width * run.count
        }
        guard cells > 0 else { return (0, 0) }
        return (plain / Double(cells), alike / Double(cells))
    }

    private static func worth(of shape: CellShape) -> Double {
        switch shape {
        case .integer, .decimal, .date, .time, .dateTime, .address: 1
        case .code, .words: 0.9
        case .empty: 0.75
        case .prose: 0.6
        case .odd: 0
        }
    }
}

/// Recognises rows that sum up those above them.
struct TotalRows {
    /// The words that begin such a row, in small letters.
    static let words: Set<String> = [
        "kopā", "kopa", "summa", "pavisam", "kopsumma", "kopskaits", "kopā:", "total", "totals",
        "sum", "grand total", "subtotal", "starpsumma",
    ]

    let sample: SampleRows
    let columns: [Int]
    private var sums: [Double]
    private var rowsSummed = 0
    /// The last of the rows, as a definition names it.
    private(set) var found: TableFinding.Total?

    /// Prepares for a table of which some columns hold numbers.
    init(sample: SampleRows, numberColumns: [Int]) {
        self.sample = sample
        columns = numberColumns
        sums = Array(repeating: 0, count: numberColumns.count)
    }

    /// Notes a row of the table.
    ///
    /// - Parameters:
    ///   - isLast: Whether no record follows.
    ///   - hasGaps: Whether cells are empty that are filled in nearly all rows.
    /// - Returns: Whether it is a total: it says so, and a sum agrees, nothing follows it, or it begins
    ///   with the word and leaves cells empty as no record does.
    mutating func take(_ row: SampleRows.Row, isLast: Bool, hasGaps: Bool) -> Bool {
        let isNamed = (0..<min(3, row.width)).contains { isWord(sample.text(row, $0)) }
        guard isNamed, rowsSummed > 0 else {
            add(row)
            return false
        }
        let agrees = columns.indices.contains { index in
            guard let value = NumberSpan.number(sample.text(row, columns[index])) else {
                return false
            }
            return abs(value - sums[index]) <= 0.005 * max(1, abs(value)) && sums[index] != 0
        }
        let begins = (0..<row.width).first { sample.shape(row, $0) != .empty }
            .map { isWord(sample.text(row, $0)) }
        guard agrees || (isLast && !columns.isEmpty) || (hasGaps && begins == true) else {
            add(row)
            return false
        }
        if let total = total(of: row), !total.sums.isEmpty || found == nil { found = total }
        return true
    }

    private func total(of row: SampleRows.Row) -> TableFinding.Total? {
        let named = (0..<min(3, row.width)).first { isWord(sample.text(row, $0)) }
        return named.map { column in
            TableFinding.Total(
                column: column, text: sample.text(row, column),
                sums: columns.filter { NumberSpan.number(sample.text(row, $0)) != nil })
        }
    }

    private func isWord(_ text: String) -> Bool {
        Self.words.contains(text.lowercased().trimmingSuffix { $0 == ":" || $0 == "." })
    }

    private mutating func add(_ row: SampleRows.Row) {
        rowsSummed += 1
        for index in columns.indices {
            sums[index] += NumberSpan.number(sample.text(row, columns[index])) ?? 0
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}

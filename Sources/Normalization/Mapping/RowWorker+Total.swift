import Diagnostics

extension RowWorker {
    /// Whether a row is the table's total row.
    func isTotal(_ row: Int) -> Bool {
        guard let total = table.total else { return false }
        return values[total.marker * rowCount + row] >= 0
            && FoldedText(cellText(total.marker, row: row) ?? "") == FoldedText(total.text)
    }

    /// Adds a row to the sums that the total row must show.
    mutating func addToTotal(_ row: Int) {
        guard var total = table.total else { return }
        for index in total.sums.indices {
            total.sums[index].sum += max(0, values[total.sums[index].reader * rowCount + row])
        }
        table.total = total
    }

    /// Compares the total row with the sums of the rows above it.
    func compareTotal(_ row: Int) -> [Diagnostic] {
        guard let total = table.total else { return [] }
        var found = [
            Diagnostic(
                AcrossRecordsRules.totalRow,
                at: position(
                    column: table.readers[total.marker].columns[0], reader: total.marker, row: row),
                details: ["text": total.text])
        ]
        for sum in total.sums where values[sum.reader * rowCount + row] != sum.sum {
            found.append(
                Diagnostic(
                    AcrossRecordsRules.totalDiffers,
                    at: position(
                        column: table.readers[sum.reader].columns[0], reader: sum.reader, row: row),
                    details: [
                        "text": total.text, "column": sum.column,
                        "found": shown(cellText(sum.reader, row: row)), "expected": sum.text,
                    ]))
        }
        return found
    }
}

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
            let value = values[total.sums[index].reader * rowCount + row]
            if value == ValueReader.faulty { total.sums[index].missingRows += 1 }
            total.sums[index].sum += max(0, value)
        }
        table.total = total
    }

    /// Notes a row that is held back unread, so that no sum has it.
    mutating func missFromTotal() {
        for index in table.total?.sums.indices ?? 0..<0 {
            table.total?.sums[index].missingRows += 1
        }
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
        // The rows of people who were erased are in the school's sum and no longer in the file.
        guard context.erasedLines.isEmpty else { return found }
        for sum in total.sums where values[sum.reader * rowCount + row] != sum.sum {
            found.append(
                Diagnostic(
                    AcrossRecordsRules.totalDiffers,
                    at: position(
                        column: table.readers[sum.reader].columns[0], reader: sum.reader, row: row),
                    details: [
                        "text": total.text, "column": sum.column,
                        "found": shown(cellText(sum.reader, row: row)),
                    ].merging(expected(sum)) { $1 }))
        }
        return found
    }

    /// What the rows add up to, and how many are not in it.
    private func expected(_ sum: CompiledSum) -> [String: String] {
        guard sum.missingRows > 0 else { return ["expected": sum.text] }
        return [
            "expected.lv":
                "\(sum.text); tajā nav aizturēto rindu, kuru vērtību nevar nolasīt: \(sum.missingRows)",
            "expected.en":
                "\(sum.text); rows held back whose value cannot be read are not in it: \(sum.missingRows)",
        ]
    }
}

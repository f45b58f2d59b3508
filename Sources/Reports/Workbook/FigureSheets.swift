import PupilSupport
import Rollup

/// A table of figures as a sheet, or as several when it is longer than a sheet.
struct FigureSheets {
    let table: PeopleTable
    /// The number of rows of a sheet, its header among them.
    let mostRows: Int

    private static let widths: [Double] = [36, 40, 48, 20, 30, 20, 30, 18, 12, 14, 12, 12, 60]

    func write(
        _ tidy: TidyTable, to workbook: WorkbookWriter,
        _ formats: SummaryWorkbook.Formats
    ) throws(WorkbookError) {
        var rows: [[PeopleTable.Cell]] = []
        table.rows(of: tidy) { rows.append($0) }
        let title = tidy.title[table.language]
        var (start, number) = (0, 1)
        repeat {
            let end = min(start + mostRows - 1, rows.count)
            let sheet = try workbook.addSheet(number == 1 ? title : "\(title) \(number)")
            try write(rows[start..<end], to: sheet, formats)
            (start, number) = (end, number + 1)
        } while start < rows.count
    }

    private func write(
        _ rows: ArraySlice<[PeopleTable.Cell]>, to sheet: SheetWriter,
        _ formats: SummaryWorkbook.Formats
    ) throws(WorkbookError) {
        for (column, (name, _)) in PeopleTable.columns.enumerated() {
            try sheet.write(name[table.language], row: 0, column: column, formats.header)
            try sheet.setWidth(Self.widths[column], column: column)
        }
        for (place, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                try write(cell, row: place + 1, column: column, to: sheet, formats)
            }
        }
        try sheet.setHeader(rows: rows.count, columns: PeopleTable.columns.count)
    }

    private func write(
        _ cell: PeopleTable.Cell, row: Int, column: Int, to sheet: SheetWriter,
        _ formats: SummaryWorkbook.Formats
    ) throws(WorkbookError) {
        switch cell {
        case .words(let words):
            try sheet.write(words, row: row, column: column)
        case .value(let value?, _):
            let format = formats.number(
                decimals: value.decimals,
                isChange: PeopleTable.columns[column].name == Phrases.change)
            try sheet.write(value.number, row: row, column: column, format)
        case .value(nil, let symbol):
            try sheet.write(symbol.bracketed, row: row, column: column, formats.right)
        case .symbol(.present):
            break
        case .symbol(let symbol):
            try sheet.write(symbol.bracketed, row: row, column: column)
        }
    }
}

extension FigureValue {
    /// The value as the nearest binary number, which shows the same decimal.
    fileprivate var number: Double { decimals == 0 ? Double(scaled) : Double(scaled) / 10 }
}

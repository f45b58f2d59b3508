import CXLSXWriter
import PupilSupport

/// A sheet of a workbook that is being made.
struct SheetWriter {
    /// The number of rows that a sheet can have.
    static let mostRows = 1_048_576
    /// The number of characters that a cell can have.
    private static let mostCharacters = 32_767

    let sheet: UnsafeMutablePointer<lxw_worksheet>

    /// Writes words, never as a formula.
    func write(_ words: String, row: Int, column: Int, _ format: SheetFormat? = nil)
        throws(WorkbookError)
    {
        var words = words.withoutFormula
        if words.unicodeScalars.contains("\0") { words = words.replacing("\0", with: "\u{FFFD}") }
        if words.unicodeScalars.count > Self.mostCharacters {
            var cut = String.UnicodeScalarView(words.unicodeScalars.prefix(Self.mostCharacters - 1))
            cut.append("…")
            words = String(cut)
        }
        try check(
            worksheet_write_string(
                sheet, lxw_row_t(row), lxw_col_t(column), words, format?.format))
    }

    /// Writes a number.
    func write(_ number: Double, row: Int, column: Int, _ format: SheetFormat)
        throws(WorkbookError)
    {
        try check(
            worksheet_write_number(
                sheet, lxw_row_t(row), lxw_col_t(column), number, format.format))
    }

    /// Writes a day.
    func write(_ day: CivilDate, row: Int, column: Int, _ format: SheetFormat)
        throws(WorkbookError)
    {
        var time = lxw_datetime()
        (time.year, time.month, time.day) = (Int32(day.year), Int32(day.month), Int32(day.day))
        try check(
            worksheet_write_datetime(
                sheet, lxw_row_t(row), lxw_col_t(column), &time, format.format))
    }

    /// Sets the width of a column in characters.
    func setWidth(_ width: Double, column: Int) throws(WorkbookError) {
        try check(
            worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil))
    }

    /// Keeps the first row in sight and on every printed page, and lets rows be chosen by it.
    func setHeader(rows: Int, columns: Int) throws(WorkbookError) {
        worksheet_freeze_panes(sheet, 1, 0)
        try check(worksheet_repeat_rows(sheet, 0, 0))
        try check(
            worksheet_autofilter(sheet, 0, 0, lxw_row_t(max(rows, 1)), lxw_col_t(columns - 1)))
        setPage()
    }

    /// Prints a sheet as wide as an A4 page.
    func setPage() {
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
    }

    private func check(_ code: lxw_error) throws(WorkbookError) {
        guard code == LXW_NO_ERROR else { throw WorkbookError(code) }
    }
}

import PupilSupport
import Rollup

/// Figures as delimited text that a spreadsheet set to Latvian opens by a double click.
struct SpreadsheetText {
    let table: PeopleTable

    /// Returns the figures of a table: semicolons, a decimal comma, and a byte-order mark, without
    /// which the diacritics are lost.
    func text(of tidy: TidyTable) -> String {
        var text = DelimitedText(
            columns: PeopleTable.columns.map { $0.name[table.language] }, delimiter: ";")
        table.rows(of: tidy) { cells in
            text.append(
                cells.map { cell in
                    switch cell {
                    case .words(let words): .words(words)
                    case .symbol(let status): .words(status.rawValue)
                    case .value(let value, _): .number(value?.text(decimalMark: ","))
                    }
                })
        }
        return "\u{FEFF}" + text.text
    }

    /// The columns with their metadata.
    static func columns(in language: Language) -> [TableColumn] {
        PeopleTable.columns.map { name, isNumber in
            if name == Phrases.symbol { return .status(name[language]) }
            return TableColumn(
                name[language], isNumber ? .number : .words(), name.lv, name.en,
                isRequired: !isNumber)
        }
    }
}

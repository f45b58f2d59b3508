/// A delimited file under construction.
struct Table {
    let columns: [String]
    let header: [[String]]
    let delimiter: String
    var rows: [TableRow] = []

    /// Creates an empty table; an upper header cell stands over the columns up to the next one.
    init(columns: [String], header: [[String]]? = nil, delimiter: String) {
        self.columns = columns
        self.header = header ?? [columns]
        self.delimiter = delimiter
    }

    /// Adds a row.
    mutating func append(_ cells: [String], _ findings: PlannedFinding...) {
        rows.append(TableRow(cells: cells, findings: findings))
    }

    /// Adds a row after another, so that faults do not all stand at the end.
    mutating func insert(_ row: TableRow, at place: Int) {
        rows.insert(row, at: min(place, rows.count))
    }

    /// Returns the place of a column.
    func index(_ column: String) -> Int { columns.firstIndex(of: column) ?? 0 }

    /// Returns the text with CRLF line ends, and where the planned findings stand in it.
    func rendered(as file: String) -> (text: String, findings: [LocatedFinding]) {
        var text = ""
        var line = 1
        var found: [LocatedFinding] = []
        for row in header.map({ TableRow(cells: $0) }) + rows {
            found += row.findings.map { LocatedFinding(file: file, line: line, finding: $0) }
            let written =
                row.raw ?? row.cells.map(quoted).joined(separator: delimiter)
            text += written + "\r\n"
            line += 1 + written.unicodeScalars.count { $0 == "\n" }
        }
        return (text, found)
    }

    private func quoted(_ cell: String) -> String {
        let special = cell.unicodeScalars.contains {
            $0 == "\"" || $0 == "\n" || $0 == delimiter.unicodeScalars.first
        }
        guard special else { return cell }
        return "\"" + cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}

/// A row under construction.
struct TableRow {
    var cells: [String]
    var findings: [PlannedFinding] = []
    /// The row as it is to be written, where no cells could be written so.
    var raw: String?

    /// Returns the row with one cell changed and a finding there.
    func with(
        _ column: String, _ text: String, in table: Table, _ findings: PlannedFinding...
    ) -> TableRow {
        var row = self
        row.cells[table.index(column)] = text
        row.findings += findings
        return row
    }
}

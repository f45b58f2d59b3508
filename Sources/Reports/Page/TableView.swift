import Mustache

/// A table of figures and, with a basis, what it counts and from what.
struct TableView {
    let caption: String
    var basis: String?
    let corner: String
    let headers: [String]
    var rows: [RowView]
    /// The chart beside the table: one or none.
    var charts: [ChartView] = []
}

extension TableView {

    /// The table with its columns as rows, the last of which is the total.
    func transposed(corner: String) -> TableView {
        TableView(
            caption: caption, basis: basis, corner: corner, headers: rows.map(\.header),
            rows: headers.indices.map { column in
                RowView(
                    header: headers[column], isTotal: column == headers.count - 1,
                    cells: rows.map { row in
                        var cell = row.cells[column]
                        cell.label = row.header
                        return cell
                    })
            })
    }
}

extension TableView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "caption": ShownWords(caption)
        case "basis": ShownWords(basis)
        case "corner": ShownWords(corner)
        case "headers": ShownWords.all(headers)
        case "rows": rows
        case "charts": charts
        default: nil
        }
    }
}

/// A row of a table.
struct RowView {
    let header: String
    let isTotal: Bool
    var cells: [CellView]

    init(header: String, isTotal: Bool = false, cells: [CellView]) {
        self.header = header
        self.isTotal = isTotal
        self.cells = cells
    }
}

extension RowView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "header": ShownWords(header)
        case "isTotal": isTotal
        case "runs": CellRun.runs(of: cells)
        default: nil
        }
    }
}

import PupilSupport
public import Rollup

/// The exact figures of semesters as a table, one row a figure, for a program that counts them again.
public enum CubeTable {
    /// The table.
    public static let table = TablePackage.Table(
        name: "figures",
        title: Phrases.cubeTable,
        columns: columns.map(TablePackage.Column.init))

    /// Appends the row of a figure.
    public static func append(_ figure: Figure, to row: inout [UInt8]) {
        append(DelimitedText.quoted(figure.address.description), to: &row)
        append(figure.unit.rawValue, to: &row)
        append(figure.value?.description, to: &row)
        append(figure.previous?.description, to: &row)
        append(figure.change?.description, to: &row)
        append(figure.status.rawValue, to: &row)
        row.append(contentsOf: figure.previousStatus.rawValue.utf8)
        row.append(contentsOf: "\r\n".utf8)
    }

    private static func append(_ cell: String?, to row: inout [UInt8]) {
        if let cell { row.append(contentsOf: cell.utf8) }
        row.append(UInt8(ascii: ","))
    }

    /// Those of the tidy tables that differ from row to row.
    private static let columns = [
        "address", "unit", "value", "value_previous", "change", "value_status",
        "value_previous_status",
    ].compactMap { name in TableColumn.figures.first { $0.name == name } }
}

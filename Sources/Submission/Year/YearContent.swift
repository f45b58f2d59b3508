/// Everything that the tables of a yearly report hold.
public struct YearContent: Hashable, Sendable {
    /// What is counted.
    public var figures: YearFigures
    /// What differs from the last report of the year and from the year before.
    public var changes: [YearChangeRow]

    /// Takes figures and what differs.
    public init(figures: YearFigures, changes: [YearChangeRow]) {
        self.figures = figures
        self.changes = changes
    }

    /// The tables, without their rows.
    public static let tables: [TableDescription] = [
        YearIndicatorRow.table.description, YearReconciliationRow.table.description,
        YearUnitRow.table.description, YearSemesterRow.table.description,
        YearChangeRow.table.description,
    ]
}

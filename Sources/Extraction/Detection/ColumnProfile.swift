/// What the cells of a column look like below its header.
struct ColumnProfile {
    /// What most of the filled cells look like.
    let shape: CellShape
    /// The share of the filled cells that look like that.
    let share: Double
    /// The share of the rows in which the cell is filled.
    let filling: Double

    /// Profiles the columns of rows.
    static func profiles(
        of rows: some Collection<SampleRows.Row>, width: Int, in sample: SampleRows
    ) -> [ColumnProfile] {
        (0..<width).map { column in
            var counts = [Int](repeating: 0, count: CellShape.allCases.count)
            for row in rows { counts[Int(kind(sample.shape(row, column)).rawValue)] += 1 }
            counts[Int(CellShape.empty.rawValue)] = 0
            let filled = counts.reduce(0, +)
            guard filled > 0, let most = counts.max(),
                let index = counts.firstIndex(of: most),
                let shape = CellShape.allCases.first(where: { Int($0.rawValue) == index })
            else { return ColumnProfile(shape: .empty, share: 0, filling: 0) }
            return ColumnProfile(
                shape: shape, share: Double(most) / Double(filled),
                filling: Double(filled) / Double(max(1, rows.count)))
        }
    }

    /// Returns the numbers of columns.
    static func numbers(
        of rows: some Collection<SampleRows.Row>, width: Int, in sample: SampleRows
    ) -> [NumberSpan?] {
        (0..<width).map { column in
            var span: NumberSpan?
            for row in rows where kind(sample.shape(row, column)) == .integer {
                span = NumberSpan.adding(sample.text(row, column), to: span)
            }
            return span
        }
    }

    /// Shapes that stand in one column side by side count as one.
    static func kind(_ shape: CellShape) -> CellShape {
        switch shape {
        case .decimal: .integer
        case .dateTime: .date
        case .prose, .odd: .words
        default: shape
        }
    }

    /// Whether a name of the column would look unlike its cells.
    var tellsHeader: Bool { (shape.isValue && share >= 0.6) || (shape == .code && share >= 0.8) }

    /// Whether a cell looks like the column.
    func fits(_ shape: CellShape) -> Bool { Self.kind(shape) == self.shape }
}

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

    /// Whether most of the filled cells of a column are written like a personal code, with its hyphen or
    /// without.
    static func holdsPersonalCodes(
        _ rows: some Collection<SampleRows.Row>, _ column: Int, in sample: SampleRows
    ) -> Bool {
        var (filled, codes) = (0, 0)
        for row in rows where column < row.width && sample.shape(row, column) != .empty {
            filled += 1
            if isPersonalCode(Array(sample.text(row, column).utf8)) { codes += 1 }
        }
        return 2 * codes > filled
    }

    private static func isPersonalCode(_ text: [UInt8]) -> Bool {
        let hasHyphen = text.count == 12 && text[6] == UInt8(ascii: "-")
        guard hasHyphen || text.count == 11 else { return false }
        let digits = text.enumerated().filter { !(hasHyphen && $0.offset == 6) }.map(\.element)
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        let day = 10 * Int(digits[0] - 0x30) + Int(digits[1] - 0x30)
        let month = 10 * Int(digits[2] - 0x30) + Int(digits[3] - 0x30)
        return (32...39).contains(day) || (1...31).contains(day) && (1...12).contains(month)
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

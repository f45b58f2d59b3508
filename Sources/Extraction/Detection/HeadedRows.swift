/// How well a header explains rows of which many are shorter or longer than it is.
///
/// Programs leave out the empty cells at the end of a row, and people type the delimiter into a text.
/// The rows are then of many widths, and yet the header says how wide they are meant to be.
struct HeadedRows {
    /// How much of the rows the header explains, from 0 to 1.
    let regularity: Double
    /// The place of the header among the rows that are not blank.
    let header: Int
    /// The rows that are as wide as the header or end early, in their order.
    let fitting: [SampleRows.Row]

    /// The delimiters of which a text is so common that a header may speak for them.
    private static let delimiters: Set<UInt8> = [0x2C, 0x3B, 0x09, 0x7C]

    /// The number of rows among which the header is looked for.
    private static let reach = 12

    /// - Parameter rows: The rows of the sample that are not blank.
    /// - Returns: `nil` when no row names columns.
    init?(_ rows: [SampleRows.Row], in sample: SampleRows) {
        guard Self.delimiters.contains(sample.options.delimiter), rows.count >= 3,
            let header = rows.prefix(Self.reach).firstIndex(where: { Self.names($0, in: sample) })
        else { return nil }
        let width = rows[header].width
        var explained = 0.0
        var exact = 0
        var fitting: [SampleRows.Row] = []
        for row in rows[header...] {
            switch row.width {
            case width:
                exact += 1
                explained += 1
                fitting.append(row)
            case 1: explained += 0.5
            case ..<width:
                explained += 0.9
                fitting.append(row)
            default: if Self.isSentence(row, width, in: sample) { explained += 0.5 }
            }
        }
        guard fitting.count > 1, exact > 1 || rows.count < 6 else { return nil }
        self.header = header
        self.fitting = fitting
        regularity = 0.95 * explained / Double(rows.count)
    }

    /// Whether every cell of a row is a name, each another one.
    static func names(_ row: SampleRows.Row, in sample: SampleRows) -> Bool {
        guard row.width >= 3, row.filled == row.width, !row.isFaulty else { return false }
        var seen: Set<String> = []
        return (0..<row.width).allSatisfy { column in
            [.words, .code].contains(sample.shape(row, column))
                && !beginsWithBlank(row, column, in: sample)
                && seen.insert(sample.text(row, column)).inserted
        }
    }

    /// Whether the delimiters too many in a row are those of a sentence, with a blank behind each.
    private static func isSentence(
        _ row: SampleRows.Row, _ width: Int, in sample: SampleRows
    ) -> Bool {
        let parts = (0..<row.width).count { beginsWithBlank(row, $0, in: sample) }
        return row.width - parts <= width
    }

    private static func beginsWithBlank(
        _ row: SampleRows.Row, _ column: Int, in sample: SampleRows
    ) -> Bool {
        let cell = sample.cells[row.cells.lowerBound + column]
        return cell.count > 0 && sample.bytes[cell.start] == 0x20
    }
}

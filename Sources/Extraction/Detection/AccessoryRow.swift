/// Rows that belong to a table and are no records: lines drawn under the header, and units.
struct AccessoryRow {
    /// Whether a row is a line drawn with signs, such as `---,---` or `+----+----+`.
    static func isRule(_ row: SampleRows.Row, in sample: SampleRows) -> Bool {
        guard row.filled > 0 else { return false }
        return (0..<row.width).allSatisfy { column in
            let shape = sample.shape(row, column)
            guard shape == .empty || shape == .odd else { return false }
            let text = sample.text(row, column).utf8
            return text.isEmpty || (text.count > 1 && isDrawn(text))
        }
    }

    private static func isDrawn(_ text: String.UTF8View) -> Bool {
        text.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
            && text.allSatisfy { [0x2D, 0x3D, 0x2B, 0x3A, 0x5F, 0x20].contains($0) }
    }

    /// Whether a row holds units below the names of columns and nothing else, such as `,,(st.)`.
    static func isUnits(_ row: SampleRows.Row, in sample: SampleRows) -> Bool {
        guard row.width > 1, row.filled > 0, sample.shape(row, 0) == .empty else { return false }
        return (0..<row.width).allSatisfy { column in
            let text = sample.text(row, column)
            return text.isEmpty || (text.hasPrefix("(") && text.hasSuffix(")"))
                || (text.hasPrefix("[") && text.hasSuffix("]"))
        }
    }
}

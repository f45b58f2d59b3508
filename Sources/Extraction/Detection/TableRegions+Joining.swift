extension TableRegions {
    /// Joins stretches of the same width that blank rows part, unless the lower one has a header of its
    /// own, or a title stands between them that they do not simply go on below.
    mutating func merge() {
        var merged: [Region] = []
        for region in regions {
            guard let upper = merged.last, upper.width == region.width,
                upper.hasRowNames == region.hasRowNames, !hasOwnHeader(region, below: upper),
                !hasText(between: upper.rows.upperBound, and: region.rows.lowerBound)
                    || goesOn(region, upper)
            else {
                merged.append(region)
                continue
            }
            merged[merged.count - 1].rows = upper.rows.lowerBound..<region.rows.upperBound
        }
        regions = merged
    }

    private func hasText(between start: Int, and end: Int) -> Bool {
        (start..<end).contains { !sample.rows[$0].isBlank }
    }

    /// Whether a stretch goes on with the table above a line of text: it says the header once more, or
    /// begins with a row like those above.
    private func goesOn(_ region: Region, _ upper: Region) -> Bool {
        guard let first = region.rows.map({ sample.rows[$0] }).first(where: { $0.filled > 1 })
        else { return false }
        if repeatsHeader(first, of: upper) { return true }
        let above = upper.rows.dropFirst().suffix(200).map { sample.rows[$0] }
            .filter { $0.filled > 1 }
        guard !above.isEmpty, 2 * first.filled > region.width else { return false }
        let profiles = ColumnProfile.profiles(of: above, width: upper.width, in: sample)
        let telling = (0..<region.width).filter { column in
            profiles[column].tellsHeader && sample.shape(first, column) != .empty
        }
        return !telling.isEmpty
            && telling.allSatisfy { profiles[$0].fits(sample.shape(first, $0)) }
    }

    /// Whether a row is one of the first rows of a table once more.
    private func repeatsHeader(_ row: SampleRows.Row, of upper: Region) -> Bool {
        upper.rows.prefix(6).contains { place in
            let top = sample.rows[place]
            return top.filled > 1
                && (0..<upper.width).allSatisfy { sample.text(row, $0) == sample.text(top, $0) }
        }
    }

    /// Whether a stretch has a header that is not that of the table above.
    func hasOwnHeader(_ region: Region, below upper: Region) -> Bool {
        let rows = region.rows.map { sample.rows[$0] }.filter {
            $0.filled > 1 && !AccessoryRow.isRule($0, in: sample)
        }
        guard let first = rows.first, rows.count > 1, !repeatsHeader(first, of: upper) else {
            return false
        }
        let finding = HeaderDetector(sample: sample, rows: rows, width: region.width).detect()
        return finding.isProved && finding.rows > 0
    }
}

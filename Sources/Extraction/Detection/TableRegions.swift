/// Where the tables of a file lie: stretches of rows of one width.
struct TableRegions {
    /// A stretch of rows with a table in it.
    struct Region {
        /// The places of the rows among those of the sample.
        var rows: Range<Int>
        /// The width of most of them.
        let width: Int
    }

    private(set) var regions: [Region] = []
    private let sample: SampleRows

    init(_ sample: SampleRows, hasDelimiter: Bool) {
        self.sample = sample
        guard hasDelimiter else {
            let filled = sample.rows.indices.filter { !sample.rows[$0].isBlank }
            if let first = filled.first, let last = filled.last {
                regions = [Region(rows: first..<(last + 1), width: 1)]
            }
            return
        }
        for block in blocks() { split(block) }
        merge()
        dropChance()
    }

    /// Stretches of rows without a blank one between them.
    private func blocks() -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var start: Int?
        for index in sample.rows.indices {
            if sample.rows[index].isBlank {
                if let first = start { blocks.append(first..<index) }
                start = nil
            } else if start == nil {
                start = index
            }
        }
        if let first = start { blocks.append(first..<sample.rows.count) }
        return blocks
    }

    /// Splits a block where the width changes for good, and keeps what may be a table.
    private mutating func split(_ block: Range<Int>) {
        var start = block.lowerBound
        var width: Int?
        var index = block.lowerBound
        func isTableRow(_ index: Int) -> Bool { sample.rows[index].filled > 1 }
        func persists(from index: Int) -> Bool {
            // A new width lasts for three rows, or two at the end of the block.
            let next = (index..<min(index + 3, block.upperBound))
            return next.count >= 2
                && next.allSatisfy { sample.rows[$0].width == sample.rows[index].width }
        }
        while index < block.upperBound {
            let row = sample.rows[index]
            if isTableRow(index), row.width != width {
                if width == nil {
                    if persists(from: index) || index + 1 == block.upperBound {
                        width = row.width
                        start = index
                    }
                } else if persists(from: index) {
                    append(start..<index, width: width ?? row.width)
                    width = row.width
                    start = index
                }
            }
            index += 1
        }
        if let width { append(start..<block.upperBound, width: width) }
    }

    private mutating func append(_ rows: Range<Int>, width: Int) {
        regions.append(Region(rows: rows, width: width))
    }

    /// Joins stretches of the same width that a blank row parts, unless the lower one has a header of its
    /// own or a title stands between them.
    private mutating func merge() {
        var merged: [Region] = []
        for region in regions {
            guard let upper = merged.last, upper.width == region.width,
                !hasOwnHeader(region, below: upper),
                !hasText(between: upper.rows.upperBound, and: region.rows.lowerBound)
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

    private func hasOwnHeader(_ region: Region, below upper: Region) -> Bool {
        let rows = region.rows.map { sample.rows[$0] }.filter { $0.filled > 1 }
        guard let first = rows.first, rows.count > 1 else { return false }
        let top = sample.rows[upper.rows.lowerBound]
        let isRepeated = (0..<region.width).allSatisfy {
            sample.text(first, $0) == sample.text(top, $0)
        }
        guard !isRepeated else { return false }
        let finding = HeaderDetector(sample: sample, rows: rows, width: region.width).detect()
        return finding.isProved && finding.rows > 0
    }

    /// Leaves out stretches too short to be a table beside a real one.
    private mutating func dropChance() {
        let most = regions.map(\.rows.count).max() ?? 0
        guard most >= 3 else {
            if let widest = regions.max(by: {
                ($0.rows.count, $0.width) < ($1.rows.count, $1.width)
            }) {
                regions = [widest]
            }
            return
        }
        let widest = regions.filter { $0.rows.count >= 3 }.map(\.width).max() ?? 0
        regions = regions.filter { region in
            region.rows.count >= 3 || (region.rows.count == 2 && region.width >= widest)
        }
    }
}

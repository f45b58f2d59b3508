/// Where the tables of a file lie: stretches of rows of one width.
struct TableRegions {
    /// A stretch of rows with a table in it.
    struct Region {
        /// The places of the rows among those of the sample.
        var rows: Range<Int>
        /// The width of most of them.
        var width: Int
    }

    private(set) var regions: [Region] = []
    private let sample: SampleRows

    init(_ sample: SampleRows, hasDelimiter: Bool) {
        self.sample = sample
        guard hasDelimiter else {
            let filled = sample.rows.indices.filter { !sample.rows[$0].isBlank }
            if let first = filled.first, let last = filled.last, !isProse(filled) {
                regions = [Region(rows: first..<(last + 1), width: 1)]
            }
            return
        }
        for block in blocks() { split(block) }
        takeHeaders()
        merge()
        dropChance()
    }

    /// Whether lines are the sentences of a text and not the values of a column.
    private func isProse(_ places: [Int]) -> Bool {
        let words = places.reduce(0) { sum, place in
            sum + sample.text(sample.rows[place], 0).split(separator: " ").count
        }
        return words > 4 * places.count
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
        var found: [Region] = []
        for index in block where sample.rows[index].filled > 1 {
            let width = sample.rows[index].width
            guard let current = found.last else {
                if begins(at: index, in: block) {
                    found.append(Region(rows: index..<block.upperBound, width: width))
                }
                continue
            }
            if width != current.width, persists(from: index, in: block) {
                found[found.count - 1].rows = current.rows.lowerBound..<index
                found.append(Region(rows: index..<block.upperBound, width: width))
            }
        }
        regions += Self.withoutIslands(found)
    }

    /// Whether the first table of a block may begin with a row: one of the next two is as wide, or
    /// nothing that is follows.
    private func begins(at index: Int, in block: Range<Int>) -> Bool {
        let width = sample.rows[index].width
        let next = (index + 1)..<max(index + 1, min(index + 3, block.upperBound))
        return next.isEmpty || next.contains { sample.rows[$0].width == width }
    }

    /// Whether a new width lasts: for three rows, or two at the end of the block.
    private func persists(from index: Int, in block: Range<Int>) -> Bool {
        let next = index..<min(index + 3, block.upperBound)
        return next.count >= 2
            && next.allSatisfy { sample.rows[$0].width == sample.rows[index].width }
    }

    /// Takes a few rows of another width between rows of one width for ragged ones, and no table.
    private static func withoutIslands(_ found: [Region]) -> [Region] {
        var result: [Region] = []
        for region in found {
            if result.count >= 2, result[result.count - 2].width == region.width,
                result[result.count - 1].rows.count * 4
                    < result[result.count - 2].rows.count + region.rows.count
            {
                result.removeLast()
                result[result.count - 1].rows =
                    result[result.count - 1].rows.lowerBound..<region.rows.upperBound
            } else {
                result.append(region)
            }
        }
        return result
    }

    /// Takes a header with one cell too many, left empty by a stray delimiter, to the rows below it.
    private mutating func takeHeaders() {
        for place in regions.indices {
            let region = regions[place]
            let above = region.rows.lowerBound - 1
            if above >= 0 { takeNarrowHeader(at: above, to: place) }
            guard above >= 0, sample.rows[above].width == region.width + 1 else { continue }
            let header = sample.rows[above]
            guard header.filled == region.width,
                (0..<header.width).allSatisfy({
                    [.words, .code, .empty].contains(sample.shape(header, $0))
                })
            else { continue }
            let rows = region.rows.map { sample.rows[$0] }.filter { $0.filled > 1 }
            let finding = HeaderDetector(sample: sample, rows: rows, width: region.width).detect()
            if finding.rows == 0 { regions[place].rows = above..<region.rows.upperBound }
        }
    }

    /// Takes a header without the delimiter that ends each row below it.
    private mutating func takeNarrowHeader(at above: Int, to place: Int) {
        let region = regions[place]
        let header = sample.rows[above]
        let extent = sample.rows[region.rows].map(\.extent).max() ?? 0
        guard header.width < region.width, header.width == extent, header.filled == header.width,
            (0..<header.width).allSatisfy({
                [.words, .code].contains(sample.shape(header, $0))
            })
        else { return }
        regions[place] = Region(rows: above..<region.rows.upperBound, width: extent)
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

/// Where the tables of a file lie: stretches of rows of one width.
struct TableRegions {
    /// A stretch of rows with a table in it.
    struct Region {
        /// The places of the rows among those of the sample.
        var rows: Range<Int>
        /// The width of most of them.
        var width: Int
        /// Whether the header has no cell for the first column, which holds the names of the rows.
        var hasRowNames = false
        /// Whether the first row is known for the header by what stands below it.
        var isHeaded = false
    }

    var regions: [Region] = []
    let sample: SampleRows

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
        if regions.isEmpty { takeHeadedRows() }
        takeHeaders()
        merge()
        dropChance()
    }

    /// Takes rows of many widths for the table of the first row that names columns.
    private mutating func takeHeadedRows() {
        guard
            let header = sample.rows.firstIndex(where: { HeadedRows.names($0, in: sample) }),
            let last = sample.rows.lastIndex(where: { $0.filled > 1 }), last > header
        else { return }
        regions = [Region(rows: header..<(last + 1), width: sample.rows[header].width)]
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
        regions += Self.withoutIslands(withoutShortEnds(found))
    }

    /// Whether the first table of a block may begin with a row: one of the next two is as wide, or
    /// nothing that is follows, or it names columns of which the rows below leave out the last.
    private func begins(at index: Int, in block: Range<Int>) -> Bool {
        let width = sample.rows[index].width
        let next = (index + 1)..<max(index + 1, min(index + 3, block.upperBound))
        // A lone row above a note goes on with the table above it.
        if regions.last?.width == width { return true }
        return next.isEmpty || next.contains { sample.rows[$0].width == width }
            || (HeadedRows.names(sample.rows[index], in: sample)
                && isHeader(of: (index + 1)..<block.upperBound, width: width))
    }

    /// Whether rows are as wide as a header or end early, and some are as wide.
    private func isHeader(of rows: Range<Int>, width: Int) -> Bool {
        let near = rows.prefix(40).map { sample.rows[$0].width }
        let fitting = near.count { $0 > 1 && $0 <= width }
        return near.contains(width) && 4 * fitting >= 3 * near.count
    }

    /// Whether a new width lasts: for three rows, or two at the end of the block.
    private func persists(from index: Int, in block: Range<Int>) -> Bool {
        let next = index..<min(index + 3, block.upperBound)
        return next.count >= 2
            && next.allSatisfy { sample.rows[$0].width == sample.rows[index].width }
    }

    /// Joins stretches of rows that only leave out their last cells to the wider one above them.
    private func withoutShortEnds(_ found: [Region]) -> [Region] {
        var result: [Region] = []
        for (number, region) in found.enumerated() {
            guard let upper = result.last, region.width <= upper.width,
                endsEarly(region, below: upper, widths: found[number...].map(\.width))
            else {
                result.append(region)
                continue
            }
            result[result.count - 1].rows = upper.rows.lowerBound..<region.rows.upperBound
        }
        return result
    }

    /// Whether the rows of a stretch are those of the table above, without their last cells: they have no
    /// header of their own, and look like the upper ones or give way to such again.
    private func endsEarly(_ region: Region, below upper: Region, widths: [Int]) -> Bool {
        let rows = region.rows.map { sample.rows[$0] }.filter { $0.filled > 1 }
        let above = upper.rows.dropFirst().map { sample.rows[$0] }.filter { $0.filled > 1 }
        guard let first = rows.first, !hasOwnHeader(region, below: upper) else { return false }
        let profiles = ColumnProfile.profiles(of: above, width: upper.width, in: sample)
        let telling = (0..<region.width).filter { profiles[$0].tellsHeader }
        let cells = rows.flatMap { row in telling.map { (profiles[$0], sample.shape(row, $0)) } }
            .filter { $0.1 != .empty }
        let fitting = cells.count { $0.0.fits($0.1) }
        if !cells.isEmpty { return 4 * fitting >= 3 * cells.count }
        return widths.contains(upper.width)
            || (HeadedRows.names(sample.rows[upper.rows.lowerBound], in: sample)
                && !isName(first, above: rows))
    }

    /// Whether a row may name columns of texts: none of its cells comes again below it.
    private func isName(_ first: SampleRows.Row, above rows: [SampleRows.Row]) -> Bool {
        HeadedRows.names(first, in: sample)
            && (0..<first.width).allSatisfy { column in
                let name = sample.text(first, column)
                return !rows.dropFirst().prefix(400).contains { sample.text($0, column) == name }
            }
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
            if above >= 0, region.width == 2, sample.rows[above].width == 2 {
                takeHalfHeader(at: above, to: place)
            }
            guard above >= 0, sample.rows[above].width == region.width + 1 else { continue }
            let header = sample.rows[above]
            guard header.filled == region.width,
                names(header, orNothing: true)
            else { continue }
            let rows = region.rows.map { sample.rows[$0] }.filter { $0.filled > 1 }
            let finding = HeaderDetector(sample: sample, rows: rows, width: region.width).detect()
            if finding.rows == 0 { regions[place].rows = above..<region.rows.upperBound }
        }
    }

    /// Whether the first cell of each row names the row, so that a header may have no name for them, and
    /// the stretch has no header of its own.
    private func hasRowNames(_ region: Region) -> Bool {
        let rows = region.rows.map { sample.rows[$0] }.filter { $0.filled > 1 }
        let names = rows.prefix(1000).map { sample.text($0, 0) }
        return rows.count > 1 && Set(names).count == names.count && !names.contains("")
            && HeaderDetector(sample: sample, rows: rows, width: region.width).detect().rows == 0
    }

    /// Whether every cell of a row may name a column.
    private func names(_ row: SampleRows.Row, orNothing: Bool) -> Bool {
        NumberedHeader(row, width: row.width, in: sample).isHeader
            || (0..<row.width).allSatisfy { column in
                let shape = sample.shape(row, column)
                return [.words, .code].contains(shape) || (orNothing && shape == .empty)
            }
    }

    /// Takes a header of two columns of which only one has a name.
    private mutating func takeHalfHeader(at above: Int, to place: Int) {
        let region = regions[place]
        let rows = region.rows.map { sample.rows[$0] }.filter { $0.filled > 1 }
        guard sample.rows[above].filled == 1, names(sample.rows[above], orNothing: true),
            HeaderDetector(sample: sample, rows: rows, width: 2).detect().rows == 0
        else { return }
        regions[place] = Region(
            rows: above..<region.rows.upperBound, width: 2, isHeaded: true)
    }

    /// Takes a header without the delimiter that ends each row below it.
    private mutating func takeNarrowHeader(at above: Int, to place: Int) {
        let region = regions[place]
        let header = sample.rows[above]
        let extent = sample.rows[region.rows].map(\.extent).max() ?? 0
        if header.width + 1 == region.width, extent == region.width,
            header.filled == header.width, names(header, orNothing: false), hasRowNames(region)
        {
            regions[place] = Region(
                rows: above..<region.rows.upperBound, width: region.width, hasRowNames: true,
                isHeaded: true)
            return
        }
        guard header.width < region.width, header.width == extent, header.filled == header.width,
            names(header, orNothing: false)
        else { return }
        regions[place] = Region(rows: above..<region.rows.upperBound, width: extent)
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

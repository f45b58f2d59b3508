/// Says of each row of a region what it is, and how the reader has to be set to read the table.
struct TableAssembly {
    let sample: SampleRows
    let region: TableRegions.Region
    private(set) var roles: [LineRole]
    private(set) var headerRows: [Int] = []
    private(set) var firstRow: Int
    private(set) var lastRow: Int
    private(set) var totals: Set<Int> = []
    private(set) var leftOutLines: Set<Int> = []
    private(set) var total: TableFinding.Total?
    private(set) var shortRows: [Int] = []
    private(set) var longRows: [Int] = []
    private(set) var records: [Int] = []
    private(set) var hasAlignedShortRows = true
    private(set) var hasFilledExtraCells = false
    /// Whether rows with one cell filled are records, so that the reader may not leave such rows out.
    private(set) var hasSparseRecords = false

    init(sample: SampleRows, region: TableRegions.Region, roles: [LineRole]) {
        self.sample = sample
        self.region = region
        self.roles = roles
        firstRow = region.rows.lowerBound
        lastRow = region.rows.upperBound - 1
    }

    var width: Int { region.width }

    /// Whether notes stand between the last record and the end of the region.
    var endsEarly: Bool { lastRow < region.rows.upperBound - 1 }

    /// Whether a row is a text and no row of the table.
    private func isText(_ row: SampleRows.Row) -> Bool {
        guard width > 1 else { return false }
        return row.width == 1 || (row.filled == 1 && width > 2)
    }

    mutating func assemble() {
        var index = firstRow
        while index <= lastRow, isTitle(index) {
            roles[index] = sample.rows[index].isBlank ? .blank : .preamble
            index += 1
        }
        firstRow = min(index, lastRow)
        let tableRows = (firstRow...lastRow).filter { place in
            let row = sample.rows[place]
            return !row.isBlank && !isText(row) && !AccessoryRow.isRule(row, in: sample)
                && (place == firstRow || !AccessoryRow.isUnits(row, in: sample))
        }
        let finding = HeaderDetector(
            sample: sample, rows: tableRows.map { sample.rows[$0] }, width: width
        ).detect()
        headerRows = Array(tableRows.prefix(finding.rows))
        if region.isHeaded { headerRows = Array(tableRows.prefix(1)) }
        if let rule = ruleBelowHeader(tableRows) {
            headerRows = tableRows.filter { $0 < rule }
        }
        if headerRows.isEmpty, let first = tableRows.first,
            sample.rows[first].width == width + 1, sample.rows[first].filled == width
        {
            headerRows = [first]
        }
        for place in headerRows { roles[place] = .header }
        judgeRows(below: headerRows.last.map { $0 + 1 } ?? firstRow)
    }

    /// Returns the place of a line that is drawn below the first rows of the table.
    private func ruleBelowHeader(_ tableRows: [Int]) -> Int? {
        guard let first = tableRows.first else { return nil }
        let rule = (first...lastRow).prefix(8).first {
            AccessoryRow.isRule(sample.rows[$0], in: sample)
        }
        return rule.flatMap { rule in tableRows.count { $0 < rule } <= 3 ? rule : nil }
    }

    /// Whether a row above the header is a title, or a line of a title such as `School;Sloka;;;;`.
    private func isTitle(_ index: Int) -> Bool {
        let row = sample.rows[index]
        if row.isBlank || isText(row) { return true }
        guard width >= 4, row.extent <= max(2, width / 2), row.filled <= 2 else { return false }
        let others = region.rows.filter { $0 > index }.prefix(40).map { sample.rows[$0] }
            .filter { $0.filled > 1 }
        let full = others.count { 10 * $0.filled >= 6 * width }
        return others.count >= 2 && 2 * full >= others.count
    }

    /// Whether a row with one cell filled is a record all the same: it is as wide as the others, and the
    /// cell looks like those of its column, which is filled in most rows.
    private func isSparseRecord(_ row: SampleRows.Row, _ profiles: [ColumnProfile]) -> Bool {
        guard row.width == width,
            let column = (0..<width).first(where: { sample.shape(row, $0) != .empty }),
            profiles[column].filling >= 0.5
        else { return false }
        return profiles[column].fits(sample.shape(row, column))
            && sample.shape(row, column) != .prose
            && !sample.text(row, column).contains(":")
    }

    private mutating func judgeRows(below start: Int) {
        let places = recordPlaces(from: start)
        let full = places.map { sample.rows[$0] }.filter { !self.isText($0) }
        let columns = ColumnProfile.profiles(of: full, width: width, in: sample)
        var sparse = Set(
            places.filter {
                self.isText(sample.rows[$0]) && isSparseRecord(sample.rows[$0], columns)
            })
        if areGroups(sparse, among: places) { sparse = [] }
        hasSparseRecords = !sparse.isEmpty
        /// A reader that keeps sparse records keeps the titles of groups with them.
        func isTextRow(_ place: Int) -> Bool {
            let row = sample.rows[place]
            return self.isText(row) && !sparse.contains(place)
        }
        let dense = places.count { 10 * sample.rows[$0].filled >= 6 * width } * 4 > places.count * 3
        // Texts at the end are notes, texts between records the titles of groups.
        var end = places.count
        while end > 0,
            isTextRow(places[end - 1])
                || isNote(places[end - 1], dense, columns, below: places[..<(end - 1)])
        {
            end -= 1
            roles[places[end]] = .note
        }
        lastRow = end > 0 ? places[end - 1] : (headerRows.last ?? firstRow)
        let profiles = ColumnProfile.profiles(
            of: places[..<end].map { sample.rows[$0] }, width: width, in: sample)
        var totalRows = TotalRows(
            sample: sample,
            numberColumns: profiles.indices.filter { profiles[$0].shape == .integer })
        for (number, place) in places[..<end].enumerated() {
            let row = sample.rows[place]
            if isTextRow(place), !hasSparseRecords || row.width == 1 {
                roles[place] = .group
                if hasSparseRecords { leftOutLines.insert(row.line) }
            } else if isRepeatedHeader(row) {
                roles[place] = .repeatedHeader
            } else if totalRows.take(
                row, isLast: number == end - 1, hasGaps: hasGaps(row, columns))
            {
                roles[place] = .total
                totals.insert(row.line)
            } else {
                roles[place] = row.width == width ? .record : .ragged
                records.append(place)
                note(row, profiles)
            }
        }
        total = totalRows.found
    }

    /// Whether a sparse row at the end of a dense table is a note, such as `Sagatavoja:;Anna;;;`.
    private func isNote(
        _ place: Int, _ isDense: Bool, _ columns: [ColumnProfile], below: ArraySlice<Int>
    ) -> Bool {
        let row = sample.rows[place]
        guard isDense, row.filled <= 2 else { return false }
        // Where blank rows stand among the records too, one above the last says nothing.
        let isSeparate =
            place > 0 && sample.rows[place - 1].isBlank
            && !zip(below, below.dropFirst()).contains { $1 > $0 + 1 }
        if isSeparate, width >= 4, 2 * row.filled <= width, hasGaps(row, columns) { return true }
        guard width >= 5, row.extent <= width / 2 else { return false }
        return isSeparate || sample.text(row, 0).hasSuffix(":")
    }

    /// Whether a row leaves a cell empty that nearly all rows fill.
    private func hasGaps(_ row: SampleRows.Row, _ columns: [ColumnProfile]) -> Bool {
        columns.indices.contains {
            columns[$0].filling >= 0.8 && sample.shape(row, $0) == .empty
        }
    }

    /// Returns the places of the rows below the header that may be records; a line drawn below the header,
    /// and units, are left out.
    private mutating func recordPlaces(from start: Int) -> [Int] {
        var places: [Int] = []
        for place in start..<(lastRow + 1) where !sample.rows[place].isBlank {
            let row = sample.rows[place]
            let isFirst = places.isEmpty
            let isRule =
                AccessoryRow.isRule(row, in: sample)
                && (isFirst || (row.width == 1 && width > 1))
            let isUnits =
                isFirst && !headerRows.isEmpty && AccessoryRow.isUnits(row, in: sample)
            if isRule || isUnits {
                roles[place] = .note
                leftOutLines.insert(row.line)
            } else {
                places.append(place)
            }
        }
        return places
    }

    /// Whether rows with one cell filled are the titles of groups: the first stands right below the header,
    /// none stands last or above another, and the rows between them are full.
    private func areGroups(_ sparse: Set<Int>, among places: [Int]) -> Bool {
        guard sparse.count > 1, let first = places.first, let last = places.last,
            sparse.contains(first), !sparse.contains(last)
        else { return false }
        return zip(places, places.dropFirst()).allSatisfy { upper, lower in
            sparse.contains(lower)
                ? !sparse.contains(upper) : 10 * sample.rows[lower].filled >= 6 * width
        }
    }

    private func isRepeatedHeader(_ row: SampleRows.Row) -> Bool {
        guard let last = headerRows.last, row.filled > 1 else { return false }
        return headerRows.contains { header in
            (0..<width).allSatisfy {
                sample.text(row, $0) == sample.text(sample.rows[header], $0)
            }
        } && last >= 0
    }

    private mutating func note(_ row: SampleRows.Row, _ profiles: [ColumnProfile]) {
        if row.width < width {
            shortRows.append(row.line)
            for column in 0..<row.width where profiles[column].tellsHeader {
                let shape = sample.shape(row, column)
                if shape != .empty, !profiles[column].fits(shape) { hasAlignedShortRows = false }
            }
        } else if row.width > width {
            longRows.append(row.line)
            if row.extent > width { hasFilledExtraCells = true }
        }
    }
}

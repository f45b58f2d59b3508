/// Says of each row of a region what it is, and how the reader has to be set to read the table.
struct TableAssembly {
    let sample: SampleRows
    let region: TableRegions.Region
    private(set) var roles: [LineRole]
    private var headerRows: [Int] = []
    private var firstRow: Int
    private var lastRow: Int
    private var totals: Set<Int> = []
    private var total: TableFinding.Total?
    private var shortRows: [Int] = []
    private var longRows: [Int] = []
    private var records: [Int] = []
    private var hasAlignedShortRows = true
    private var hasFilledExtraCells = false
    /// Whether rows with one cell filled are records, so that the reader may not leave such rows out.
    private var hasSparseRecords = false

    init(sample: SampleRows, region: TableRegions.Region, roles: [LineRole]) {
        self.sample = sample
        self.region = region
        self.roles = roles
        firstRow = region.rows.lowerBound
        lastRow = region.rows.upperBound - 1
    }

    private var width: Int { region.width }

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
            return !row.isBlank && !isText(row)
        }
        let finding = HeaderDetector(
            sample: sample, rows: tableRows.map { sample.rows[$0] }, width: width
        ).detect()
        headerRows = Array(tableRows.prefix(finding.rows))
        if headerRows.isEmpty, let first = tableRows.first,
            sample.rows[first].width == width + 1, sample.rows[first].filled == width
        {
            headerRows = [first]
        }
        for place in headerRows { roles[place] = .header }
        judgeRows(below: headerRows.last.map { $0 + 1 } ?? firstRow)
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
        let places = (start..<(lastRow + 1)).filter { !sample.rows[$0].isBlank }
        let full = places.map { sample.rows[$0] }.filter { !self.isText($0) }
        let columns = ColumnProfile.profiles(of: full, width: width, in: sample)
        let sparse = Set(
            places.filter {
                self.isText(sample.rows[$0]) && isSparseRecord(sample.rows[$0], columns)
            })
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
                || isNote(places[end - 1], dense)
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
            } else if isRepeatedHeader(row) {
                roles[place] = .repeatedHeader
            } else if totalRows.take(row, isLast: number == end - 1) {
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
    private func isNote(_ place: Int, _ isDense: Bool) -> Bool {
        let row = sample.rows[place]
        guard isDense, width >= 5, row.filled <= 2, row.extent <= width / 2 else { return false }
        let isSeparate = place > 0 && sample.rows[place - 1].isBlank
        return isSeparate || sample.text(row, 0).hasSuffix(":")
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

    // MARK: - The finding

    func finding(hasRowsBehind: Bool, isComplete: Bool, isLast: Bool) -> TableFinding {
        let names = DelimitedHeader.joined(
            headerRows.map { place in
                let row = sample.rows[place]
                let texts = (0..<max(width, row.width)).map { sample.text(row, $0) }
                return texts.count > width && row.filled == width
                    ? texts.filter { !$0.isEmpty } : texts
            })
        let rows = records.prefix(2000).map { sample.rows[$0] }
        let profiles = ColumnProfile.profiles(of: rows, width: width, in: sample)
        let numbers = ColumnProfile.numbers(of: rows, width: width, in: sample)
        let last = sample.rows[lastRow]
        let first = sample.rows[headerRows.first ?? records.first ?? firstRow]
        return TableFinding(
            lines: first.line...max(first.line, last.line + last.lines - 1),
            headerRows: headerRows.count,
            columns: profiles.indices.map { index in
                TableFinding.Column(
                    name: index < names.count ? names[index] : "", shape: profiles[index].shape,
                    share: profiles[index].share,
                    isPersonalCode: ColumnProfile.holdsPersonalCodes(rows, index, in: sample),
                    numbers: numbers[index])
            }, recordCount: records.count, shortRows: shortRows, longRows: longRows,
            totalLines: totals, total: total,
            options: options(
                firstLine: first.line, hasRowsBehind: hasRowsBehind, isComplete: isComplete,
                isLast: isLast))
    }

    private func options(
        firstLine: Int, hasRowsBehind: Bool, isComplete: Bool, isLast: Bool
    ) -> DelimitedOptions {
        var options = sample.options
        options.headerRows = headerRows.count
        options.linesBeforeHeader = firstLine - 1
        options.columnCount = width
        options.isOnlyShown = true
        // One short row is a fault; many that end early are how the program writes them.
        if shortRows.count >= 3, 20 * shortRows.count >= records.count, hasAlignedShortRows {
            options.raggedRows = .pad
        }
        if !longRows.isEmpty, !hasFilledExtraCells || options.raggedRows == .pad {
            options.raggedRows = .trimEmpty
        }
        let inside = firstRow...lastRow
        if inside.contains(where: { roles[$0] == .repeatedHeader }) {
            options.leftOut.insert(.repeatedHeader)
        }
        if !hasSparseRecords, inside.contains(where: { roles[$0] == .group }) {
            options.leftOut.insert(.textRow)
        }
        if hasRowsBehind {
            let last = sample.rows[lastRow]
            let endsAtBlank =
                lastRow + 1 < sample.rows.count && sample.rows[lastRow + 1].isBlank
                && !inside.contains { sample.rows[$0].isBlank && $0 > (headerRows.last ?? -1) }
            options.end = endsAtBlank ? .blankRow : .line(last.line + last.lines)
        } else if !isComplete {
            options.end = .endOfFile
        }
        return options
    }
}

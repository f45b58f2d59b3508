/// What an assembled table is, and how a reader has to be set to read it.
extension TableAssembly {
    func finding(hasRowsBehind: Bool, isComplete: Bool, isLast: Bool) -> TableFinding {
        let names = DelimitedHeader.joined(
            headerRows.map { place in
                let row = sample.rows[place]
                let texts = (0..<max(width, row.width)).map { sample.text(row, $0) }
                if region.hasRowNames { return [""] + texts.dropLast() }
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
            totalLines: totals, total: total, leftOutLines: leftOutLines,
            emptyColumns: isComplete ? emptyColumns(named: names) : [],
            options: options(
                firstLine: first.line, hasRowsBehind: hasRowsBehind, isComplete: isComplete,
                isLast: isLast))
    }

    /// Returns the columns without a name and a value that a delimiter of two signs or one before each
    /// line makes; such columns at the end only are as the file has them.
    private func emptyColumns(named names: [String]) -> Set<Int> {
        let empty = (0..<width).filter { column in
            !headerRows.isEmpty && (column >= names.count || names[column].isEmpty)
                && records.allSatisfy { sample.shape(sample.rows[$0], column) == .empty }
        }
        let lastNamed = names.lastIndex { !$0.isEmpty } ?? 0
        return empty.contains { $0 < lastNamed } ? Set(empty) : []
    }

    private func options(
        firstLine: Int, hasRowsBehind: Bool, isComplete: Bool, isLast: Bool
    ) -> DelimitedOptions {
        var options = sample.options
        options.headerRows = headerRows.count
        options.linesBeforeHeader = firstLine - 1
        options.columnCount = width
        options.isOnlyShown = true
        options.hasRowNames = region.hasRowNames
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

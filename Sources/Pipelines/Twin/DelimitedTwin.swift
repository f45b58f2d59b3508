import Extraction

/// Makes the twin of a delimited file.
struct DelimitedTwin {
    /// A column of a table.
    struct Column: Hashable {
        let table: Int
        let number: Int
    }

    private let inspection: DelimitedInspection
    private let coder: ScalarCoder
    private let known: KnownTerms
    private let layout: DelimitedLayout
    private var text: [UInt8]
    private var random: TwinRandom

    /// Prepares for a text of which has been found how it is written.
    init(
        _ text: LosslessText, encoding: TextEncoding, inspection: DelimitedInspection,
        known: KnownTerms, random: TwinRandom
    ) {
        self.text = text.bytes
        self.inspection = inspection
        self.known = known
        self.random = random
        coder = ScalarCoder(encoding)
        layout = DelimitedLayout(text.bytes, options: inspection.dialect.options)
    }

    /// A row with what it was taken for.
    private struct Place {
        let role: LineRole
        let table: Int?
        /// The number of control sums above it in its table.
        let section: Int
    }

    /// Makes the twin.
    consuming func make() -> (text: [UInt8], summary: TwinSummary) {
        var census = TwinCensus<Column>(coder, known: known)
        var amounts = TwinAmounts()
        var headers: [[Range<Int>]] = Array(repeating: [], count: inspection.tables.count + 1)
        walk { row, place in
            for (number, cell) in row.cells.enumerated() {
                let isValue = place.role == .record || place.role == .ragged
                let key = place.table.map { Column(table: $0, number: number) }
                let isPlain = plainKind(of: cell, number, place, census) != nil
                census.note(cell, of: text, at: isValue ? key : nil, isPlain: isPlain)
                if !isPlain, let table = amountTable(place), isAmount(number, table) {
                    amounts.note(
                        text[cell],
                        at: .init(table: table, column: number, section: place.section))
                }
            }
            noteRest(of: row) { census.note($0, of: text) }
            if place.role == .header {
                headers[place.table ?? inspection.tables.count] += row.cells
            }
        }
        amounts.exchange(&random)
        let kept = census.keptValues { TwinPlainValue.namesSomebody(name(of: $0.number, $0.table)) }
        let isTrusted = headers.map { census.isHeader($0, of: text) }
        let names = Set(
            headers.enumerated().flatMap { table, cells in
                cells.filter {
                    isTrusted[table]
                        ? !census.isPersonal($0, of: text) : census.isHeaderName($0, of: text)
                }
            }.map { Array(text[$0]) })
        var summary = TwinSummary()
        var substitution = TwinSubstitution(
            coder, knowing: census, calendar: known.calendar, random: random)
        var twin = text
        walk { row, place in
            for (number, cell) in row.cells.enumerated() {
                let value = Array(text[cell])
                // The words that begin a control sum, and the line by which a spreadsheet knows the delimiter.
                if number < 3, census.isKnown(cell, of: text) { continue }
                if place.role == .header || place.role == .repeatedHeader, names.contains(value) {
                    summary.note(header: value, isFirst: place.role == .header)
                    continue
                }
                if let kind = plainKind(of: cell, number, place, census) {
                    summary.note(plain: Self.trimmed(value), kind)
                    continue
                }
                if let table = place.table,
                    let values = kept[Column(table: table, number: number)],
                    values.contains(Self.trimmed(value))
                {
                    summary.note(kept: Self.trimmed(value))
                    continue
                }
                if let table = amountTable(place), isAmount(number, table),
                    let amount = amounts.amount(
                        for: value,
                        at: .init(table: table, column: number, section: place.section))
                {
                    twin.replaceSubrange(cell, with: amount)
                    continue
                }
                if place.role == .total, let table = place.table, isAmount(number, table) {
                    continue
                }
                substitution.replace(cell, in: &twin, keepsLetters: shape(of: cell).isValue)
            }
            noteRest(of: row) { substitution.replace($0, in: &twin) }
        }
        summary.finish(substitution, coder)
        return (twin, summary)
    }

    private func plainKind(
        of cell: Range<Int>, _ number: Int, _ place: Place, _ census: TwinCensus<Column>
    ) -> TwinPlainValue.Kind? {
        guard place.role == .record || place.role == .ragged, let table = place.table,
            let first = text[cell].first(where: { $0 > 0x20 }), (0x30...0x39).contains(first)
        else { return nil }
        return TwinPlainValue.kind(
            of: census.text(Array(text[cell])), under: name(of: number, table))
    }

    private func name(of number: Int, _ table: Int) -> String {
        let columns = inspection.tables[table].columns
        return columns.indices.contains(number) ? columns[number].name : ""
    }

    private func walk(_ body: (DelimitedLayout.Row, Place) -> Void) {
        var run = 0
        var table = -1
        var section = 0
        layout.forEachRow { row in
            while run < inspection.runs.count, inspection.runs[run].lines.upperBound < row.line {
                run += 1
            }
            let role =
                run < inspection.runs.count && inspection.runs[run].lines.contains(row.line)
                ? inspection.runs[run].role : .record
            let here = inspection.tables.firstIndex { $0.lines.contains(row.line) }
            // What lies beyond the part that was inspected belongs to the last table.
            let owner = here ?? (run < inspection.runs.count ? nil : inspection.tables.indices.last)
            if let owner, owner != table { (table, section) = (owner, 0) }
            body(row, Place(role: role, table: owner, section: section))
            if role == .total { section += 1 }
        }
    }

    /// The bytes of a row that are in no cell: what stands behind a closing quote.
    private func noteRest(of row: DelimitedLayout.Row, _ body: (Range<Int>) -> Void) {
        var start = row.bytes.lowerBound
        for cell in row.cells + [row.bytes.upperBound..<row.bytes.upperBound] {
            if cell.lowerBound > start + 1 { body(start..<cell.lowerBound) }
            start = max(start, cell.upperBound)
        }
    }

    // MARK: - Amounts

    /// The table of a record above a control sum.
    private func amountTable(_ place: Place) -> Int? {
        guard let table = place.table, !inspection.tables[table].totalLines.isEmpty,
            place.role == .record || place.role == .ragged
        else { return nil }
        return table
    }

    private func isAmount(_ number: Int, _ table: Int) -> Bool {
        let columns = inspection.tables[table].columns
        guard !inspection.tables[table].totalLines.isEmpty, columns.indices.contains(number) else {
            return false
        }
        return columns[number].shape == .integer || columns[number].shape == .decimal
    }

    private func shape(of cell: Range<Int>) -> CellShape {
        text[cell].withUnsafeBufferPointer { CellShape(of: $0) }
    }

    private static func trimmed(_ value: [UInt8]) -> [UInt8] {
        var value = value[...]
        while let last = value.last, last <= 0x20 { value.removeLast() }
        while let first = value.first, first <= 0x20 { value.removeFirst() }
        return Array(value)
    }
}

import Diagnostics

/// Reads the part of a sheet: once to learn how far its filled cells reach, once to turn it into text.
struct SheetPart: PartEvents {
    private enum Place {
        static let sheet: UInt8 = 1
        static let rows: UInt8 = 2
        static let row: UInt8 = 3
        static let cell: UInt8 = 4
        static let value: UInt8 = 5
        static let inlineText: UInt8 = 6
        static let run: UInt8 = 7
        static let text: UInt8 = 8
    }

    /// What the workbook knows of its cells.
    struct Context {
        /// The name of the sheet as messages may show it.
        let sheet: String
        let part: String
        let limits: SpreadsheetLimits
        let strings: SharedStrings
        let writer: CellWriter
    }

    /// How far the filled cells reach, as far as they have been read.
    private(set) var extent = SheetExtent(columns: 0, rows: 0)
    /// The text that has not been taken yet.
    var output: [UInt8] = []

    private let context: Context
    /// How far they reach in all, or `nil` while that is what is asked.
    private let known: SheetExtent?
    private var written = 0
    private var row = SheetRow()
    private var rowNumber = 0
    private var column = 0
    private var kind = CellKind.number
    private var style = 0
    private var hasValue = false
    private var hasFormula = false
    private var value: [UInt8] = []
    private var elements: [PartNamePointer?] = []
    private var attributeNames: (r: PartNamePointer?, t: PartNamePointer?, s: PartNamePointer?)

    init(_ context: Context, known: SheetExtent?) {
        self.context = context
        self.known = known
        attributeNames = (nil, nil, nil)
    }

    mutating func bind(_ names: PartNames) {
        elements = ["worksheet", "sheetData", "row", "c", "v", "is", "t", "r", "f"].map {
            names[$0]
        }
        attributeNames = (names["r"], names["t"], names["s"])
    }

    // MARK: - Elements

    mutating func enter(
        _ name: PartNamePointer?, inside parent: UInt8, attributes: PartAttributes
    ) throws(FileRefusal) -> UInt8 {
        switch parent {
        case Place.row where name == elements[3]:
            try beginCell(attributes)
            return Place.cell
        case Place.cell where name == elements[4]:
            // A cell with a text of its own may have no other value.
            guard !hasValue else { throw twice(column) }
            hasValue = true
            return Place.value
        case Place.cell where name == elements[5]:
            guard !hasValue else { throw twice(column) }
            hasValue = true
            return Place.inlineText
        case Place.cell where name == elements[8]:
            hasFormula = true
            return 0
        case Place.rows where name == elements[2]:
            try beginRow(attributes)
            return Place.row
        // Readings (`rPh`) have no place, so their text is left out.
        case Place.inlineText where name == elements[6], Place.run where name == elements[6]:
            return Place.text
        case Place.inlineText where name == elements[7]: return Place.run
        case Place.sheet where name == elements[1]: return Place.rows
        case Self.document:
            guard name == elements[0] else {
                throw .damaged(
                    context.part, lv: "tajā nav lapas ar šūnām", en: "it is no sheet with cells")
            }
            return Place.sheet
        default: return 0
        }
    }

    mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, inside place: UInt8
    ) throws(FileRefusal) {
        guard place == Place.value || place == Place.text else { return }
        value.append(contentsOf: text)
        guard value.count <= context.limits.cellBytes else {
            throw limit(
                lv: "šūnas teksts baitos", en: "bytes of a cell's text", context.limits.cellBytes)
        }
    }

    mutating func leave(_ place: UInt8) throws(FileRefusal) -> Bool {
        switch place {
        case Place.cell: try endCell()
        case Place.row: try endRow()
        default: break
        }
        return place == Place.rows
    }

    // MARK: - Rows and cells

    private mutating func beginRow(_ attributes: PartAttributes) throws(FileRefusal) {
        var number: Int? = rowNumber + 1
        attributes.forEach { name, namespace, value in
            guard name == attributeNames.r, namespace == nil else { return }
            number = CellReference.number(value)
        }
        row.clear()
        column = 0
        guard let number, number > 0 else {
            rowNumber += 1
            throw contradiction(nil, lv: "rindas numurs nav skaitlis", en: "its row number is none")
        }
        let before = rowNumber
        rowNumber = number
        guard number > before else {
            throw contradiction(
                nil, lv: "rinda stāv aiz rindas \(before)",
                en: "the row stands behind row \(before)")
        }
        guard number <= context.limits.rows else {
            throw limit(lv: "rindu skaits", en: "rows", context.limits.rows)
        }
    }

    private mutating func beginCell(_ attributes: PartAttributes) throws(FileRefusal) {
        kind = .number
        style = 0
        hasValue = false
        hasFormula = false
        value.removeAll(keepingCapacity: true)
        column += 1
        var reference: CellReference? = CellReference(column: column, row: rowNumber)
        attributes.forEach { name, namespace, bytes in
            guard namespace == nil else { return }
            if name == attributeNames.r {
                reference = CellReference(bytes)
            } else if name == attributeNames.t {
                kind = CellKind(bytes)
            } else if name == attributeNames.s {
                style = CellReference.number(bytes) ?? 0
            }
        }
        guard let reference, reference.row == rowNumber else {
            throw contradiction(
                column, lv: "šūnas adrese neatbilst tās rindai",
                en: "the cell's reference does not agree with its row")
        }
        column = reference.column
        guard column <= context.limits.columns else {
            throw limit(lv: "kolonnu skaits", en: "columns", context.limits.columns)
        }
    }

    private mutating func endCell() throws(FileRefusal) {
        guard !value.isEmpty else {
            // An empty text is a value; an empty number is one that no program has computed.
            guard !hasFormula || (hasValue && kind == .text) else {
                throw FileRefusal(
                    SpreadsheetRules.noFormulaValue, line: rowNumber,
                    details: ["cell": place(column)], sheet: context.sheet)
            }
            return
        }
        let start = row.text.count
        if kind == .sharedString {
            let index = value.withUnsafeBufferPointer {
                CellReference.number(CellWriter.trimmed($0))
            }
            guard let index, index < context.strings.count else {
                throw contradiction(
                    column, lv: "tās teksta darbgrāmatā nav", en: "the workbook lacks its text")
            }
            guard !context.strings.isEmpty(index) else { return }
            if known != nil { context.strings.append(index, to: &row.text) }
        } else if known != nil {
            value.withUnsafeBufferPointer {
                context.writer.append($0, kind: kind, style: style, to: &row.text)
            }
        }
        row.add(column: column, start: start)
        guard row.text.count <= context.limits.rowBytes else {
            throw limit(lv: "rindas teksts baitos", en: "bytes of a row", context.limits.rowBytes)
        }
    }

    private mutating func endRow() throws(FileRefusal) {
        guard !row.isEmpty else { return }
        if let column = row.sort() { throw twice(column) }
        guard let known else {
            extent = SheetExtent(columns: max(extent.columns, row.width), rows: rowNumber)
            return
        }
        guard row.width <= known.columns, rowNumber <= known.rows else {
            throw .damaged(
                context.part, lv: "tā lasīšanas laikā ir mainījusies",
                en: "it has changed while it was read")
        }
        let before = output.count
        for _ in (extent.rows + 1)..<rowNumber { output.append(contentsOf: [0x0D, 0x0A]) }
        row.append(width: known.columns, to: &output)
        extent = SheetExtent(columns: max(extent.columns, row.width), rows: rowNumber)
        written += output.count - before
        guard written <= context.limits.textBytes else {
            throw .workbookLimit(
                lv: "lapas teksts baitos", en: "bytes of the sheet's text",
                allowed: "\(context.limits.textBytes)")
        }
    }

    // MARK: - Refusals

    private func place(_ column: Int?) -> String {
        SheetCell(sheet: context.sheet, row: rowNumber, column: column).description
    }

    private func limit(lv: String, en: String, _ allowed: Int) -> FileRefusal {
        FileRefusal(
            SpreadsheetRules.sheetLimit, line: rowNumber,
            details: [
                "cell": place(column > 0 ? column : nil), "limit.lv": lv, "limit.en": en,
                "allowed": "\(allowed)",
            ], sheet: context.sheet)
    }

    private func contradiction(_ column: Int?, lv: String, en: String) -> FileRefusal {
        FileRefusal(
            SpreadsheetRules.contradiction, line: rowNumber,
            details: ["cell": place(column), "reason.lv": lv, "reason.en": en],
            sheet: context.sheet)
    }

    private func twice(_ column: Int) -> FileRefusal {
        contradiction(column, lv: "šūnai ir divas vērtības", en: "the cell has two values")
    }
}

/// The filled cells of one row, as pieces of delimited text.
struct SheetRow {
    private struct Cell {
        let column: Int
        let start: Int
        let end: Int
    }

    private var cells: [Cell] = []
    private var isOrdered = true
    /// The text of the cells, one behind the other.
    var text: [UInt8] = []

    /// Whether no cell is filled.
    var isEmpty: Bool { cells.isEmpty }

    /// The last filled column.
    private(set) var width = 0

    /// Forgets the cells.
    mutating func clear() {
        cells.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        isOrdered = true
        width = 0
    }

    /// Adds a cell whose text begins at a byte and ends where the text ends now.
    mutating func add(column: Int, start: Int) {
        if column <= width { isOrdered = false }
        width = max(width, column)
        cells.append(Cell(column: column, start: start, end: text.count))
    }

    /// Puts the cells into the order of their columns.
    ///
    /// - Returns: A column that two cells claim, or `nil`.
    mutating func sort() -> Int? {
        guard !isOrdered else { return nil }
        cells.sort { $0.column < $1.column }
        isOrdered = true
        return zip(cells, cells.dropFirst()).first { $0.column == $1.column }?.0.column
    }

    /// Appends the row as a record of delimited text.
    func append(width: Int, to output: inout [UInt8]) {
        var column = 1
        for cell in cells {
            while column < cell.column {
                output.append(UInt8(ascii: ","))
                column += 1
            }
            output.append(contentsOf: text[cell.start..<cell.end])
        }
        while column < width {
            output.append(UInt8(ascii: ","))
            column += 1
        }
        output.append(0x0D)
        output.append(0x0A)
    }
}

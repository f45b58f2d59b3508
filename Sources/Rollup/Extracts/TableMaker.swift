/// Puts the rows of a table into their order and gives their keys words.
struct TableMaker {
    private let definition: ExtractTable
    private let table: Int
    private let tally: ExtractTally
    private let names: KeyNames
    private let texts: [[String]?]

    init(
        _ definition: ExtractTable, _ table: Int, _ tally: ExtractTally, _ names: KeyNames,
        texts: [[String]?]
    ) {
        self.definition = definition
        self.table = table
        self.tally = tally
        self.names = names
        self.texts = texts
    }

    /// Returns the table.
    ///
    /// - Throws: What is wrong with a key.
    func make() throws(ExtractProblem.Kind) -> ExtractedTable {
        let count = tally.rowCount(of: table)
        var columns: [(cells: [ExtractedTable.Cell], places: [Int32])] = []
        for key in definition.keys.indices { columns.append(try shown(key, count)) }
        var order = Array(0..<Int32(count))
        // Ordered by the last key first; what is equal there keeps the order that the next one gives.
        for key in definition.order.reversed() {
            order = Self.ordered(
                order, by: columns[key].places, among: columns[key].cells.count)
        }
        return ExtractedTable(
            file: definition.file, rowCount: count,
            keys: zip(definition.keys, columns).map { key, column in
                ExtractedTable.Key(
                    name: key.name, cells: column.cells,
                    places: order.map { column.places[Int($0)] })
            },
            amounts: definition.amounts.enumerated().map { place, amount in
                ExtractedTable.Amount(
                    name: amount.name, divisor: amount.divisor, decimals: amount.decimals,
                    values: order.map { tally.amount(place, row: Int($0), table: table) })
            })
    }

    /// Returns the cells of a key in their order, and the place among them of each row's.
    private func shown(
        _ key: Int, _ count: Int
    ) throws(ExtractProblem.Kind) -> (cells: [ExtractedTable.Cell], places: [Int32]) {
        let (column, form) = (definition.keys[key].column, definition.keys[key].form)
        let texts = tally.plan.columns.firstIndex(of: column).flatMap { self.texts[$0] }
        var numbers: [Int: Int32] = [:]
        var cells: [ExtractedTable.Cell] = []
        var places: [Int32] = []
        places.reserveCapacity(count)
        var last: (value: Int, number: Int32)?
        for row in 0..<count {
            let value = tally.value(ofKey: key, row: row, table: table)
            if let last, last.value == value {
                places.append(last.number)
                continue
            }
            var number = numbers[value]
            if number == nil {
                guard let cell = names.shown(value, as: form, texts: texts) else {
                    throw .unknownKey(column: column, form: form)
                }
                number = Int32(cells.count)
                numbers[value] = number
                cells.append(cell)
            }
            last = (value, number ?? 0)
            places.append(number ?? 0)
        }
        return Self.ranked(cells, places)
    }

    /// Puts cells into their order, each once: two keys may show the same.
    private static func ranked(
        _ cells: [ExtractedTable.Cell], _ places: [Int32]
    ) -> (cells: [ExtractedTable.Cell], places: [Int32]) {
        var sorted: [ExtractedTable.Cell] = []
        var ranks = [Int32](repeating: 0, count: cells.count)
        for number in cells.indices.sorted(by: { cells[$0] < cells[$1] }) {
            if sorted.last != cells[number] { sorted.append(cells[number]) }
            ranks[number] = Int32(sorted.count - 1)
        }
        return (sorted, places.map { ranks[Int($0)] })
    }

    /// Orders rows by the place of their cell, and leaves those of one place in their order.
    private static func ordered(_ rows: [Int32], by places: [Int32], among count: Int) -> [Int32] {
        var starts = [Int](repeating: 0, count: count + 1)
        for row in rows { starts[Int(places[Int(row)]) + 1] += 1 }
        for place in 0..<count { starts[place + 1] += starts[place] }
        var ordered = [Int32](repeating: 0, count: rows.count)
        for row in rows {
            let place = Int(places[Int(row)])
            ordered[starts[place]] = row
            starts[place] += 1
        }
        return ordered
    }
}

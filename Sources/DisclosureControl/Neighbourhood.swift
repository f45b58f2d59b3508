/// Looks closely at a few unknowns of a large system, with all others held at one solution.
final class Neighbourhood {
    private let system: IntegerSystem
    private let start: [Int]
    private let rowsOf: [[Int]]
    private var place: [Int]

    init(_ system: IntegerSystem, start: [Int]) {
        self.system = system
        self.start = start
        rowsOf = system.rowsOfColumns()
        place = Array(repeating: -1, count: system.width)
    }

    /// The unknowns nearest to one, through narrow rows first.
    func columns(around column: Int, width: Int) -> [Int] {
        var found = [column]
        var isFound: Set<Int> = [column]
        var next = 0
        while next < found.count, found.count < width {
            let rows = rowsOf[found[next]].sorted {
                (system.entries(of: $0).count, $0) < (system.entries(of: $1).count, $1)
            }
            next += 1
            for row in rows {
                for entry in system.entries(of: row) where found.count < width {
                    if isFound.insert(system.columns[entry]).inserted {
                        found.append(system.columns[entry])
                    }
                }
            }
        }
        return found.sorted()
    }

    /// A search among the unknowns around one.
    func search(around column: Int, width: Int) -> (search: RangeSearch, place: Int) {
        let columns = columns(around: column, width: width)
        let rows = Set(columns.flatMap { rowsOf[$0] }).sorted()
        let part = system.part(of: columns, rows: rows, constants: start, &place)
        let search = RangeSearch(part.system)
        search.propose(columns.map { start[$0] })
        return (search, columns.firstIndex(of: column) ?? 0)
    }

    /// Whether an unknown can take another value while a second one keeps its own, or they always differ by the same.
    func canMove(_ column: Int, holding held: Int, width: Int) -> Bool {
        let columns = columns(around: column, width: width)
        let rows = Set(columns.flatMap { rowsOf[$0] }).sorted()
        var part = system.part(of: columns, rows: rows, constants: start, &place)
        guard let own = columns.firstIndex(of: column) else { return false }
        if let other = columns.firstIndex(of: held) {
            part.system.lowest[other] = start[held]
            part.system.highest[other] = start[held]
        }
        let search = RangeSearch(part.system)
        search.propose(columns.map { start[$0] })
        let known = start[column]
        let most = search.push([(own, 1)], maximize: true).limit ?? known
        if search.pool.highest[own] > known { return true }
        let least = search.push([(own, 1)], maximize: false).limit ?? known
        if search.pool.lowest[own] < known { return true }
        if most > known { search.seek(own, known + 1, most) }
        if least < known { search.seek(own, least, known - 1) }
        return search.pool.highest[own] > known || search.pool.lowest[own] < known
            || isSame(column, held)
    }

    /// Whether one row says by how much two unknowns differ.
    private func isSame(_ one: Int, _ other: Int) -> Bool {
        rowsOf[one].contains { row in
            let entries = system.entries(of: row)
            return entries.count == 2 && system.lower[row] == system.upper[row]
                && entries.contains { system.columns[$0] == other }
                && entries.reduce(0) { $0 + system.coefficients[$1] } == 0
        }
    }
}

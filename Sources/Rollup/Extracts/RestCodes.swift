import SupportStore

/// Dense numbers for what tells the rows of a table apart beyond the base.
struct RestCodes {
    let columns: [Int]
    private var tuples: TupleTable
    /// The numbers of small values where there is but one column: a term, a level.
    private var small = ContiguousArray<Int32>(repeating: -1, count: 4096)

    init(columns: [Int]) {
        self.columns = columns
        tuples = TupleTable(width: columns.count)
    }

    /// Returns the value of a column of the rest with a number.
    func value(_ number: Int, _ position: Int) -> Int {
        tuples.values[number * tuples.width + position]
    }

    /// Takes in what another has numbered, and returns the number that each has here.
    mutating func merge(_ other: RestCodes) -> [Int] { tuples.merge(other.tuples) }

    /// Writes the number of each row of a batch.
    mutating func number(_ rows: PouredRows, into numbers: UnsafeMutablePointer<Int32>) {
        guard columns.count == 1 else {
            for row in 0..<rows.count { numbers[row] = tuple(of: row, in: rows) }
            return
        }
        let values = rows[columns[0]]
        for row in 0..<rows.count {
            let value = values[row]
            guard value >= 0, value < small.count else {
                numbers[row] = tuple(of: row, in: rows)
                continue
            }
            if small[value] < 0 { small[value] = tuple(of: row, in: rows) }
            numbers[row] = small[value]
        }
    }

    private mutating func tuple(of row: Int, in rows: PouredRows) -> Int32 {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: columns.count) { tuple in
            for (position, column) in columns.enumerated() { tuple[position] = rows[column][row] }
            return Int32(tuples.insert(UnsafeBufferPointer(tuple)).number)
        }
    }
}

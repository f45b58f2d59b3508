/// Integer unknowns between bounds, and rows that bound sums of multiples of them.
///
/// All arithmetic is exact. An unknown without an upper bound has the ceiling for one, which is so far above every
/// number of the system that whatever reaches half of it has no bound.
struct IntegerSystem: Hashable, Sendable {
    /// A row without a lower or an upper bound has these.
    static let noLower = Int.min
    static let noUpper = Int.max

    var lowest: [Int]
    var highest: [Int]
    let ceiling: Int
    private(set) var rowStart: [Int] = [0]
    private(set) var columns: [Int] = []
    private(set) var coefficients: [Int] = []
    private(set) var lower: [Int] = []
    private(set) var upper: [Int] = []

    var width: Int { lowest.count }
    var rowCount: Int { lower.count }

    init(lowest: [Int], highest: [Int], ceiling: Int) {
        self.lowest = lowest
        self.highest = highest
        self.ceiling = ceiling
    }

    func entries(of row: Int) -> Range<Int> { rowStart[row]..<rowStart[row + 1] }

    /// Adds a row whose columns are distinct and whose coefficients are not zero.
    mutating func addRow(_ terms: [(column: Int, coefficient: Int)], lower: Int, upper: Int) {
        for term in terms {
            columns.append(term.column)
            coefficients.append(term.coefficient)
        }
        rowStart.append(columns.count)
        self.lower.append(lower)
        self.upper.append(upper)
    }

    /// The rows in which each unknown appears.
    func rowsOfColumns() -> [[Int]] {
        var rows = Array(repeating: [Int](), count: width)
        for row in 0..<rowCount {
            for entry in entries(of: row) { rows[columns[entry]].append(row) }
        }
        return rows
    }

    /// Whether the numbers solve the system, exactly.
    func holds(_ values: [Int]) -> Bool {
        guard values.count == width else { return false }
        // Asked most often of all, so without the checks and counts of ordinary arrays.
        return values.withUnsafeBufferPointer { values in
            isWithinBounds(values)
                && columns.withUnsafeBufferPointer { columns in
                    coefficients.withUnsafeBufferPointer { coefficients in
                        areRowsWithinBounds(values, columns, coefficients)
                    }
                }
        }
    }

    private func isWithinBounds(_ values: UnsafeBufferPointer<Int>) -> Bool {
        lowest.withUnsafeBufferPointer { lowest in
            highest.withUnsafeBufferPointer { highest in
                var column = 0
                while column < values.count {
                    let value = values[column]
                    if value < lowest[column] || value > highest[column] { return false }
                    column += 1
                }
                return true
            }
        }
    }

    private func areRowsWithinBounds(
        _ values: UnsafeBufferPointer<Int>, _ columns: UnsafeBufferPointer<Int>,
        _ coefficients: UnsafeBufferPointer<Int>
    ) -> Bool {
        var entry = 0
        for row in 0..<rowCount {
            let end = rowStart[row + 1]
            var sum = 0
            while entry < end {
                sum += coefficients[entry] * values[columns[entry]]
                entry += 1
            }
            if sum < lower[row] || sum > upper[row] { return false }
        }
        return true
    }
}

extension IntegerSystem {
    /// Tightens the bounds of the unknowns by each row until nothing changes; false when nothing solves the system.
    mutating func propagate() -> Bool {
        for row in 0..<rowCount where rowStart[row] == rowStart[row + 1] {
            if lower[row] > 0 || upper[row] < 0 { return false }
        }
        let rowsOf = rowsOfColumns()
        var queue = Array(0..<rowCount)
        var isQueued = Array(repeating: true, count: rowCount)
        // A row can tighten by one step for ever, near enough; each gets its share of visits.
        var visitsLeft = Array(repeating: 40, count: rowCount)
        var next = 0
        while next < queue.count {
            let row = queue[next]
            next += 1
            isQueued[row] = false
            visitsLeft[row] -= 1
            guard let changed = tighten(row) else { return false }
            for column in changed {
                for other in rowsOf[column] where !isQueued[other] && visitsLeft[other] > 0 {
                    isQueued[other] = true
                    queue.append(other)
                }
            }
        }
        return true
    }

    /// Tightens by one row; nil when the row cannot hold.
    private mutating func tighten(_ row: Int) -> [Int]? {
        var least = 0
        var greatest = 0
        for entry in entries(of: row) {
            let (coefficient, column) = (coefficients[entry], columns[entry])
            least += coefficient * (coefficient > 0 ? lowest[column] : highest[column])
            greatest += coefficient * (coefficient > 0 ? highest[column] : lowest[column])
        }
        guard least <= upper[row], greatest >= lower[row] else { return nil }
        let bindsAbove = upper[row] != Self.noUpper && greatest > upper[row]
        let bindsBelow = lower[row] != Self.noLower && least < lower[row]
        guard bindsAbove || bindsBelow else { return [] }
        var changed: [Int] = []
        for entry in entries(of: row) {
            let (coefficient, column) = (coefficients[entry], columns[entry])
            var (low, high) = (lowest[column], highest[column])
            let ownLeast = coefficient * (coefficient > 0 ? low : high)
            let ownGreatest = coefficient * (coefficient > 0 ? high : low)
            if bindsAbove {
                let room = upper[row] - (least - ownLeast)
                if coefficient > 0 {
                    high = min(high, floorDivision(room, coefficient))
                } else {
                    low = max(low, -floorDivision(room, -coefficient))
                }
            }
            if bindsBelow {
                let need = lower[row] - (greatest - ownGreatest)
                if coefficient > 0 {
                    low = max(low, -floorDivision(-need, coefficient))
                } else {
                    high = min(high, floorDivision(-need, -coefficient))
                }
            }
            guard low <= high else { return nil }
            guard low != lowest[column] || high != highest[column] else { continue }
            least += coefficient * (coefficient > 0 ? low : high) - ownLeast
            greatest += coefficient * (coefficient > 0 ? high : low) - ownGreatest
            lowest[column] = low
            highest[column] = high
            changed.append(column)
        }
        return changed
    }
}

/// The quotient rounded towards minus infinity; the divisor is positive.
func floorDivision(_ dividend: Int, _ divisor: Int) -> Int {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}

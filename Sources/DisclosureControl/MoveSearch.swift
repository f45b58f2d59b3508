/// Goes from one solution of a large system to others by moves of a few unknowns.
///
/// An unknown changes by one, which breaks some rows; each broken row is mended by changing another unknown in it,
/// until all rows hold again. It is plain arithmetic on whole numbers: every state between moves is a solution.
final class MoveSearch {
    let system: IntegerSystem
    private(set) var values: [Int]
    private var activity: [Int]
    private var start: (values: [Int], activity: [Int])
    private let columnStart: [Int]
    private let columnRows: [Int]
    private let columnCoefficients: [Int]
    /// The unknowns that may move.
    var isFree: [Bool]
    /// What it costs to let another unknown move; nil for one that must not.
    private let price: [Int?]
    /// The furthest that each unknown has been.
    private(set) var lowest: [Int]
    private(set) var highest: [Int]

    private var trail: [(column: Int, step: Int)] = []
    private var isInTrail: [Bool]
    private var broken: [Int] = []
    private var visitsLeft = 0
    /// How hard to look for a move.
    var effort = Effort.usual

    /// How many rows are mended for one move, and how many one after the other.
    struct Effort {
        let visits: Int
        let depth: Int

        /// How many of the cheapest unknowns that are not free are looked at in each row, whatever else is there.
        let openers: Int

        static let usual = Effort(visits: 120, depth: 9, openers: 0)
        static let great = Effort(visits: 3000, depth: 14, openers: 2)
    }

    /// - Parameter start: a solution.
    init(_ system: IntegerSystem, start: [Int], isFree: [Bool], price: [Int?]) {
        self.system = system
        values = start
        self.isFree = isFree
        self.price = price
        lowest = start
        highest = start
        isInTrail = Array(repeating: false, count: start.count)
        activity = Array(repeating: 0, count: system.rowCount)
        var counts = Array(repeating: 0, count: start.count + 1)
        for column in system.columns { counts[column + 1] += 1 }
        for column in 0..<start.count { counts[column + 1] += counts[column] }
        columnStart = counts
        var rows = Array(repeating: 0, count: system.columns.count)
        var coefficients = rows
        for row in 0..<system.rowCount {
            for entry in system.entries(of: row) {
                let column = system.columns[entry]
                rows[counts[column]] = row
                coefficients[counts[column]] = system.coefficients[entry]
                counts[column] += 1
                activity[row] += system.coefficients[entry] * start[column]
            }
        }
        self.start = (start, activity)
        columnRows = rows
        columnCoefficients = coefficients
    }

    /// Goes back to the first solution.
    func restart() { (values, activity) = start }

    /// Goes from a corner, where most unknowns are as low as they get, to a solution with room all around, and makes
    /// that the first one.
    ///
    /// - Parameter height: how far above their least values the unknowns should be.
    func settle(_ height: Int) {
        for _ in 0..<3 {
            for column in values.indices where values[column] < system.lowest[column] + height {
                _ = move(column, up: true)
            }
        }
        start = (values, activity)
    }

    func free(_ column: Int) { isFree[column] = true }

    /// The rows of an unknown.
    func rows(of column: Int) -> ArraySlice<Int> {
        columnRows[columnStart[column]..<columnStart[column + 1]]
    }

    /// Changes an unknown by one, and others so that all rows hold; gives those that moved, or nil.
    ///
    /// - Parameters:
    ///   - still: unknowns that must not move.
    ///   - opening: how many unknowns may move that are not free.
    func move(
        _ column: Int, up: Bool, still: [Int] = [], opening: Int = 0
    ) -> [(column: Int, step: Int)]? {
        trail.removeAll(keepingCapacity: true)
        broken.removeAll(keepingCapacity: true)
        visitsLeft = effort.visits
        for column in still { isInTrail[column] = true }
        defer {
            for column in still { isInTrail[column] = false }
            for step in trail { isInTrail[step.column] = false }
        }
        let step = up ? 1 : -1
        guard canTake(column, step) else { return nil }
        take(column, step)
        guard mend(depth: effort.depth, opening: opening) else {
            undoStep()
            return nil
        }
        for step in trail {
            lowest[step.column] = min(lowest[step.column], values[step.column])
            highest[step.column] = max(highest[step.column], values[step.column])
        }
        return trail
    }

    /// Takes a move back.
    func undo(_ steps: [(column: Int, step: Int)]) {
        for step in steps { shift(step.column, -step.step) }
    }

    private func canTake(_ column: Int, _ step: Int) -> Bool {
        let value = values[column] + step
        return value >= system.lowest[column] && value <= system.highest[column]
    }

    private func shift(_ column: Int, _ step: Int) {
        values[column] += step
        for entry in columnStart[column]..<columnStart[column + 1] {
            activity[columnRows[entry]] += step * columnCoefficients[entry]
        }
    }

    private func take(_ column: Int, _ step: Int) {
        shift(column, step)
        trail.append((column, step))
        isInTrail[column] = true
        for entry in columnStart[column]..<columnStart[column + 1] {
            broken.append(columnRows[entry])
        }
    }

    private func undoStep() {
        guard let step = trail.popLast() else { return }
        shift(step.column, -step.step)
        isInTrail[step.column] = false
    }

    private func excess(_ row: Int, _ activity: Int) -> Int {
        activity > system.upper[row]
            ? activity - system.upper[row]
            : activity < system.lower[row]
                ? activity - system.lower[row] : 0
    }

    /// Mends the narrowest broken row, then the others.
    private func mend(depth: Int, opening: Int) -> Bool {
        var narrowest: Int?
        for row in broken where excess(row, activity[row]) != 0 {
            if narrowest.map({ system.entries(of: row).count < system.entries(of: $0).count })
                ?? true
            {
                narrowest = row
            }
        }
        guard let row = narrowest else { return true }
        visitsLeft -= 1
        guard depth > 0, visitsLeft > 0 else { return false }
        let touched = broken.count
        for candidate in candidates(row, opening) {
            take(candidate.column, candidate.step)
            if mend(depth: depth - 1, opening: opening - candidate.opens) { return true }
            undoStep()
            broken.removeLast(broken.count - touched)
            if visitsLeft <= 0 { return false }
        }
        return false
    }

    private struct Candidate {
        var column: Int
        var step: Int
        var opens: Int
        var score: Int
    }

    /// The most promising unknowns to mend a row with: those that break least and cost least.
    private func candidates(_ row: Int, _ opening: Int) -> [Candidate] {
        let entries = system.entries(of: row)
        let isOver = excess(row, activity[row]) > 0
        // Starts behind the unknown that moved last, so that not always the same ones are used up.
        let start = trail.last.map { $0.column } ?? 0
        var offset = 0
        while offset < entries.count, system.columns[entries.lowerBound + offset] <= start {
            offset += 1
        }
        var best: [Candidate] = []
        var openers: [Candidate] = []
        for index in 0..<entries.count {
            var place = index + offset
            if place >= entries.count { place -= entries.count }
            let entry = entries.lowerBound + place
            let column = system.columns[entry]
            guard !isInTrail[column] else { continue }
            var opens = 0
            var cost = 0
            if !isFree[column] {
                guard opening > 0, let price = price[column] else { continue }
                opens = 1
                cost = 10 + price
            }
            let step = (system.coefficients[entry] > 0) == isOver ? -1 : 1
            guard canTake(column, step) else { continue }
            var breaks = 0
            for entry in columnStart[column]..<columnStart[column + 1] {
                let other = columnRows[entry]
                let before = excess(other, activity[other])
                let after = excess(
                    other, activity[other] + step * columnCoefficients[entry])
                breaks += after.signum().magnitude > before.signum().magnitude ? 1 : 0
                breaks -= after == 0 && before != 0 ? 1 : 0
            }
            let score = breaks * 4 + cost
            let candidate = Candidate(column: column, step: step, opens: opens, score: score)
            if opens > 0, effort.openers > 0 {
                let spot = openers.firstIndex { $0.score > score } ?? openers.count
                openers.insert(candidate, at: spot)
                if openers.count > effort.openers { openers.removeLast() }
                continue
            }
            if best.count == 6, best[5].score <= score { continue }
            if best.count == 6 { best.removeLast() }
            let spot = best.firstIndex { $0.score > score } ?? best.count
            best.insert(candidate, at: spot)
            // Nothing is better than an unknown that only mends.
            let isEnough = opening == 0 || openers.count == effort.openers
            if best.count == 6, best[5].score < 0, isEnough { break }
        }
        // Free ones alone have been tried before.
        best.insert(contentsOf: openers, at: min(1, best.count))
        return best
    }
}

extension MoveSearch {
    func isWide(_ column: Int, _ threshold: Int) -> Bool {
        highest[column] >= threshold && highest[column] - lowest[column] >= threshold
    }

    /// Walks until the range of an unknown is proved wide enough, or no move is found; gives the unknowns that were
    /// opened on the way, which other ranges may rest on now.
    ///
    /// - Parameter most: how many unknowns may be opened for one step.
    func widen(_ column: Int, _ threshold: Int, openingAtMost most: Int) -> [Int] {
        var opened: [Int] = []
        walk(column, threshold, opening: 0, &opened)
        for opening in 0...most where !isWide(column, threshold) {
            // Earlier walks may have used up what this one needs.
            restart()
            walk(column, threshold, opening: opening, &opened)
        }
        return opened
    }

    private func walk(_ column: Int, _ threshold: Int, opening: Int, _ opened: inout [Int]) {
        for up in [true, false, true] {
            var steps = 0
            while !isWide(column, threshold), steps < 4 * threshold,
                let move = move(column, up: up, opening: opening)
            {
                for step in move where !isFree[step.column] {
                    opened.append(step.column)
                    isFree[step.column] = true
                }
                steps += 1
                // Once it has come far enough up, only the way down can add anything.
                if up, values[column] >= max(threshold, lowest[column] + threshold) { break }
            }
        }
    }
}

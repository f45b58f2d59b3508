import DisclosureControl

/// Every way to fill in the hidden cells, found by trying: no solver, and nothing in common with the audit.
struct BruteForce {
    private var names: [String] = []
    private var ranges: [ClosedRange<Int>] = []
    private var rows: [(terms: [(place: Int, coefficient: Int)], lower: Int, upper: Int)] = []

    /// - Parameter most: the greatest value that is tried for a cell without an upper bound.
    init(_ tables: PublishedTables, most: Int) {
        var places: [String: Int] = [:]
        var known: [String: Int] = [:]
        for cell in tables.cells {
            if case .published(let value) = cell.content {
                known[cell.name] = value
            } else {
                places[cell.name] = names.count
                names.append(cell.name)
                ranges.append(cell.lowest...(cell.highest ?? most))
            }
        }
        for relation in tables.relations {
            var constant = 0
            var terms: [(place: Int, coefficient: Int)] = []
            for term in relation.terms {
                if let value = known[term.cell] {
                    constant += term.coefficient * value
                } else if let place = places[term.cell] {
                    terms.append((place, term.coefficient))
                }
            }
            let lower = relation.lower.map { $0 - constant } ?? -1_000_000
            let upper = relation.upper.map { $0 - constant } ?? 1_000_000
            if !terms.isEmpty { rows.append((terms, lower, upper)) }
        }
    }

    /// Calls with every completion; false when it would take more than so many steps.
    func forEachCompletion(steps: Int, _ body: ([String: Int]) -> Void) -> Bool {
        var values = ranges.map(\.lowerBound)
        var rowsOf = names.map { _ in [Int]() }
        for (index, row) in rows.enumerated() {
            for term in row.terms { rowsOf[term.place].append(index) }
        }
        var left = steps
        /// The values that the rows leave for a place, when all places before it are filled in.
        func choices(_ place: Int) -> ClosedRange<Int>? {
            var (low, high) = (ranges[place].lowerBound, ranges[place].upperBound)
            for index in rowsOf[place] {
                let row = rows[index]
                var (least, most, own) = (0, 0, 0)
                for term in row.terms {
                    if term.place == place {
                        own += term.coefficient
                    } else if term.place < place {
                        least += term.coefficient * values[term.place]
                        most += term.coefficient * values[term.place]
                    } else {
                        let ends = [ranges[term.place].lowerBound, ranges[term.place].upperBound]
                            .map { $0 * term.coefficient }
                        least += min(ends[0], ends[1])
                        most += max(ends[0], ends[1])
                    }
                }
                while low <= high, own * low + least > row.upper || own * low + most < row.lower {
                    low += 1
                }
                while low <= high, own * high + least > row.upper || own * high + most < row.lower {
                    high -= 1
                }
                if low > high { return nil }
            }
            return low...high
        }
        func fill(_ place: Int) -> Bool {
            if place == names.count {
                body(Dictionary(uniqueKeysWithValues: zip(names, values)))
                return true
            }
            guard let choices = choices(place) else { return true }
            for value in choices {
                left -= 1
                guard left > 0 else { return false }
                values[place] = value
                guard fill(place + 1) else { return false }
            }
            return true
        }
        return fill(0)
    }

    /// The least and greatest value of each hidden cell; nil when it would take too many steps.
    func bounds(steps: Int = 200_000) -> [String: ClosedRange<Int>]? {
        var bounds: [String: ClosedRange<Int>] = [:]
        let isDone = forEachCompletion(steps: steps) { completion in
            for (name, value) in completion {
                let known = bounds[name] ?? value...value
                bounds[name] = min(known.lowerBound, value)...max(known.upperBound, value)
            }
        }
        return isDone ? bounds : nil
    }
}

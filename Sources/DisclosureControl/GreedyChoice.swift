/// Meets one demand after the other with the cheapest move, then shows again what turned out to be needless.
struct GreedyChoice {
    let part: ChoicePart
    let protectable: ProtectableCells
    let threshold: Int

    /// A choice that protects every hidden cell; nil when none was found.
    func choice() -> Choice? {
        let isAllowed = protectable.all.isHidden
        let choice = Choice(part, hidden: part.isDemanded, threshold: threshold)
        let moves = CheapestMove(part, mayMove: isAllowed)
        _ = choice.firstNarrow()
        guard meetWidths(choice, moves) else { return nil }
        while true {
            let tellings = choice.tellings()
            if tellings.isEmpty { break }
            for telling in tellings where isStillTold(telling, choice) {
                guard
                    silence(telling, choice, moves)
                        || spread(from: telling.told, choice, isAllowed)
                else { return nil }
                guard meetWidths(choice, moves) else { return nil }
            }
        }
        return choice
    }

    private func meetWidths(_ choice: Choice, _ moves: CheapestMove) -> Bool {
        while let column = choice.firstNarrow(stirring: 0) {
            guard
                widen(column, choice, moves)
                    || spread(from: column, choice, protectable.all.isHidden)
            else { return false }
        }
        return true
    }

    private func isStillTold(_ telling: RangeSearch.Telling, _ choice: Choice) -> Bool {
        let pool = choice.search.pool
        guard let single = pool.singles.firstIndex(where: { $0.column == telling.single }) else {
            return false
        }
        return !pool.singles[single].moved.contains(telling.told)
            && choice.search.told(to: single, among: [telling.told]).contains(telling)
    }

    /// Hides what lets the cell's range grow; false when that is hidden already or nothing does.
    private func widen(_ column: Int, _ choice: Choice, _ moves: CheapestMove) -> Bool {
        let (low, high) =
            (choice.search.pool.lowest[column], choice.search.pool.highest[column])
        let truth = part.truth[column]
        var amounts: [[Int]]
        if high < threshold {
            // It must be able to reach the threshold, whatever else.
            let reach = threshold - truth
            amounts = [[reach], [threshold]]
            let rest = threshold - max(high, threshold)
            if rest > 0, truth - part.system.lowest[column] >= rest { amounts.append([-rest]) }
        } else {
            amounts = [[low + threshold - truth], [high - threshold - truth]]
        }
        if high < threshold, truth == 0 { amounts = [[threshold]] }
        return cheapest(amounts.map(\.[0]).filter { $0 != 0 }, column, nil, choice, moves)
    }

    /// Hides what lets the told cell differ while the single contributor's stays as it is.
    private func silence(
        _ telling: RangeSearch.Telling, _ choice: Choice, _ moves: CheapestMove
    ) -> Bool {
        cheapest([1, -1, 2, -2], telling.told, telling.single, choice, moves)
    }

    private func cheapest(
        _ amounts: [Int], _ column: Int, _ held: Int?, _ choice: Choice, _ moves: CheapestMove
    ) -> Bool {
        var best: (cost: Int, columns: [Int])?
        for amount in amounts {
            var steps: [Double]?
            for _ in 0..<3 {
                let found = moves.support(column, by: amount, holding: held) { cell in
                    if choice.isHidden[cell] { return 0 }
                    let price = Double(part.cost[cell]) + 0.001
                    // What moves anyway may as well move further: the price is for hiding, not for each step.
                    return steps.map { price / ($0[cell] + 0.1) } ?? price
                }
                guard let found else { break }
                let new = found.columns.filter { !choice.isHidden[$0] }
                let cost = new.reduce(0) { $0 + part.cost[$1] }
                if best.map({ cost < $0.cost && !new.isEmpty || $0.columns.isEmpty }) ?? true {
                    best = (cost, new)
                }
                steps = found.steps
            }
            if best?.columns.isEmpty == false, part.system.width > 400 { break }
        }
        guard let best, !best.columns.isEmpty else { return false }
        for column in best.columns { choice.hide(column) }
        return true
    }

    /// Hides the cheapest cell near a cell that only a search for whole numbers finds narrow.
    private func spread(from column: Int, _ choice: Choice, _ isAllowed: [Bool]) -> Bool {
        let system = part.system
        var reached = [column: 0]
        var queue = [column]
        var next = 0
        let rowsOf = system.rowsOfColumns()
        var best: (distance: Int, cost: Int, column: Int)?
        while next < queue.count {
            let from = queue[next]
            next += 1
            let distance = reached[from, default: 0] + 1
            if let best, best.distance < distance { break }
            for row in rowsOf[from] {
                for entry in system.entries(of: row) {
                    let cell = system.columns[entry]
                    guard reached[cell] == nil else { continue }
                    reached[cell] = distance
                    queue.append(cell)
                    guard isAllowed[cell], !choice.isHidden[cell] else { continue }
                    let found = (distance, part.cost[cell], cell)
                    if best.map({ found < $0 }) ?? true { best = found }
                }
            }
        }
        guard let best else { return false }
        choice.hide(best.column)
        return true
    }
}

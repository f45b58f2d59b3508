/// Finds a cheapest choice: each failure of a choice says which further cells must be looked at, and the cheapest
/// cells that answer all failures so far are the next choice, until one fails nowhere.
struct ExactChoice {
    let part: ChoicePart
    let protectable: ProtectableCells
    let threshold: Int
    /// How many questions the solver may be asked.
    let questions: Int

    /// The cheapest choice, or nil when the search would take too long.
    ///
    /// - Parameter known: a choice that protects its cells; it is the answer when nothing is cheaper.
    func choice(orElse known: Choice) -> Choice? {
        let candidates = part.names.indices.filter {
            protectable.all.isHidden[$0] && !part.isDemanded[$0]
        }
        let placeOf = Dictionary(
            uniqueKeysWithValues: candidates.enumerated().map { ($1, $0) })
        let master = Polytope(
            IntegerSystem(
                lowest: candidates.map { _ in 0 }, highest: candidates.map { _ in 1 }, ceiling: 1))
        master.setObjective(
            candidates.indices.map { ($0, Double(part.cost[candidates[$0]])) }, maximize: false)
        let failing = FailingSets(part, candidates: candidates, threshold: threshold)
        var hidden = part.isDemanded
        let base = part.names.indices.reduce(0) { $0 + (hidden[$1] ? part.cost[$1] : 0) }
        var left = questions
        // One solver looks at all choices, and what it once proved holds for each that hides as much.
        let search = RangeSearch(part.system)
        var witnesses: [[Int]] = []
        while left > 0 {
            let before = search.questions
            let choice = Choice(
                part, hidden: hidden, threshold: threshold,
                witnesses: witnesses.filter { Self.moves($0, only: hidden, of: part) }, by: search)
            var failures = choice.narrow().map { Choice.Failure.narrow($0) }
            if failures.isEmpty { failures = choice.tellings().map { .told($0) } }
            left -= search.questions - before
            if failures.isEmpty { return choice }
            witnesses += search.pool.all
            for failure in failures.prefix(4) {
                let before = failing.questions
                let cut = failing.cut(failure, from: hidden)
                left -= failing.questions - before
                var terms = cut.candidates.compactMap { placeOf[$0].map { ($0, 1) } }
                var least = 1
                // A cell that need not be hidden makes its demand only when it is.
                for column in Set(cut.demanding) {
                    guard let place = placeOf[column] else { continue }
                    terms.append((place, -1))
                    least -= 1
                }
                guard !terms.isEmpty else { return nil }
                master.addRow(
                    terms.map { (column: $0.0, coefficient: $0.1) }, lower: least,
                    upper: IntegerSystem.noUpper)
            }
            guard !candidates.isEmpty, case .best = master.relax() else { return nil }
            let search = master.searchIntegers(nodes: 2000)
            guard search.isComplete, case .best(let cost) = search.outcome else { return nil }
            if base + wholeBelow(cost + 0.5) >= known.cost { return known }
            let values = master.integerValues()
            hidden = part.isDemanded
            for (place, column) in candidates.enumerated() where values[place] > 0.5 {
                hidden[column] = true
            }
        }
        return nil
    }

    /// Whether no cell moves in a solution but those that are hidden, and those that nobody prints.
    private static func moves(_ witness: [Int], only hidden: [Bool], of part: ChoicePart) -> Bool {
        witness.indices.allSatisfy {
            hidden[$0] || part.isNever[$0] || witness[$0] == part.truth[$0]
        }
    }
}

/// Grows a choice that fails a demand as far as it still fails it: one of the cells left over must be hidden.
private final class FailingSets {
    private let part: ChoicePart
    private let probe: RangeSearch
    private let threshold: Int
    private let cheapestFirst: [Int]

    var questions: Int { probe.questions }

    init(_ part: ChoicePart, candidates: [Int], threshold: Int) {
        self.part = part
        self.threshold = threshold
        cheapestFirst = candidates.sorted { (part.cost[$0], $0) < (part.cost[$1], $1) }
        probe = RangeSearch(part.system)
    }

    func cut(
        _ failure: Choice.Failure, from hidden: [Bool]
    ) -> (candidates: [Int], demanding: [Int]) {
        for column in hidden.indices where !part.isNever[column] {
            setFree(column, hidden[column])
        }
        var rest: [Int] = []
        // What is idle while the failure lasts can be freed unasked, and what was freed so leaves the others idle.
        var idle = idleWhileFailing(failure) ?? []
        for column in cheapestFirst where !hidden[column] {
            let isIdle = column < idle.count && idle[column]
            setFree(column, true)
            if isIdle { continue }
            if let now = idleWhileFailing(failure) {
                idle = now
            } else {
                setFree(column, false)
                rest.append(column)
            }
        }
        switch failure {
        case .narrow(let column): return (rest, [column])
        case .told(let telling): return (rest, [telling.single, telling.told])
        }
    }

    private func setFree(_ column: Int, _ isFree: Bool) {
        let truth = part.truth[column]
        probe.setBounds(
            column, isFree ? part.system.lowest[column] : truth,
            isFree ? part.system.highest[column] : truth)
    }

    /// The unknowns that have no part in the failure, as far as anybody knows; nil where it is none any more.
    private func idleWhileFailing(_ failure: Choice.Failure) -> [Bool]? {
        probe.pool = WitnessPool(width: part.system.width, singles: [], keepsAll: false)
        probe.propose(part.truth)
        switch failure {
        case .narrow(let column):
            var idle: [Bool]? = []
            return probe.widen(column, threshold, idle: &idle) ? nil : idle ?? []
        case .told(let telling):
            let (isSo, idle) = probe.isTold(
                telling, value: part.truth[telling.single], known: part.truth[telling.told])
            return isSo ? idle : nil
        }
    }
}

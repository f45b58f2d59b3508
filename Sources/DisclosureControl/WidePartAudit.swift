extension PartAudit {
    /// Proves that the ranges are wide enough by moves from one solution; what they leave open is looked at closely.
    func wide(_ starts: [[Int]], into ranges: inout AuditedRanges) -> Outcome {
        let start: [Int]
        if let given = starts.first(where: part.system.holds) {
            start = given
        } else {
            switch settled() {
            case .success(let found): start = found
            case .failure(let reason): return reason.outcome
            }
        }
        let near = Neighbourhood(part.system, start: start)
        let moves = search(from: start)
        var nearby: [FoundRange] = []
        func leaveOpen(_ columns: [Int]) -> [Int] {
            columns.filter { column in
                _ = moves.widen(column, threshold, openingAtMost: 0)
                return !moves.isWide(column, threshold)
            }
        }
        var open = leaveOpen(demands)
        if !open.isEmpty {
            nearby = near.ranges(of: open, threshold: threshold)
            let isFound = Set(nearby.filter { $0.isWide(threshold) }.map(\.column))
            open.removeAll(where: isFound.contains)
            moves.effort = .great
            open = leaveOpen(open)
        }
        // What one solution leaves no room for, another may.
        for height in [2, 4, 3, 6, 2, 5] where !open.isEmpty {
            moves.settle(height)
            open = leaveOpen(open)
        }
        record(moves, nearby, into: &ranges)
        guard !singles.isEmpty else { return .found }
        guard singles.allSatisfy({ start[$0.column] == $0.value }) else { return .notFound }
        for doubt in doubts(search(from: start), near) {
            ranges.workedOutFrom[part.members[doubt.told], default: []] +=
                doubt.singles.map { part.members[$0] }
        }
        return .found
    }

    private struct NoSolution: Error {
        let outcome: Outcome
    }

    /// A solution with room all around.
    private func settled() -> Result<[Int], NoSolution> {
        let search = RangeSearch(part.system)
        let any = search.findAny()
        guard let found = search.pool.last else {
            return .failure(NoSolution(outcome: any.limit == nil ? .contradictory : .notFound))
        }
        let moves = self.search(from: found)
        moves.settle(3)
        return .success(moves.values)
    }

    private func search(from start: [Int]) -> MoveSearch {
        MoveSearch(
            part.system, start: start, isFree: Array(repeating: true, count: part.system.width),
            price: Array(repeating: nil, count: part.system.width))
    }

    /// Who may work out what.
    private func doubts(_ moves: MoveSearch, _ near: Neighbourhood) -> [Doubt] {
        var isSingle = Array(repeating: false, count: part.system.width)
        for single in singles { isSingle[single.column] = true }
        func doubts(_ columns: [Int]) -> [Doubt] {
            columns.compactMap { column in
                let tellers = moves.tellers(of: column, isSingle: isSingle, opening: 0).tellers
                return tellers.isEmpty ? nil : Doubt(told: column, singles: tellers)
            }
        }
        let left = near.left(of: doubts(demands))
        moves.effort = .great
        let told = Dictionary(
            doubts(left.map(\.told)).map { ($0.told, $0.singles) },
            uniquingKeysWith: { first, _ in first })
        return left.compactMap { doubt in
            let singles = doubt.singles.filter { told[doubt.told]?.contains($0) == true }
            return singles.isEmpty ? nil : Doubt(told: doubt.told, singles: singles)
        }
    }

    /// Notes how far solutions go that moves or a close look found.
    private func record(
        _ moves: MoveSearch, _ nearby: [FoundRange], into ranges: inout AuditedRanges
    ) {
        let found = demands.map {
            FoundRange(column: $0, lowest: moves.lowest[$0], highest: moves.highest[$0])
        }
        for column in demands { ranges.least[part.members[column]] = .max }
        for column in demands { ranges.greatest[part.members[column]] = .min }
        for range in found + nearby {
            let member = part.members[range.column]
            let (lowest, highest) =
                (part.system.lowest[range.column], part.system.highest[range.column])
            ranges.least[member] = min(ranges.least[member], range.lowest)
            ranges.greatest[member] = max(ranges.greatest[member], range.highest)
            ranges.isLeastExact[member] = ranges.least[member] == lowest
            ranges.isGreatestExact[member] = ranges.greatest[member] == highest
        }
    }
}

extension MoveSearch {
    /// The single contributors that may work an unknown out, as far as moves show, and what had to be opened.
    ///
    /// A move that leaves a contributor's own cell as it is shows that they cannot tell; two moves with nothing else
    /// in common show it for all at once. The state is left as it was.
    func tellers(
        of column: Int, isSingle: [Bool], opening: Int
    ) -> (tellers: [Int], opened: [Int]) {
        var opened: [Int] = []
        var left: [Int]?
        func look(_ still: [Int]) {
            for up in [true, false] {
                guard left?.isEmpty != true else { return }
                guard let move = move(column, up: up, still: still, opening: opening) else {
                    continue
                }
                for step in move where !isFree[step.column] {
                    opened.append(step.column)
                    isFree[step.column] = true
                }
                undo(move)
                let touched = move.map(\.column).filter { $0 != column && isSingle[$0] }
                left = left.map { $0.filter(touched.contains) } ?? touched
            }
        }
        look([])
        if let all = left, !all.isEmpty { look(all) }
        for single in left ?? [] where left?.contains(single) == true { look([single]) }
        guard let left else {
            return (isSingle.indices.filter { isSingle[$0] && $0 != column }, opened)
        }
        return (left, opened)
    }
}

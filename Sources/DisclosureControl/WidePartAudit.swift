extension PartAudit {
    /// Proves that the ranges are wide enough by moves from one solution; what they leave open is looked at closely.
    func wide(_ starts: [[Int]], into ranges: inout AuditedRanges) -> Outcome {
        var given = starts.first { part.system.holds($0) }
        let isFound = given == nil
        if isFound {
            let search = RangeSearch(part.system)
            let any = search.findAny()
            guard let found = search.pool.last else {
                return any.limit == nil ? .contradictory : .notFound
            }
            given = found
        }
        guard var start = given else { return .notFound }
        let isFree = Array(repeating: true, count: part.system.width)
        let moves = MoveSearch(
            part.system, start: start, isFree: isFree,
            price: Array(repeating: nil, count: part.system.width))
        if isFound {
            moves.settle(3)
            start = moves.values
        }
        var open = demands.filter { moves.widen($0, threshold, openingAtMost: 0) == nil }
        // What one solution leaves no room for, another may.
        for height in [2, 4, 3, 6, 2, 5] where !open.isEmpty {
            moves.settle(height)
            open = open.filter { moves.widen($0, threshold, openingAtMost: 0) == nil }
        }
        let near = Neighbourhood(part.system, start: start)
        for column in demands {
            let member = part.members[column]
            ranges.least[member] = moves.lowest[column]
            ranges.greatest[member] = moves.highest[column]
            ranges.isLeastExact[member] = moves.lowest[column] == part.system.lowest[column]
            ranges.isGreatestExact[member] = moves.highest[column] == part.system.highest[column]
        }
        for column in open {
            let search = near.search(around: column, width: 500)
            _ = search.search.widen(search.place, threshold)
            let member = part.members[column]
            ranges.least[member] = min(
                ranges.least[member], search.search.pool.lowest[search.place])
            ranges.greatest[member] = max(
                ranges.greatest[member], search.search.pool.highest[search.place])
            ranges.isLeastExact[member] = ranges.least[member] == part.system.lowest[column]
            ranges.isGreatestExact[member] = ranges.greatest[member] == part.system.highest[column]
        }
        guard !singles.isEmpty else { return .found }
        guard singles.allSatisfy({ start[$0.column] == $0.value }) else { return .notFound }
        let quiet = MoveSearch(
            part.system, start: start, isFree: isFree,
            price: Array(repeating: nil, count: part.system.width))
        var isSingle = Array(repeating: false, count: part.system.width)
        for single in singles { isSingle[single.column] = true }
        for column in demands {
            for single in quiet.tellers(of: column, isSingle: isSingle, opening: 0).tellers
            where !near.canMove(column, holding: single, width: 500) {
                ranges.workedOutFrom[part.members[column], default: []]
                    .append(part.members[single])
            }
        }
        return .found
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

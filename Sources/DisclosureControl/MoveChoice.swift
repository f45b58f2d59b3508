extension Suppression {
    /// Chooses in a large system cell by cell: each demand is met by moves among cells that are hidden already, and
    /// where there are none, by moves that open as few further cells as possible.
    func chooseByMoves(
        _ part: ChoicePart
    ) -> (hidden: [Bool], narrow: [String], doubtful: Set<Int>) {
        var isHidden = part.isDemanded
        let isFree = isHidden.indices.map { isHidden[$0] || part.isNever[$0] }
        let price = isHidden.indices.map { part.mayHide[$0] ? part.cost[$0] : nil }
        let widths = MoveSearch(part.system, start: part.truth, isFree: isFree, price: price)
        let quiet = MoveSearch(part.system, start: part.truth, isFree: isFree, price: price)
        var isSingle = isHidden.indices.map { isHidden[$0] && part.isSingle[$0] }
        var queue = isHidden.indices.filter { isHidden[$0] }
        var next = 0
        func hide(_ columns: [Int]) {
            for column in columns where !isHidden[column] {
                isHidden[column] = true
                isSingle[column] = part.isSingle[column]
                widths.free(column)
                quiet.free(column)
                queue.append(column)
            }
        }
        var failed: [Int] = []
        var doubtful: Set<Int> = []
        var singlesBefore = isSingle.count { $0 }
        while true {
            if next == queue.count {
                // A single contributor hidden on the way may tell what was looked at before.
                let singles = isSingle.count { $0 }
                guard guardsAgainstSingles, singles > singlesBefore else { break }
                singlesBefore = singles
                next = 0
            }
            guard next < queue.count else { break }
            let column = queue[next]
            next += 1
            if let opened = widths.widen(column, threshold, openingAtMost: 3) {
                hide(opened)
            } else {
                failed.append(column)
            }
            guard guardsAgainstSingles else { continue }
            for opening in 0...3 where opening == 0 || doubtful.contains(column) {
                let told = quiet.tellers(of: column, isSingle: isSingle, opening: opening)
                hide(told.opened)
                if told.tellers.isEmpty {
                    doubtful.remove(column)
                } else {
                    doubtful.insert(column)
                }
            }
        }
        failed = failed.filter { !widths.isWide($0, threshold) }
        doubtful.formUnion(failed)
        return (isHidden, failed.map { part.names[$0] }, doubtful)
    }
}

extension Suppression {
    /// Shows cells again, dearest first, where moves show that the others stay protected.
    func leanerByMoves(_ part: ChoicePart, hidden: [Bool]) -> [Bool] {
        var hidden = hidden
        let candidates = hidden.indices.filter { hidden[$0] && !part.isDemanded[$0] }
            .sorted { (-part.cost[$0], $0) < (-part.cost[$1], $1) }
        for column in candidates {
            hidden[column] = false
            if !areMovesFound(part, hidden: hidden) { hidden[column] = true }
        }
        return hidden
    }

    /// Whether moves alone show that every hidden cell is protected.
    private func areMovesFound(_ part: ChoicePart, hidden: [Bool]) -> Bool {
        let isFree = hidden.indices.map { hidden[$0] || part.isNever[$0] }
        let moves = MoveSearch(
            part.system, start: part.truth, isFree: isFree,
            price: Array(repeating: nil, count: hidden.count))
        let columns = hidden.indices.filter { hidden[$0] }
        for column in columns
        where moves.widen(column, threshold, openingAtMost: 0) == nil {
            return false
        }
        guard guardsAgainstSingles else { return true }
        moves.restart()
        let isSingle = hidden.indices.map { hidden[$0] && part.isSingle[$0] }
        return columns.allSatisfy {
            moves.tellers(of: $0, isSingle: isSingle, opening: 0).tellers.isEmpty
        }
    }
}

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
        for column in columns {
            _ = moves.widen(column, threshold, openingAtMost: 0)
            guard moves.isWide(column, threshold) else { return false }
        }
        guard guardsAgainstSingles else { return true }
        moves.restart()
        let isSingle = hidden.indices.map { hidden[$0] && part.isSingle[$0] }
        return columns.allSatisfy {
            moves.tellers(of: $0, isSingle: isSingle, opening: 0).tellers.isEmpty
        }
    }
}

/// Shows cells again whose hiding turned out to be needless, dearest first, and checks all demands after each.
struct CleanUp {
    /// How many questions the solver may be asked.
    var questions: Int

    func leaner(_ start: Choice) -> Choice {
        let part = start.part
        var (isHidden, witnesses) = (start.isHidden, start.search.pool.all)
        // One solver looks at all trials: they differ in few bounds.
        let search = RangeSearch(part.system)
        var left = questions
        let candidates = start.hiddenColumns.filter { !part.isDemanded[$0] }
            .sorted { (-part.cost[$0], $0) < (-part.cost[$1], $1) }
        for column in candidates where left > 0 {
            guard isHidden[column] else { continue }
            var hidden = isHidden
            var failure: Int? = column
            var shownNow: [Int] = []
            // A cell that stood only for the one now shown goes with it.
            while let shown = failure, !part.isDemanded[shown], left > 0 {
                hidden[shown] = false
                shownNow.append(shown)
                let fitting = witnesses.filter { witness in
                    for column in shownNow where witness[column] != part.truth[column] {
                        return false
                    }
                    return true
                }
                let before = search.questions
                let trial = Choice(
                    part, hidden: hidden, threshold: start.threshold, witnesses: fitting,
                    by: search)
                switch trial.firstFailure() {
                case .none:
                    (isHidden, witnesses) = (hidden, search.pool.all)
                    failure = nil
                case .narrow(let narrow): failure = narrow
                case .told(let telling):
                    failure = part.isDemanded[telling.told] ? telling.single : telling.told
                }
                left -= search.questions - before
            }
        }
        return isHidden == start.isHidden
            ? start
            : Choice(
                part, hidden: isHidden, threshold: start.threshold, witnesses: witnesses,
                by: search)
    }
}

/// Shows cells again whose hiding turned out to be needless, dearest first, and checks all demands after each.
struct CleanUp {
    /// How many questions the solver may be asked.
    var questions: Int

    func leaner(_ start: Choice) -> Choice {
        let part = start.part
        var choice = start
        var left = questions
        let candidates = start.hiddenColumns.filter { !part.isDemanded[$0] }
            .sorted { (-part.cost[$0], $0) < (-part.cost[$1], $1) }
        for column in candidates where left > 0 {
            guard choice.isHidden[column] else { continue }
            var hidden = choice.isHidden
            var failure: Int? = column
            var shownNow: [Int] = []
            // A cell that stood only for the one now shown goes with it.
            while let shown = failure, !part.isDemanded[shown], left > 0 {
                hidden[shown] = false
                shownNow.append(shown)
                let witnesses = choice.search.pool.all.filter { witness in
                    for column in shownNow where witness[column] != part.truth[column] {
                        return false
                    }
                    return true
                }
                let trial = Choice(
                    part, hidden: hidden, threshold: choice.threshold, witnesses: witnesses)
                switch trial.firstFailure() {
                case .none:
                    choice = trial
                    failure = nil
                case .narrow(let narrow): failure = narrow
                case .told(let telling):
                    failure = part.isDemanded[telling.told] ? telling.single : telling.told
                }
                left -= trial.search.questions
            }
        }
        return choice
    }
}

extension Suppression {
    /// Chooses in a large system cell by cell: each demand is met by moves among cells that are hidden already, and
    /// where there are none, by moves that open as few further cells as possible.
    ///
    /// What moves do not find, a close look at the cells around may; only then more is tried.
    func chooseByMoves(
        _ part: ChoicePart
    ) -> (hidden: [Bool], narrow: [String], doubtful: Set<Int>) {
        let choice = MoveChoice(part, threshold: threshold)
        choice.meetWidths()
        while guardsAgainstSingles, choice.silence() { choice.meetWidths() }
        return (
            choice.isHidden, choice.narrow.map { part.names[$0] },
            Set(choice.narrow + choice.told)
        )
    }
}

/// A choice in a large system that grows until every demand is met or nothing more is found.
private final class MoveChoice {
    private let part: ChoicePart
    private let threshold: Int
    private(set) var isHidden: [Bool]
    /// The hidden cells whose range is not shown to be wide enough.
    private(set) var narrow: [Int] = []
    /// The hidden cells that a single contributor may work out.
    private(set) var told: [Int] = []
    private let widths: MoveSearch
    private let quiet: MoveSearch
    private var hidden: [Int]
    private var isSingle: [Bool]
    /// So many of the hidden cells have been looked at.
    private var widened = 0
    private var silenced = 0
    private var singlesBefore = 0

    init(_ part: ChoicePart, threshold: Int) {
        self.part = part
        self.threshold = threshold
        let isDemanded = part.isDemanded
        isHidden = isDemanded
        hidden = isDemanded.indices.filter { isDemanded[$0] }
        isSingle = isDemanded.indices.map { isDemanded[$0] && part.isSingle[$0] }
        let isFree = isDemanded.indices.map { isDemanded[$0] || part.isNever[$0] }
        let price = isDemanded.indices.map { part.mayHide[$0] ? part.cost[$0] : nil }
        widths = MoveSearch(part.system, start: part.truth, isFree: isFree, price: price)
        quiet = MoveSearch(part.system, start: part.truth, isFree: isFree, price: price)
    }

    private func hide(_ columns: [Int]) {
        for column in columns where !isHidden[column] {
            isHidden[column] = true
            isSingle[column] = part.isSingle[column]
            widths.free(column)
            quiet.free(column)
            hidden.append(column)
        }
    }

    /// Sees to it that every hidden cell has a wide range.
    func meetWidths() {
        while true {
            while widened < hidden.count {
                let column = hidden[widened]
                widened += 1
                hide(widths.widen(column, threshold, openingAtMost: 3))
                if !widths.isWide(column, threshold) { narrow.append(column) }
            }
            narrow.removeAll { widths.isWide($0, threshold) }
            narrow = near().narrow(narrow, threshold)
            widths.effort = .great
            defer { widths.effort = .usual }
            for opening in 0...3 {
                for column in narrow {
                    hide(widths.widen(column, threshold, openingAtMost: opening))
                }
                narrow.removeAll { widths.isWide($0, threshold) }
            }
            if widened == hidden.count { return }
        }
    }

    /// Hides what keeps single contributors from working out the cells of others; true when that was more than
    /// before.
    func silence() -> Bool {
        let singles = isSingle.count { $0 }
        // A single contributor hidden on the way may tell what was looked at before.
        let first = singles > singlesBefore ? 0 : silenced
        singlesBefore = singles
        silenced = hidden.count
        let doubts = Set(told + hidden[first...]).sorted().map { column in
            Doubt(
                told: column,
                singles: quiet.tellers(of: column, isSingle: isSingle, opening: 0).tellers)
        }
        told = near().left(of: doubts.filter { !$0.singles.isEmpty })
        for opening in 1...3 {
            told.removeAll { column in
                let found = quiet.tellers(of: column, isSingle: isSingle, opening: opening)
                hide(found.opened)
                return found.tellers.isEmpty
            }
        }
        return silenced < hidden.count
    }

    private func near() -> HiddenNeighbourhoods {
        HiddenNeighbourhoods(part, isHidden: isHidden)
    }
}

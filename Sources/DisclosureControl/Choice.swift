/// The choice of hidden cells within one system, and what is proved about it so far.
///
/// Unknowns are all cells that are not yet constants to everybody. Hiding more only makes ranges wider, so a solution
/// found once stays one while the choice grows.
final class Choice {
    /// A demand that the choice does not meet.
    enum Failure: Hashable {
        case narrow(Int)
        case told(RangeSearch.Telling)
    }

    let part: ChoicePart
    let threshold: Int
    private(set) var search: RangeSearch
    private(set) var isHidden: [Bool]

    /// - Parameters:
    ///   - witnesses: confirmed solutions in which no cell moves that is not hidden.
    ///   - search: who searched for another choice within the part, which is done with.
    init(
        _ part: ChoicePart, hidden: [Bool], threshold: Int, witnesses: [[Int]] = [],
        by search: RangeSearch? = nil
    ) {
        self.part = part
        self.threshold = threshold
        isHidden = hidden
        var system = part.system
        for column in 0..<system.width where !hidden[column] && !part.isNever[column] {
            system.lowest[column] = part.truth[column]
            system.highest[column] = part.truth[column]
        }
        let singles = part.singles.filter { hidden[$0] }.map {
            (column: $0, value: part.truth[$0])
        }
        if let search {
            self.search = search
            search.restart(system, singles: singles, keepsAll: true)
        } else {
            self.search = RangeSearch(system, singles: singles, keepsAll: true)
        }
        let search = self.search
        search.propose(part.truth)
        for witness in witnesses { search.pool.add(witness) }
    }

    var hiddenColumns: [Int] { isHidden.indices.filter { isHidden[$0] } }

    /// What is lost by what is hidden.
    var cost: Int { hiddenColumns.reduce(0) { $0 + part.cost[$1] } }

    /// Hides one more cell.
    func hide(_ column: Int) {
        guard !isHidden[column] else { return }
        isHidden[column] = true
        search.setBounds(column, part.system.lowest[column], part.system.highest[column])
        if part.isSingle[column] {
            search.pool.addSingle(column: column, value: part.truth[column])
        }
    }

    /// The hidden cells whose range is too narrow.
    func narrow() -> [Int] {
        let hidden = hiddenColumns
        search.stir(hidden, rounds: 3) { [search, threshold] in search.isWide($0, threshold) }
        return hidden.filter { !search.widen($0, threshold) }
    }

    /// The first range that is too narrow; nil when all are wide enough.
    func firstNarrow(stirring rounds: Int = 2) -> Int? {
        let hidden = hiddenColumns
        search.stir(hidden, rounds: rounds) { [search, threshold] in search.isWide($0, threshold) }
        return hidden.first { !search.widen($0, threshold) }
    }

    /// The pairs of which a single contributor to the one can work out the other.
    func tellings(stopsAtFirst: Bool = false) -> [RangeSearch.Telling] {
        let hidden = hiddenColumns
        var all: [RangeSearch.Telling] = []
        for single in search.pool.singles.indices {
            all += search.told(to: single, among: hidden)
            if stopsAtFirst, !all.isEmpty { break }
        }
        return all
    }

    /// A demand that is not met, of a cell that must be hidden before others; nil when the choice protects every cell.
    func firstFailure() -> Failure? {
        // Few are not proved by what is known; if many are, they are proved together.
        let hidden = hiddenColumns
        let open = hidden.filter { !search.isWide($0, threshold) }
        if open.count > 8 {
            search.stir(open, rounds: 1) { [search, threshold] in search.isWide($0, threshold) }
        }
        let narrow =
            open.first { part.isDemanded[$0] && !search.widen($0, threshold) }
            ?? open.first { !search.widen($0, threshold) }
        return narrow.map { .narrow($0) } ?? tellings(stopsAtFirst: true).first.map { .told($0) }
    }
}

/// A system of cells to choose from, with what the chooser knows of each.
final class ChoicePart: Sendable {
    let names: [String]
    let system: IntegerSystem
    let truth: [Int]
    let cost: [Int]
    /// Cells that must be hidden.
    let isDemanded: [Bool]
    /// Cells that may be hidden.
    let mayHide: [Bool]
    let isNever: [Bool]
    let isSingle: [Bool]

    init(
        names: [String], system: IntegerSystem, truth: [Int], cost: [Int], isDemanded: [Bool],
        mayHide: [Bool], isNever: [Bool], isSingle: [Bool]
    ) {
        self.names = names
        self.system = system
        self.truth = truth
        self.cost = cost
        self.isDemanded = isDemanded
        self.mayHide = mayHide
        self.isNever = isNever
        self.isSingle = isSingle
    }

    var singles: [Int] { isSingle.indices.filter { isSingle[$0] } }
}

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

/// The neighbourhoods of hidden cells, with all cells that are shown held at what they show.
private struct HiddenNeighbourhoods {
    private let parts: [SystemPart]
    private let truth: [Int]
    /// For each hidden cell its part, and its place there.
    private var spot: [Int: (part: Int, place: Int)] = [:]

    init(_ part: ChoicePart, isHidden: [Bool]) {
        var system = part.system
        for column in isHidden.indices where !isHidden[column] && !part.isNever[column] {
            system.lowest[column] = part.truth[column]
            system.highest[column] = part.truth[column]
        }
        parts = system.parts()
        truth = part.truth
        for (number, part) in parts.enumerated() {
            for (place, column) in part.members.enumerated() { spot[column] = (number, place) }
        }
    }

    /// Those of the cells for which no wide range is found.
    func narrow(_ columns: [Int], _ threshold: Int) -> [Int] {
        var narrow = Set(columns)
        for (number, places) in byPart(columns) {
            for range in neighbourhood(number).ranges(of: places, threshold: threshold)
            where range.isWide(threshold) {
                narrow.remove(parts[number].members[range.column])
            }
        }
        return columns.filter(narrow.contains)
    }

    /// The cells that a single contributor of those named may work out.
    func left(of doubts: [Doubt]) -> [Int] {
        let singles = Dictionary(
            doubts.map { ($0.told, $0.singles) }, uniquingKeysWith: { first, _ in first })
        var told: Set<Int> = []
        for (number, places) in byPart(doubts.map(\.told)) {
            let own = places.map { place in
                Doubt(
                    told: place,
                    singles: (singles[parts[number].members[place]] ?? []).compactMap { single in
                        spot[single].flatMap { $0.part == number ? $0.place : nil }
                    })
            }
            for doubt in neighbourhood(number).left(of: own) {
                told.insert(parts[number].members[doubt.told])
            }
        }
        return doubts.map(\.told).filter(told.contains)
    }

    private func byPart(_ columns: [Int]) -> [(part: Int, places: [Int])] {
        Dictionary(grouping: columns.compactMap { spot[$0] }, by: \.part)
            .map { ($0.key, $0.value.map(\.place)) }.sorted { $0.0 < $1.0 }
    }

    private func neighbourhood(_ number: Int) -> Neighbourhood {
        Neighbourhood(parts[number].system, start: parts[number].members.map { truth[$0] })
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

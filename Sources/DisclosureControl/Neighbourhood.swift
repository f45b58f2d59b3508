/// Looks closely at a few unknowns of a large system, with all others held at one solution.
///
/// What moves among the few moves in the whole system as well; what does not may still move there.
final class Neighbourhood {
    private let system: IntegerSystem
    private let start: [Int]
    /// How many unknowns are looked at together.
    private let width: Int
    private let rowsOf: [[Int]]
    private var place: [Int]
    private var isFound: [Bool]
    private var roomiestOf: [Int: [Int]] = [:]

    init(_ system: IntegerSystem, start: [Int], width: Int = 500) {
        self.system = system
        self.start = start
        self.width = width
        rowsOf = system.rowsOfColumns()
        place = Array(repeating: -1, count: system.width)
        isFound = Array(repeating: false, count: system.width)
    }

    /// How far unknowns go at least, each found among those around it.
    func ranges(of open: [Int], threshold: Int) -> [FoundRange] {
        var found: [Int: FoundRange] = [:]
        for column in open where found[column]?.isWide(threshold) != true {
            let columns = columns(around: column)
            let search = search(columns, singles: [])
            let asked = places(of: open, among: columns).filter {
                found[$0.column]?.isWide(threshold) != true
            }
            search.stir(asked.map(\.place), rounds: 3) { search.isWide($0, threshold) }
            for (column, place) in asked {
                _ = search.widen(place, threshold)
                let (low, high) = (search.pool.lowest[place], search.pool.highest[place])
                let known = found[column] ?? FoundRange(column: column, lowest: low, highest: high)
                found[column] = FoundRange(
                    column: column, lowest: min(low, known.lowest),
                    highest: max(high, known.highest))
            }
        }
        return open.compactMap { found[$0] }
    }

    /// The doubts that are left: of each unknown the single contributors who, as far as those around it show, can
    /// work it out.
    func left(of doubts: [Doubt]) -> [Doubt] {
        var pending = Dictionary(doubts.map { ($0.told, $0.singles) }, uniquingKeysWith: { $1 })
        for told in doubts.map(\.told) {
            guard let singles = pending[told], !singles.isEmpty else { continue }
            let columns = columns(around: told)
            let asked = places(of: doubts.map(\.told), among: columns).filter {
                pending[$0.column]?.isEmpty == false
            }
            let knowing = Set(asked.flatMap { pending[$0.column] ?? [] })
            let known = places(of: knowing.sorted(), among: columns)
            let search = search(columns, singles: known.map(\.place))
            search.stir(asked.map(\.place), rounds: 3) { _ in false }
            var unmoved: [Int: Set<Int>] = [:]
            for (number, single) in known.enumerated() {
                let own = asked.filter { pending[$0.column]?.contains(single.column) == true }
                let places = search.unmoved(of: own.map(\.place), holding: number)
                for place in places { unmoved[place, default: []].insert(single.column) }
            }
            let isNear = Set(known.map(\.column))
            for (column, place) in asked {
                let moves = search.pool.lowest[place] < search.pool.highest[place]
                pending[column]?.removeAll { single in
                    isNear.contains(single)
                        ? unmoved[place]?.contains(single) != true || isSame(column, single)
                        : moves
                }
            }
        }
        return doubts.compactMap { doubt in
            pending[doubt.told].flatMap { singles in
                singles.isEmpty ? nil : Doubt(told: doubt.told, singles: singles)
            }
        }
    }

    private func places(
        of wanted: [Int], among columns: [Int]
    ) -> [(column: Int, place: Int)] {
        let places = Dictionary(
            columns.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { $1 })
        return wanted.compactMap { column in places[column].map { (column, $0) } }
    }

    /// A search among some unknowns, of which single people know some.
    private func search(_ columns: [Int], singles: [Int]) -> RangeSearch {
        let rows = Set(columns.flatMap { rowsOf[$0] }).sorted()
        let part = system.part(of: columns, rows: rows, constants: start, &place)
        let search = RangeSearch(
            part.system, singles: singles.map { ($0, start[columns[$0]]) })
        search.propose(columns.map { start[$0] })
        return search
    }

    /// Whether one row says by how much two unknowns differ.
    private func isSame(_ one: Int, _ other: Int) -> Bool {
        rowsOf[one].contains { row in
            let entries = system.entries(of: row)
            return entries.count == 2 && system.lower[row] == system.upper[row]
                && entries.contains { system.columns[$0] == other }
                && entries.reduce(0) { $0 + system.coefficients[$1] } == 0
        }
    }
}

// MARK: - Which unknowns are near

extension Neighbourhood {
    /// Rows of more unknowns are wide.
    private static let narrow = 60
    /// So many unknowns of a wide row are looked at.
    private static let fewOfMany = 6

    /// The unknowns nearest to one: all of a narrow row, and of a wide row the few with the most room.
    ///
    /// A narrow row moves only if all of it may. A wide row is a total of very many, of which a few can make
    /// up for one another.
    private func columns(around column: Int) -> [Int] {
        var found: [Int] = []
        func add(_ column: Int) {
            guard found.count < width, !isFound[column] else { return }
            isFound[column] = true
            found.append(column)
        }
        defer { for column in found { isFound[column] = false } }
        add(column)
        var (narrow, wide) = (0, 0)
        while found.count < width, wide < found.count {
            if narrow < found.count {
                for row in rowsOf[found[narrow]] where !isWide(row) {
                    for entry in system.entries(of: row) { add(system.columns[entry]) }
                }
                narrow += 1
                continue
            }
            for row in rowsOf[found[wide]] where isWide(row) {
                let present = system.entries(of: row).count { isFound[system.columns[$0]] }
                let others = roomiest(of: row).filter { !isFound[$0] }
                for column in others.prefix(max(0, Self.fewOfMany - present)) { add(column) }
            }
            wide += 1
        }
        return found.sorted()
    }

    private func isWide(_ row: Int) -> Bool { system.entries(of: row).count > Self.narrow }

    /// The unknowns of a wide row that can go down the furthest.
    private func roomiest(of row: Int) -> [Int] {
        if let known = roomiestOf[row] { return known }
        let best = system.entries(of: row).map { system.columns[$0] }
            .sorted { (-room(below: $0), $0) < (-room(below: $1), $1) }
            .prefix(2 * Self.fewOfMany)
        roomiestOf[row] = Array(best)
        return Array(best)
    }

    private func room(below column: Int) -> Int { start[column] - system.lowest[column] }
}

/// How far an unknown goes at least.
struct FoundRange {
    let column: Int
    let lowest: Int
    let highest: Int

    func isWide(_ threshold: Int) -> Bool {
        highest >= threshold && highest - lowest >= threshold
    }
}

/// An unknown that some single contributors, each of whom knows their own, may be able to work out.
struct Doubt {
    let told: Int
    let singles: [Int]
}

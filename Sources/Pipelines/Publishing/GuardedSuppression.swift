import DisclosureControl
import PupilSupport
import Rollup

/// Hides what must be hidden, also from one who alone stands behind a figure and so knows it.
struct GuardedSuppression {
    /// The figures behind which one person stands.
    private let alone: Set<String>
    /// What was chosen before and since.
    private(set) var memory: ChoiceMemory

    /// - Parameter memory: What was chosen in other ways of the same release.
    init(alone: Set<FigureAddress>, remembering memory: ChoiceMemory) {
        self.alone = Set(alone.map(\.cell))
        self.memory = memory
    }

    /// Returns the cells to hide.
    ///
    /// The engine knows a single contributor by one cell. Where it finds no choice because one person's own figures
    /// tell of each other – the only speech therapist is one of the teachers and all of the pairs –, a choice
    /// without that guard will do, if nobody but the person is told of by it.
    mutating func hidden(of tables: LinkedTables, threshold: Int) throws -> Set<String> {
        do {
            return try Suppression(threshold: threshold)
                .hidden(of: tables, remembering: &memory, by: SideBySide())
        } catch let fault {
            let hidden = try Suppression(threshold: threshold, guardsAgainstSingles: false)
                .hidden(of: tables, remembering: &memory, by: SideBySide())
            guard try tellsOfNobodyElse(tables, hiding: hidden, threshold: threshold) else {
                throw fault
            }
            return hidden
        }
    }

    private func tellsOfNobodyElse(
        _ tables: LinkedTables, hiding hidden: Set<String>, threshold: Int
    ) throws -> Bool {
        let singles = tables.cells.filter { hidden.contains($0.name) && $0.isSingle }
        let truth = Dictionary(
            tables.cells.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        let result = try Audit(threshold: threshold).result(
            of: tables.published(hiding: hidden),
            singles: Dictionary(singles.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }),
            completions: [truth])
        let names = Dictionary(
            tables.relations.compactMap(\.sameFigures).map { ($0.part, $0.whole) },
            uniquingKeysWith: { first, _ in first })
        return result.cells.allSatisfy { told in
            told.isWideEnough
                && told.workedOutFrom.allSatisfy { isOwn(told.name, of: $0, calling: names) }
        }
    }

    /// Whether two figures are the same person's alone: one lies within the other, and both are one person's.
    ///
    /// - Parameter names: What else a figure is called, where two are always the same.
    private func isOwn(_ told: String, of single: String, calling names: [String: String]) -> Bool {
        guard alone.contains(told), alone.contains(single) else { return false }
        func categories(_ cell: String) -> Set<Substring> {
            Set((names[cell] ?? cell).split(separator: "/").dropFirst())
        }
        let (one, other) = (categories(told), categories(single))
        return one.isSubset(of: other) || other.isSubset(of: one)
    }
}

extension Relation {
    /// The two figures that the relation says are always the same, or `nil` when it says something else.
    var sameFigures: (part: String, whole: String)? {
        guard terms.count == 2, lower == 0, upper == 0, terms.map(\.coefficient) == [1, -1] else {
            return nil
        }
        return (terms[0].cell, terms[1].cell)
    }
}

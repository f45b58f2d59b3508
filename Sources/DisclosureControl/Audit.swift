/// The attacker: works out from everything published how far each hidden cell can be narrowed down.
///
/// It knows nothing of how the cells were chosen. A cell counts as protected only if values of all hidden cells are
/// found, and confirmed in exact arithmetic, that show the width of its range; where the solver fails or errs, the
/// cell counts as unprotected.
public struct Audit: Sendable {
    /// How wide a range must be, and how high it must reach.
    public var threshold: Int
    /// The greatest number of unknowns that hang together for which both ends of each range are worked out exactly;
    /// in larger systems the audit proves that the ranges are wide enough, and says how far they reach at least.
    public var exactWidth: Int

    /// Sets up an audit for a threshold.
    public init(threshold: Int = 5, exactWidth: Int = 600) {
        self.threshold = threshold
        self.exactWidth = exactWidth
    }

    /// Audits what is published.
    ///
    /// - Parameters:
    ///   - tables: everything published.
    ///   - singles: the hidden cells to which only one person contributes, with the value which that person knows.
    ///   - completions: values for all hidden cells that may fit; they are checked, and save looking for others.
    public func result(
        of tables: PublishedTables, singles: [String: Int] = [:],
        completions: [[String: Int]] = []
    ) throws(AuditFault) -> AuditResult {
        var published = try PublishedSystem(tables)
        let original = published.system
        guard published.system.propagate() else {
            throw .contradictory(cells: contradiction(original, published.names))
        }
        let system = published.system
        var ranges = AuditedRanges(system)
        let proposals = completions.map { completion in
            published.names.indices.map { column in
                completion[published.names[column]] ?? system.lowest[column]
            }
        }
        for part in system.parts() {
            let known = part.members.enumerated().compactMap { place, member in
                singles[published.names[member]].map { (column: place, value: $0) }
            }
            let demands = part.members.indices.filter { published.isHidden[part.members[$0]] }
            let audit = PartAudit(
                part: part, demands: demands, singles: known, threshold: threshold)
            let starts = proposals.map { proposal in part.members.map { proposal[$0] } }
            let isFound =
                part.system.width <= exactWidth
                ? audit.exact(starts, into: &ranges) : audit.wide(starts, into: &ranges)
            switch isFound {
            case .found: break
            case .contradictory:
                throw .contradictory(cells: part.members.map { published.names[$0] })
            case .notFound:
                throw .noCompletionFound(cells: part.members.map { published.names[$0] })
            }
        }
        return ranges.result(published, threshold: threshold)
    }

    /// Whether every hidden cell is protected, which takes less than to work out how far each can be narrowed down.
    ///
    /// - Parameters:
    ///   - tables: everything published.
    ///   - singles: the hidden cells to which only one person contributes, with the value which that person knows.
    ///   - truth: the values of all cells, in the order of the tables.
    ///   - witnesses: values for some of the cells, the others as they are, that may fit; they are checked.
    func passes(
        _ tables: PublishedTables, singles: [String: Int], truth: [Int],
        witnesses: [(names: [String], values: [[Int]])]
    ) throws(AuditFault) -> Bool {
        var published = try PublishedSystem(tables)
        guard published.system.propagate() else { return false }
        let system = published.system
        let isOpen = system.lowest.indices.map { system.lowest[$0] < system.highest[$0] }
        guard isOpen.indices.allSatisfy({ isOpen[$0] || !published.isHidden[$0] }) else {
            return false
        }
        // For each unknown the witnesses that speak of it, and where they do.
        var spokenOf: [Int: (witness: Int, place: Int)] = [:]
        for (witness, said) in witnesses.enumerated() {
            for (place, name) in said.names.enumerated() {
                if let column = published.columnOf[name] { spokenOf[column] = (witness, place) }
            }
        }
        return system.parts().allSatisfy { part in
            let known = part.members.enumerated().compactMap { place, member in
                singles[published.names[member]].map { (column: place, value: $0) }
            }
            let audit = PartAudit(
                part: part,
                demands: part.members.indices.filter { published.isHidden[part.members[$0]] },
                singles: known, threshold: threshold)
            let start = part.members.map { truth[$0] }
            guard part.system.width <= exactWidth else {
                var ranges = AuditedRanges(system)
                return audit.wide([start], into: &ranges) == .found
                    && ranges.result(published, threshold: threshold, among: part.members).passes
            }
            let own = Set(part.members.compactMap { spokenOf[$0]?.witness })
            let starts = own.sorted().flatMap { witness in
                witnesses[witness].values.map { values in
                    part.members.map { member in
                        guard let said = spokenOf[member], said.witness == witness else {
                            return truth[member]
                        }
                        return values[said.place]
                    }
                }
            }
            return audit.passes([start] + starts)
        }
    }

    /// The cells of a row that cannot hold by itself, or else of all rows.
    private func contradiction(_ system: IntegerSystem, _ names: [String]) -> [String] {
        var place = Array(repeating: -1, count: system.width)
        for row in 0..<system.rowCount {
            let columns = system.entries(of: row).map { system.columns[$0] }
            var alone = system.part(of: columns, rows: [row], constants: [], &place).system
            if !alone.propagate() { return columns.map { names[$0] } }
        }
        return names.indices.filter { system.lowest[$0] < system.highest[$0] }.map { names[$0] }
    }
}

/// The ranges of all unknowns as far as they are known.
struct AuditedRanges {
    var least: [Int]
    var greatest: [Int]
    var isLeastExact: [Bool]
    var isGreatestExact: [Bool]
    /// For each unknown, the unknowns whose only contributor can work it out.
    var workedOutFrom: [Int: [Int]] = [:]
    private let ceiling: Int

    /// Begins with what propagation has fixed.
    init(_ system: IntegerSystem) {
        least = system.lowest
        greatest = system.highest
        isLeastExact = Array(repeating: true, count: system.width)
        isGreatestExact = isLeastExact
        ceiling = system.ceiling
    }

    /// - Parameter columns: the cells that are looked at, or `nil` for all.
    func result(
        _ published: PublishedSystem, threshold: Int, among columns: [Int]? = nil
    ) -> AuditResult {
        let columns = columns ?? Array(published.names.indices)
        let cells = columns.filter { published.isHidden[$0] }.map { column in
            let isOpenAbove = !published.isBounded[column] && greatest[column] >= ceiling / 2
            let isWide =
                greatest[column] >= threshold
                && greatest[column] - least[column] >= threshold
            return CellBounds(
                name: published.names[column],
                least: .init(value: least[column], isExact: isLeastExact[column]),
                greatest: .init(
                    value: isOpenAbove ? nil : greatest[column],
                    isExact: isOpenAbove || isGreatestExact[column]),
                isWideEnough: isWide,
                workedOutFrom: (workedOutFrom[column] ?? []).map { published.names[$0] }.sorted())
        }
        return AuditResult(threshold: threshold, cells: cells)
    }
}

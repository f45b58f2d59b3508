/// All cells of the tables that are published together and before, and everything known between them.
public struct LinkedTables: Hashable, Sendable {
    /// The cells, in the order of their names.
    public private(set) var cells: [Cell]
    /// The relations, in the order in which they were given.
    public private(set) var relations: [Relation]

    /// Joins cells and relations; fails when they contradict one another or are too large.
    public init(cells: [Cell], relations: [Relation]) throws(LinkedTablesFault) {
        var byName: [String: Cell] = [:]
        for cell in cells {
            if let other = byName[cell.name], other != cell { throw .cellsDiffer(name: cell.name) }
            byName[cell.name] = cell
        }
        for cell in byName.values { try Self.check(cell) }
        for relation in relations { try Self.check(relation, byName) }
        self.cells = byName.values.sorted { $0.name < $1.name }
        self.relations = relations
    }

    init(unchecked cells: [Cell], _ relations: [Relation]) {
        self.cells = cells
        self.relations = relations
    }

    /// What the world sees when the cells of these names are hidden.
    public func published(hiding hidden: Set<String>) -> PublishedTables {
        PublishedTables(
            cells: cells.map { cell in
                let content: PublishedCell.Content =
                    switch cell.state {
                    case .never: .never
                    case .publishedBefore: .published(cell.value)
                    case .hiddenBefore: .hidden
                    case .open: hidden.contains(cell.name) ? .hidden : .published(cell.value)
                    }
                return PublishedCell(
                    cell.name, content, lowest: cell.lowest, highest: cell.highest)
            }, relations: relations)
    }

    private static func check(_ cell: Cell) throws(LinkedTablesFault) {
        let numbers = [cell.value, cell.lowest, cell.highest ?? 0, cell.cost]
        guard numbers.allSatisfy({ $0.magnitude <= ExactLimits.value }) else {
            throw .numberTooLarge(cells: [cell.name])
        }
        guard cell.value >= cell.lowest, cell.value <= cell.highest ?? .max else {
            throw .valueOutOfBounds(name: cell.name)
        }
    }

    private static func check(
        _ relation: Relation, _ cells: [String: Cell]
    ) throws(LinkedTablesFault) {
        guard relation.hasRoom else { throw .numberTooLarge(cells: relation.names) }
        var sum = 0
        for term in relation.terms {
            guard let cell = cells[term.cell] else { throw .unknownCell(name: term.cell) }
            sum += term.coefficient * cell.value
        }
        guard sum >= relation.lower ?? .min, sum <= relation.upper ?? .max else {
            throw .relationDoesNotHold(cells: relation.names)
        }
    }
}

/// How large numbers may be for sums of products to fit into 64 bits with room to spare.
enum ExactLimits {
    static let value: UInt = 1_000_000_000
    static let coefficients: UInt = 1_000_000_000
    static let bound: UInt = 1 << 61
}

extension Relation {
    var names: [String] { terms.map(\.cell) }

    /// Whether no sum of the terms can overflow.
    var hasRoom: Bool {
        var total: UInt = 0
        for term in terms {
            guard term.coefficient.magnitude <= ExactLimits.coefficients else { return false }
            total += term.coefficient.magnitude
            guard total <= ExactLimits.coefficients else { return false }
        }
        return (lower ?? 0).magnitude <= ExactLimits.bound
            && (upper ?? 0).magnitude <= ExactLimits.bound
    }
}

/// The published tables as a system of unknowns.
struct PublishedSystem {
    let names: [String]
    /// Whether the cell stands hidden in a table, so that its range matters.
    let isHidden: [Bool]
    /// Whether anybody would think of a greatest value.
    let isBounded: [Bool]
    var system: IntegerSystem
    let columnOf: [String: Int]

    init(_ tables: PublishedTables) throws(AuditFault) {
        names = tables.cells.map(\.name)
        isHidden = tables.cells.map { $0.content == .hidden }
        var columnOf: [String: Int] = [:]
        for (column, name) in names.enumerated() {
            guard columnOf.updateValue(column, forKey: name) == nil else {
                throw .unclearCell(name: name)
            }
        }
        let ceiling = try Self.ceiling(tables)
        var lowest: [Int] = []
        var highest: [Int] = []
        var isBounded: [Bool] = []
        for cell in tables.cells {
            var (low, high) = (cell.lowest, cell.highest ?? ceiling)
            if case .published(let value) = cell.content {
                guard value >= low, value <= high else { throw .contradictory(cells: [cell.name]) }
                (low, high) = (value, value)
            }
            guard low <= high else { throw .contradictory(cells: [cell.name]) }
            lowest.append(low)
            highest.append(high)
            isBounded.append(cell.highest != nil)
        }
        self.isBounded = isBounded
        self.columnOf = columnOf
        system = IntegerSystem(lowest: lowest, highest: highest, ceiling: ceiling)
        for relation in tables.relations {
            guard let terms = try Self.merged(relation, columnOf) else {
                throw .numberTooLarge(cells: relation.names)
            }
            system.addRow(
                terms, lower: relation.lower ?? IntegerSystem.noLower,
                upper: relation.upper ?? IntegerSystem.noUpper)
        }
    }

    /// The terms of a relation with each column once.
    static func merged(
        _ relation: Relation, _ columnOf: [String: Int]
    ) throws(AuditFault) -> [(column: Int, coefficient: Int)]? {
        guard relation.hasRoom else { return nil }
        var sums: [Int: Int] = [:]
        for term in relation.terms {
            guard let column = columnOf[term.cell] else { throw .unclearCell(name: term.cell) }
            sums[column, default: 0] += term.coefficient
        }
        return sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
            .map { (column: $0.key, coefficient: $0.value) }
    }

    /// A number far above all others, which stands for "without bound".
    private static func ceiling(_ tables: PublishedTables) throws(AuditFault) -> Int {
        var greatest: UInt = 1000
        for cell in tables.cells {
            var numbers = [cell.lowest, cell.highest ?? 0]
            if case .published(let value) = cell.content { numbers.append(value) }
            for number in numbers { greatest = max(greatest, number.magnitude) }
            guard greatest <= ExactLimits.value else { throw .numberTooLarge(cells: [cell.name]) }
        }
        return Int(min(greatest * 100, 4 * ExactLimits.value))
    }
}

/// A system of its own within a larger one: unknowns that hang together once the known ones are constants.
struct SystemPart: Sendable {
    var system: IntegerSystem
    /// For each unknown of the part, its place in the larger system.
    var members: [Int]
}

extension IntegerSystem {
    /// The parts of the unknowns that are not fixed, in the order of their first unknown.
    func parts() -> [SystemPart] {
        var sets = DisjointSets(count: width)
        for row in 0..<rowCount {
            var first: Int?
            for entry in entries(of: row) where lowest[columns[entry]] < highest[columns[entry]] {
                if let first { sets.join(first, columns[entry]) } else { first = columns[entry] }
            }
        }
        var order: [Int] = []
        var members: [Int: [Int]] = [:]
        for column in 0..<width where lowest[column] < highest[column] {
            let root = sets.root(of: column)
            if members[root] == nil { order.append(root) }
            members[root, default: []].append(column)
        }
        var rows: [Int: [Int]] = [:]
        for row in 0..<rowCount {
            for entry in entries(of: row) where lowest[columns[entry]] < highest[columns[entry]] {
                rows[sets.root(of: columns[entry]), default: []].append(row)
                break
            }
        }
        var place = Array(repeating: -1, count: width)
        return order.map { root in
            part(of: members[root] ?? [], rows: rows[root] ?? [], constants: lowest, &place)
        }
    }

    /// The system of some unknowns with all others held at constants.
    ///
    /// - Parameter place: a scratch array of -1, as wide as the system, that is left as it was.
    func part(
        of members: [Int], rows: [Int], constants: [Int], _ place: inout [Int]
    ) -> SystemPart {
        for (index, member) in members.enumerated() { place[member] = index }
        defer { for member in members { place[member] = -1 } }
        var part = IntegerSystem(
            lowest: members.map { lowest[$0] }, highest: members.map { highest[$0] },
            ceiling: ceiling)
        var terms: [(column: Int, coefficient: Int)] = []
        for row in rows {
            var constant = 0
            terms.removeAll(keepingCapacity: true)
            for entry in entries(of: row) {
                let column = columns[entry]
                if place[column] >= 0 {
                    terms.append((place[column], coefficients[entry]))
                } else {
                    constant += coefficients[entry] * constants[column]
                }
            }
            part.addRow(
                terms,
                lower: lower[row] == Self.noLower ? Self.noLower : lower[row] - constant,
                upper: upper[row] == Self.noUpper ? Self.noUpper : upper[row] - constant)
        }
        return SystemPart(system: part, members: members)
    }
}

/// Sets that only ever grow together.
struct DisjointSets {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    mutating func root(of element: Int) -> Int {
        var root = element
        while parent[root] != root {
            parent[root] = parent[parent[root]]
            root = parent[root]
        }
        return root
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(of: one), root(of: other))
        // The smaller one stays the root, so that no order of joining shows.
        parent[max(first, second)] = min(first, second)
    }
}

extension ExtractTally {
    /// Adds what another tally of the same extract has counted, of other rows; after that it only tells.
    ///
    /// What the other has of a base that is new here is taken as it is. Of a base that both have, amounts add
    /// up; members do not, for one may have been counted in both.
    mutating func merge(_ other: ExtractTally) {
        total += other.total
        let known = bases.count
        let baseNumbers = bases.merge(other.bases)
        var restNumbers: [[Int]] = []
        for rest in rests.indices { restNumbers.append(rests[rest].merge(other.rests[rest])) }
        for table in plan.tables.indices {
            merge(table, of: other, baseNumbers, restNumbers, known: known)
        }
        for member in members.indices {
            Self.merge(
                &members[member], other.members[member], baseNumbers, restNumbers, known: known,
                widths: plan.tables.map(\.width), in: &rows, &amounts)
        }
    }

    private static func merge(
        _ member: inout MemberCounts, _ other: MemberCounts, _ bases: [Int], _ rests: [[Int]],
        known: Int, widths: [Int], in rows: inout [PairTable],
        _ amounts: inout [ContiguousArray<Int>]
    ) {
        let uses = member.uses
        member.merge(other, bases: bases, rests: rests, known: known) { number, base, rest in
            let use = uses[number]
            let row = use.rest == nil ? base : rows[use.table].insert(base, rest).number
            amounts[use.table][row * widths[use.table] + use.amount] += 1
        }
    }

    private mutating func merge(
        _ table: Int, of other: ExtractTally, _ baseNumbers: [Int], _ restNumbers: [[Int]],
        known: Int
    ) {
        let definition = plan.tables[table]
        let width = definition.width
        let added = definition.counts + (definition.sums + definition.flags).map(\.amount)
        amounts[table].reserveCapacity(amounts[table].count + other.amounts[table].count)
        for row in 0..<other.rowCount(of: table) {
            let start = row * width
            let (otherBase, otherRest) =
                definition.rest == nil ? (row, 0) : other.rows[table][row]
            let base = baseNumbers[otherBase]
            let rest = definition.rest.map { restNumbers[$0][otherRest] }
            if base >= known {
                // The bases that are new here come in the order of their numbers.
                if let rest { rows[table].append(base, rest) }
                amounts[table].append(contentsOf: other.amounts[table][start..<start + width])
                continue
            }
            let own = rest.map { rows[table].insert(base, $0).number } ?? base
            extend(table, to: own + 1)
            for amount in added {
                amounts[table][own * width + amount] += other.amounts[table][start + amount]
            }
        }
    }
}

extension TupleTable {
    /// Takes in the tuples of another table, and returns the number that each has here.
    mutating func merge(_ other: TupleTable) -> [Int] {
        other.values.withUnsafeBufferPointer { values in
            (0..<other.count).map { number in
                insert(
                    UnsafeBufferPointer(
                        rebasing: values[number * width..<(number + 1) * width])
                ).number
            }
        }
    }
}

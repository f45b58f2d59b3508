extension ExtractTally {
    /// Adds what another tally of the same extract has counted, of other rows.
    ///
    /// Amounts add up; members do not, for one may have been counted in both.
    mutating func merge(_ other: ExtractTally) {
        total += other.total
        let baseNumbers = bases.merge(other.bases)
        var restNumbers: [[Int]] = []
        for rest in rests.indices { restNumbers.append(rests[rest].merge(other.rests[rest])) }
        for table in plan.tables.indices { merge(table, of: other, baseNumbers, restNumbers) }
        for member in members.indices {
            Self.merge(
                &members[member], other.members[member], baseNumbers, restNumbers,
                widths: plan.tables.map(\.width), in: &rows, &amounts)
        }
    }

    private static func merge(
        _ member: inout MemberCounts, _ other: MemberCounts, _ bases: [Int], _ rests: [[Int]],
        widths: [Int], in rows: inout [PairTable], _ amounts: inout [ContiguousArray<Int>]
    ) {
        let uses = member.uses
        member.merge(other, bases: bases, rests: rests) { number, base, rest in
            let use = uses[number]
            let row = use.rest == nil ? base : rows[use.table].insert(base, rest).number
            amounts[use.table][row * widths[use.table] + use.amount] += 1
        }
    }

    private mutating func merge(
        _ table: Int, of other: ExtractTally, _ baseNumbers: [Int], _ restNumbers: [[Int]]
    ) {
        let definition = plan.tables[table]
        let added = definition.counts + (definition.sums + definition.flags).map(\.amount)
        for row in 0..<other.rowCount(of: table) {
            var own = 0
            if let rest = definition.rest {
                let (base, number) = other.rows[table][row]
                own = rows[table].insert(baseNumbers[base], restNumbers[rest][number]).number
            } else {
                own = baseNumbers[row]
            }
            extend(table)
            for amount in added {
                amounts[table][own * definition.width + amount] +=
                    other.amounts[table][row * definition.width + amount]
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

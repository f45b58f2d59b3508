/// What is to be done with each batch of rows, with columns by their places.
///
/// The columns that all tables have among their keys are looked up once for all of them: the *base*. What
/// tells the rows of a table apart beyond it, its *rest*, becomes a dense number, so that a person who counts
/// in several tables is looked up once in a base, and a bit says whether a rest was seen with that person.
struct ExtractPlan: Sendable {
    struct Table {
        /// The place of the rest among the plan's, or `nil` where the base is all.
        let rest: Int?
        /// The number of amounts.
        let width: Int
        let counts: [Int]
        let sums: [(amount: Int, column: Int)]
        let flags: [(amount: Int, column: Int)]
        /// For each key, where its value lies in the base or the rest.
        let keys: [KeyPlace]
    }

    /// Where the value of a key is found again.
    enum KeyPlace {
        case base(Int)
        case rest(Int)
    }

    /// Who or what is counted once in each row of some tables.
    struct Member {
        let column: Int
        let uses: [(table: Int, amount: Int)]
    }

    let columns: [String]
    let base: [Int]
    let rests: [[Int]]
    let tables: [Table]
    let members: [Member]

    init(_ extract: Extract) {
        let columns = extract.columns
        self.columns = columns
        func place(_ name: String) -> Int { columns.firstIndex(of: name) ?? 0 }
        let keys = extract.tables.map { $0.keyColumns.map(place) }
        let base = (keys.first ?? []).filter { column in keys.allSatisfy { $0.contains(column) } }
        self.base = base
        var rests: [[Int]] = []
        var members: [(column: Int, uses: [(table: Int, amount: Int)])] = []
        tables = extract.tables.enumerated().map { number, table in
            let own = keys[number].filter { !base.contains($0) }
            var rest: Int?
            if !own.isEmpty {
                rest = rests.firstIndex(of: own) ?? rests.count
                if rest == rests.count { rests.append(own) }
            }
            var counts: [Int] = []
            var sums: [(amount: Int, column: Int)] = []
            var flags: [(amount: Int, column: Int)] = []
            for (amount, definition) in table.amounts.enumerated() {
                switch definition.aggregate {
                case .count: counts.append(amount)
                case .sum(let column): sums.append((amount, place(column)))
                case .countWhere(let column): flags.append((amount, place(column)))
                case .countDistinct(let column):
                    let column = place(column)
                    let known = members.firstIndex { $0.column == column } ?? members.count
                    if known == members.count { members.append((column, [])) }
                    members[known].uses.append((number, amount))
                }
            }
            return Table(
                rest: rest, width: table.amounts.count, counts: counts, sums: sums, flags: flags,
                keys: table.keys.map { key in
                    let column = place(key.column)
                    return base.firstIndex(of: column).map { .base($0) }
                        ?? .rest(own.firstIndex(of: column) ?? 0)
                })
        }
        self.rests = rests
        self.members = members.map { Member(column: $0.column, uses: $0.uses) }
    }
}

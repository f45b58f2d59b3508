import SupportStore

/// Which members – people, mostly – were seen in which row of each table, so that each counts once.
struct MemberCounts {
    /// How a table counts the members.
    struct Use {
        let table: Int
        let amount: Int
        let rest: Int?
    }

    let column: Int
    let uses: [Use]
    private let width: Int
    /// For each use, the place of its word among those of a member in a base.
    private let words: [Int]
    private var entries = PairTable()
    /// For each member in a base, a word of bits for each use with a rest.
    private var bits: ContiguousArray<UInt64> = []
    /// What a word has no bit for: the number of the member in the base, and of the rest; for each use.
    private var more: [PairTable]
    /// The numbers of members that are negative or do not fit into 31 bits.
    private var unusual: [Int: Int] = [:]

    init(_ member: ExtractPlan.Member, tables: [ExtractPlan.Table]) {
        column = member.column
        var uses: [Use] = []
        var width = 0
        var words: [Int] = []
        for use in member.uses {
            let rest = tables[use.table].rest
            uses.append(Use(table: use.table, amount: use.amount, rest: rest))
            words.append(width)
            if rest != nil { width += 1 }
        }
        self.uses = uses
        self.width = width
        self.words = words
        more = uses.map { _ in PairTable() }
    }

    /// Counts the members of a batch.
    ///
    /// - Parameters:
    ///   - rows: The batch.
    ///   - bases: The number of the base of each row.
    ///   - rests: The numbers of each rest of each row.
    ///   - isNew: Receives the place of a use among ``uses`` and a row whose member counts there.
    mutating func count(
        _ rows: PouredRows, bases: UnsafeMutablePointer<Int32>,
        rests: [UnsafeMutablePointer<Int32>], isNew: (_ use: Int, _ row: Int) -> Void
    ) {
        let values = rows[column]
        // The uses that count in a base as a whole, and those that divide it.
        let whole = uses.indices.filter { uses[$0].rest == nil }
        let divided = uses.indices.compactMap { place in
            uses[place].rest.map { (place: place, numbers: rests[$0]) }
        }
        for row in 0..<rows.count {
            let value = values[row]
            if value == PouredRows.empty { continue }
            let member = value >= 0 && value <= Self.largest ? value : number(ofUnusual: value)
            let (entry, isNewHere) = entries.insert(Int(bases[row]), member)
            if isNewHere {
                for _ in 0..<width { bits.append(0) }
                for place in whole { isNew(place, row) }
            }
            for (place, numbers) in divided {
                if note(Int(numbers[row]), of: entry, place) { isNew(place, row) }
            }
        }
    }

    /// Notes the number of a rest with a member in a base; returns whether it was not seen there before.
    @inline(__always)
    private mutating func note(_ code: Int, of entry: Int, _ place: Int) -> Bool {
        guard code < 64 else { return more[place].insert(entry, code).isNew }
        let bit: UInt64 = 1 << UInt64(code)
        let word = entry * width + words[place]
        if bits[word] & bit != 0 { return false }
        bits[word] |= bit
        return true
    }

    /// Takes in the members of another count, of other rows.
    ///
    /// - Parameters:
    ///   - other: The other count.
    ///   - bases: The number here of each of the other's bases.
    ///   - rests: The number here of each of the other's rests.
    ///   - known: The bases below were here before; nobody of the others counts in both.
    ///   - isNew: Receives the place of a use, a base and the number of a rest in which a member counts that
    ///     did not before.
    mutating func merge(
        _ other: MemberCounts, bases: [Int], rests: [[Int]], known: Int,
        isNew: (_ use: Int, _ base: Int, _ rest: Int) -> Void
    ) {
        let unusual = Dictionary(uniqueKeysWithValues: other.unusual.map { ($1, $0) })
        var entryNumbers = [Int?](repeating: nil, count: other.entries.count)
        for number in 0..<other.entries.count {
            let (otherBase, otherMember) = other.entries[number]
            let base = bases[otherBase]
            guard base < known else { continue }
            let member = unusual[otherMember].map { self.number(ofUnusual: $0) } ?? otherMember
            let (entry, isNewHere) = entries.insert(base, member)
            if isNewHere { for _ in 0..<width { bits.append(0) } }
            entryNumbers[number] = entry
            for (place, use) in uses.enumerated() {
                guard let rest = use.rest else {
                    if isNewHere { isNew(place, base, 0) }
                    continue
                }
                var word = other.bits[number * width + words[place]]
                while word != 0 {
                    let code = rests[rest][word.trailingZeroBitCount]
                    word &= word - 1
                    if note(code, of: entry, place) { isNew(place, base, code) }
                }
            }
        }
        for (place, use) in uses.enumerated() {
            guard let rest = use.rest else { continue }
            for number in 0..<other.more[place].count {
                let (otherEntry, otherCode) = other.more[place][number]
                guard let entry = entryNumbers[otherEntry] else { continue }
                let (base, code) = (entries[entry].first, rests[rest][otherCode])
                if note(code, of: entry, place) { isNew(place, base, code) }
            }
        }
    }

    private static let largest = 0x7FFF_FFFF

    private mutating func number(ofUnusual value: Int) -> Int {
        if let number = unusual[value] { return number }
        let number = Self.largest + 1 + unusual.count
        unusual[value] = number
        return number
    }
}

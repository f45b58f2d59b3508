/// Exchanges the amounts of a column among its rows, so that a control sum below them stays right.
///
/// Each amount takes the place of another that is written with as many digits and stands there as
/// often; one that has no such partner stays.
struct TwinAmounts {
    /// The rows between two control sums of a column of a table.
    struct Place: Hashable {
        let table: Int
        let column: Int
        let section: Int
    }

    private var counts: [Place: [[UInt8]: Int]] = [:]
    private var exchanged: [Place: [[UInt8]: [UInt8]]] = [:]

    /// Notes an amount.
    mutating func note(_ amount: some Sequence<UInt8>, at place: Place) {
        counts[place, default: [:]][Array(amount), default: 0] += 1
    }

    /// Decides which amounts change places.
    mutating func exchange(_ random: inout TwinRandom) {
        let places = counts.sorted { first, second in
            (first.key.table, first.key.column, first.key.section)
                < (second.key.table, second.key.column, second.key.section)
        }
        for (place, counts) in places {
            let groups = Dictionary(grouping: counts.keys) { amount in
                // The form of the number, with 0 for each digit, and how often it stands there.
                Form(
                    signs: amount.map { (0x30...0x39).contains($0) ? 0x30 : $0 }, of: counts[amount]
                )
            }
            for group in groups.values.map({ $0.sorted { $0.lexicographicallyPrecedes($1) } })
                .sorted(by: { $0[0].lexicographicallyPrecedes($1[0]) })
            {
                let shuffled = group.shuffled(using: &random)
                for (amount, next) in zip(shuffled, shuffled.dropFirst() + shuffled.prefix(1)) {
                    exchanged[place, default: [:]][amount] = next
                }
            }
        }
    }

    private struct Form: Hashable {
        let signs: [UInt8]
        let count: Int

        init(signs: [UInt8], of count: Int?) {
            self.signs = signs
            self.count = count ?? 0
        }
    }

    /// Returns what stands for an amount, or `nil` where amounts are not exchanged.
    func amount(for amount: some Sequence<UInt8>, at place: Place) -> [UInt8]? {
        exchanged[place]?[Array(amount)]
    }
}

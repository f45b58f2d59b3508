/// Solutions of a system that exact arithmetic has confirmed, and what they prove together.
struct WitnessPool {
    /// A cell whose value a single person knows.
    struct Single {
        var column: Int
        var value: Int
        /// The first solution with that value: the others are compared with it.
        var start: [Int]?
        /// The unknowns that take another value in a solution with that value.
        var moved: BitSet
    }

    private(set) var lowest: [Int] = []
    private(set) var highest: [Int] = []
    private(set) var singles: [Single]
    /// The last solution that was added.
    private(set) var last: [Int]?
    private(set) var all: [[Int]] = []
    private let keepsAll: Bool
    private let width: Int

    init(width: Int, singles: [(column: Int, value: Int)], keepsAll: Bool) {
        self.width = width
        self.keepsAll = keepsAll
        self.singles = singles.map {
            Single(column: $0.column, value: $0.value, start: nil, moved: BitSet(count: width))
        }
    }

    var isEmpty: Bool { last == nil }

    /// Takes in a solution, which the caller has confirmed.
    mutating func add(_ values: [Int]) {
        if isEmpty {
            lowest = values
            highest = values
        } else {
            for column in 0..<width {
                let value = values[column]
                if value < lowest[column] { lowest[column] = value }
                if value > highest[column] { highest[column] = value }
            }
        }
        last = values
        if keepsAll { all.append(values) }
        var known: [(start: [Int], difference: BitSet)] = []
        for index in singles.indices where values[singles[index].column] == singles[index].value {
            guard let start = singles[index].start else {
                singles[index].start = values
                continue
            }
            if let same = known.first(where: { $0.start == start }) {
                singles[index].moved.formUnion(same.difference)
            } else {
                let difference = BitSet(of: start, differingFrom: values)
                known.append((start, difference))
                singles[index].moved.formUnion(difference)
            }
        }
    }

    /// Adds the cells that have become hidden and are known by one person.
    mutating func addSingle(column: Int, value: Int) {
        var single = Single(column: column, value: value, start: nil, moved: BitSet(count: width))
        for values in all where values[column] == value {
            if let start = single.start {
                single.moved.formUnion(BitSet(of: start, differingFrom: values))
            } else {
                single.start = values
            }
        }
        singles.append(single)
    }
}

/// A set of small numbers.
struct BitSet: Hashable, Sendable {
    private var words: [UInt64]

    init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    init(of one: [Int], differingFrom other: [Int]) {
        self.init(count: one.count)
        for index in 0..<one.count where one[index] != other[index] { insert(index) }
    }

    mutating func insert(_ element: Int) { words[element >> 6] |= 1 << UInt64(element & 63) }

    mutating func formUnion(_ other: BitSet) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    func contains(_ element: Int) -> Bool { words[element >> 6] >> UInt64(element & 63) & 1 == 1 }
}

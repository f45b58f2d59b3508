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
        var isNews = isEmpty
        if isEmpty {
            lowest = values
            highest = values
        } else {
            isNews = Self.widen(&lowest, &highest, values)
        }
        last = values
        var known: [(start: [Int], difference: BitSet)] = []
        for index in singles.indices where values[singles[index].column] == singles[index].value {
            guard let start = singles[index].start else {
                singles[index].start = values
                isNews = true
                continue
            }
            let difference: BitSet
            if let same = known.first(where: { $0.start == start }) {
                difference = same.difference
            } else {
                difference = BitSet(of: start, differingFrom: values)
                known.append((start, difference))
            }
            if singles[index].moved.formUnion(difference) { isNews = true }
        }
        // What proves nothing new is not worth keeping.
        if keepsAll, isNews { all.append(values) }
    }

    private static func widen(
        _ lowest: inout [Int], _ highest: inout [Int], _ values: [Int]
    ) -> Bool {
        var isNews = false
        values.withUnsafeBufferPointer { values in
            lowest.withUnsafeMutableBufferPointer { lowest in
                highest.withUnsafeMutableBufferPointer { highest in
                    var column = 0
                    while column < values.count {
                        let value = values[column]
                        if value < lowest[column] {
                            lowest[column] = value
                            isNews = true
                        } else if value > highest[column] {
                            highest[column] = value
                            isNews = true
                        }
                        column += 1
                    }
                }
            }
        }
        return isNews
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
        one.withUnsafeBufferPointer { one in
            other.withUnsafeBufferPointer { other in
                var index = 0
                while index < one.count {
                    if one[index] != other[index] { insert(index) }
                    index += 1
                }
            }
        }
    }

    mutating func insert(_ element: Int) { words[element >> 6] |= 1 << UInt64(element & 63) }

    /// Takes in the elements of another set; true when any of them is new.
    @discardableResult
    mutating func formUnion(_ other: BitSet) -> Bool {
        var isNews = false
        for index in words.indices where other.words[index] & ~words[index] != 0 {
            words[index] |= other.words[index]
            isNews = true
        }
        return isNews
    }

    func contains(_ element: Int) -> Bool { words[element >> 6] >> UInt64(element & 63) & 1 == 1 }
}

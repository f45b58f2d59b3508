/// A set of tuples of integers that gives each a dense number, in the order of their coming.
///
/// The tuples lie one behind another in one array and are compared whole: no hash is trusted, and no
/// object is made for a tuple.
struct TupleTable {
    let width: Int
    private(set) var values: ContiguousArray<Int> = []
    private(set) var count = 0
    private var slots: ContiguousArray<Int32>
    private var mask: Int

    init(width: Int) {
        self.width = width
        mask = 1023
        slots = ContiguousArray(repeating: -1, count: mask + 1)
    }

    /// Returns the number of a tuple, and whether it was not known before.
    mutating func insert(_ tuple: UnsafeBufferPointer<Int>) -> (number: Int, isNew: Bool) {
        if 4 * count >= 3 * slots.count { grow() }
        var slot = Self.hash(tuple) & mask
        while slots[slot] >= 0 {
            if holds(tuple, at: Int(slots[slot])) { return (Int(slots[slot]), false) }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(count)
        values.append(contentsOf: tuple)
        count += 1
        return (count - 1, true)
    }

    private func holds(_ tuple: UnsafeBufferPointer<Int>, at number: Int) -> Bool {
        let start = number * width
        for place in 0..<width where values[start + place] != tuple[place] { return false }
        return true
    }

    private mutating func grow() {
        mask = 2 * slots.count - 1
        slots = ContiguousArray(repeating: -1, count: mask + 1)
        values.withUnsafeBufferPointer { all in
            for number in 0..<count {
                let tuple = UnsafeBufferPointer(
                    rebasing: all[number * width..<(number + 1) * width])
                var slot = Self.hash(tuple) & mask
                while slots[slot] >= 0 { slot = (slot + 1) & mask }
                slots[slot] = Int32(number)
            }
        }
    }

    private static func hash(_ tuple: UnsafeBufferPointer<Int>) -> Int {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for value in tuple {
            hash = (hash ^ UInt64(bitPattern: Int64(value))) &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
        }
        return Int(truncatingIfNeeded: hash >> 1)
    }
}

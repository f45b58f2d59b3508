/// The groups of a table of evidence in an order in which those with one key stand together.
///
/// It is made once for a key, and serves every indicator and breakdown that counts the key but once.
struct KeyOrder {
    private let groups: ContiguousArray<Int32>
    private let keys: ContiguousArray<Int32>
    private let isComplete: ContiguousArray<Bool>

    /// Orders groups by the values of some of their columns; groups of one key keep their order.
    init(of places: [Int], in table: TupleTable) {
        var known = TupleTable(width: places.count)
        var keyOfGroup = ContiguousArray<Int32>()
        keyOfGroup.reserveCapacity(table.count)
        var isComplete = ContiguousArray<Bool>()
        withUnsafeTemporaryAllocation(of: Int.self, capacity: max(places.count, 1)) { tuple in
            tuple.initialize(repeating: 0)
            for group in 0..<table.count {
                for (position, place) in places.enumerated() {
                    tuple[position] = table.values[group * table.width + place]
                }
                let key = UnsafeBufferPointer(rebasing: tuple[..<places.count])
                let (number, isNew) = known.insert(key)
                if isNew { isComplete.append(!key.contains(EvidenceTable.empty)) }
                keyOfGroup.append(Int32(number))
            }
        }
        var ends = ContiguousArray<Int>(repeating: 0, count: known.count + 1)
        for key in keyOfGroup { ends[Int(key) + 1] += 1 }
        for key in 0..<known.count { ends[key + 1] += ends[key] }
        var groups = ContiguousArray<Int32>(repeating: 0, count: table.count)
        for group in 0..<table.count {
            let key = Int(keyOfGroup[group])
            groups[ends[key]] = Int32(group)
            ends[key] += 1
        }
        self.groups = groups
        keys = keyOfGroup
        self.isComplete = isComplete
    }

    /// Hands each group to a body, with the number of its key and whether no part of the key is empty.
    func forEach(_ body: (_ group: Int, _ key: Int32, _ isComplete: Bool) -> Void) {
        for group in groups {
            let key = keys[Int(group)]
            body(Int(group), key, isComplete[Int(key)])
        }
    }
}

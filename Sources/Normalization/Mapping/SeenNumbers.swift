/// Small numbers of which few are distinct, such as the semesters and schools that rows name.
struct SeenNumbers {
    /// The numbers seen.
    private(set) var all: Set<Int> = []
    private var isSeen: [Bool] = []

    /// Numbers below it are told by a look into a table.
    private static let limit = 1 << 16

    /// Notes a number.
    @inline(__always)
    mutating func insert(_ number: Int) {
        if isSeen.indices.contains(number), isSeen[number] { return }
        insertNew(number)
    }

    private mutating func insertNew(_ number: Int) {
        all.insert(number)
        guard number >= 0, number < Self.limit else { return }
        if isSeen.count <= number {
            isSeen.append(contentsOf: repeatElement(false, count: number + 1 - isSeen.count))
        }
        isSeen[number] = true
    }
}

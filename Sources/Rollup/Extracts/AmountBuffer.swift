/// The amounts of a table, row by row, which begin with 0.
///
/// They are reached by a pointer: several steps of a batch add to them, at places that each has checked.
final class AmountBuffer {
    private(set) var start: UnsafeMutablePointer<Int>
    private let width: Int
    private var count = 0
    private var capacity: Int

    init(width: Int) {
        self.width = width
        capacity = 64 * width
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    /// Makes sure that there are so many rows.
    func extend(to rows: Int) {
        let wanted = rows * width
        guard wanted > count else { return }
        if wanted > capacity {
            capacity = max(wanted, 2 * capacity)
            let larger = UnsafeMutablePointer<Int>.allocate(capacity: capacity)
            larger.moveInitialize(from: start, count: count)
            start.deallocate()
            start = larger
        }
        (start + count).initialize(repeating: 0, count: wanted - count)
        count = wanted
    }
}

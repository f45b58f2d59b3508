import SupportStore

extension DeliveryCounts {
    /// Adds the counts of another delivery.
    static func += (total: inout DeliveryCounts, more: DeliveryCounts) {
        total.read += more.read
        total.loaded += more.loaded
        total.heldBack += more.heldBack
        total.ignored += more.ignored
    }
}

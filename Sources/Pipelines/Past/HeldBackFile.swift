import SupportStore

/// A file of which records would be held back.
public struct HeldBackFile: Sendable {
    /// The name of the file, as it may be shown.
    public let name: String
    /// The number of records that would be held back.
    public let count: Int
    /// How often each rule holds something back, by its code; one record may break several.
    public let rules: [(code: String, count: Int)]

    /// Returns the files that were loaded after a delivery and of which records are held back, in their order.
    ///
    /// - Parameters:
    ///   - last: The number of the delivery.
    ///   - store: The store after the import.
    ///   - names: The names of files as they may be shown.
    /// - Throws: An error of the store.
    static func all(
        after last: Int, in store: SupportStore, names: ShownFileNames
    ) throws -> [HeldBackFile] {
        let held = try store.currentDeliveries().filter { $0.id > last && $0.counts.heldBack > 0 }
        return try held.map { delivery in
            var filter = FindingFilter()
            filter.delivery = delivery.id
            filter.severities = ["error"]
            var rules: [String: Int] = [:]
            try ReadableStore(store).forEachFinding(filter) { finding in
                if finding.isHeld { rules[finding.rule, default: 0] += 1 }
            }
            return HeldBackFile(
                name: names[delivery.fileName], count: delivery.counts.heldBack,
                rules: rules.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
    }
}

import PupilSupport

/// What a reader of the store takes for true of one record, to see what would follow.
///
/// The connection gets views of its own in the place of those of the store, which itself stays as it is.
public struct Supposition: Hashable, Sendable {
    /// The number of the delivery.
    public let delivery: Int
    /// The offset of the record's first byte.
    public let byte: Int
    /// Whether the record counts.
    public let counts: Bool

    /// Supposes that everything that was made of a record counts, or that nothing of it does.
    public init(delivery: Int, byte: Int, counts: Bool) {
        self.delivery = delivery
        self.byte = byte
        self.counts = counts
    }

    var statements: [String] {
        RecordKind.inStore.map { kind in
            let record = "delivery = \(delivery) AND byte = \(byte)"
            let rest = "SELECT * FROM main.\(kind.currentView) WHERE NOT (\(record))"
            let own = counts ? " UNION ALL SELECT * FROM main.\(kind.table) WHERE \(record)" : ""
            return "CREATE TEMP VIEW \(kind.currentView) AS \(rest)\(own)"
        }
    }
}

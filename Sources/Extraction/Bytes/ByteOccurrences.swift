/// Where something first stands in a file, and how often it does.
public struct ByteOccurrences: Sendable, Hashable {
    /// The offset of the first.
    public let first: Int
    /// The number of all.
    public let count: Int

    /// Creates a note of occurrences.
    public init(first: Int, count: Int) {
        self.first = first
        self.count = count
    }

    /// Returns the occurrences with one more behind them.
    static func adding(_ offset: Int, to known: ByteOccurrences?) -> ByteOccurrences {
        guard let known else { return ByteOccurrences(first: offset, count: 1) }
        return ByteOccurrences(first: min(known.first, offset), count: known.count + 1)
    }
}

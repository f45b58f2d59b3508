/// How long the parts of rollups took: reading the evidence of each query, and summing up for each family.
///
/// Evidence that several families count is read once, so reading is told by query and not by family.
public struct RollupTimes: Sendable {
    /// A part of a rollup.
    public enum Part: Hashable, Comparable, Sendable {
        /// Reading what a query gives, by the name of its file.
        case reading(query: String)
        /// Summing up for the indicators of a family, all breakdowns, by the family's code.
        case summing(family: String)
    }

    private var times: [Part: Duration] = [:]

    /// Creates times of nothing.
    public init() {}

    /// The wall time of each part, over all semesters, in the order of their names.
    public var all: [(part: Part, duration: Duration)] {
        times.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Does something and adds the time that it took to a part.
    mutating func measure<Result>(_ part: Part, _ body: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        defer { times[part, default: .zero] += ContinuousClock.now - start }
        return try body()
    }

    static func += (times: inout RollupTimes, others: RollupTimes) {
        times.times.merge(others.times, uniquingKeysWith: +)
    }
}

/// How a value is made, from rows of evidence or from other indicators.
public enum Aggregate: Hashable, Sendable {
    /// The number of rows.
    case count
    /// The number of distinct values of columns taken together.
    case countDistinct(columns: [String])
    /// The sum of a column; with `oncePer`, each distinct value of those columns adds only once,
    /// because a join may show one record on several rows.
    case sum(column: String, oncePer: [String] = [])
    /// One indicator as per cent of another.
    case share(of: String, in: String)
    /// One indicator divided by another.
    case mean(of: String, per: String)
    /// The sum of an indicator's figures for the schools, which counts a person once a school.
    case sumOfSchools(of: String)
    /// One indicator less another.
    case difference(of: String, minus: String)
    /// The number that was announced as the target for an indicator.
    case target(of: String)

    /// The codes of the indicators that the value is made from.
    public var operands: [String] {
        switch self {
        case .count, .countDistinct, .sum: []
        case .share(let part, let whole): [part, whole]
        case .mean(let total, let number): [total, number]
        case .sumOfSchools(let code), .target(let code): [code]
        case .difference(let first, let second): [first, second]
        }
    }
}

/// A test that a row of evidence must pass to be counted.
public struct EvidenceCondition: Hashable, Sendable {
    /// The column that is looked at.
    public var column: String
    /// What it must hold.
    public var test: Test

    /// What a column must hold.
    public enum Test: Hashable, Sendable {
        /// The integer.
        case equals(Int)
        /// A term of the column's vocabulary with this attribute, as in `counts: true`.
        case hasAttribute(name: String, value: String)
    }

    /// Creates a condition.
    public init(column: String, _ test: Test) {
        self.column = column
        self.test = test
    }
}

/// By which dimensions an indicator is broken down at once.
public struct Breakdown: Hashable, Sendable {
    /// The dimensions, in the order of the address; none is the municipality's figure.
    public var dimensions: [DimensionName]
    /// Another query than the indicator's own that holds these dimensions, or `nil`.
    public var evidence: String?

    /// Creates a breakdown.
    public init(_ dimensions: [DimensionName] = [], evidence: String? = nil) {
        self.dimensions = dimensions
        self.evidence = evidence
    }
}

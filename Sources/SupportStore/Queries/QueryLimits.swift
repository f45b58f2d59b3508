/// What a query may ask of the store, so that one without an end does not keep the run from ending.
public struct QueryLimits: Hashable, Sendable {
    /// The largest number of seconds of processor time.
    public var seconds: Int
    /// The largest number of rows.
    public var rows: Int

    /// Creates limits.
    public init(seconds: Int, rows: Int) {
        self.seconds = seconds
        self.rows = rows
    }
}

/// Why a query of the definitions does not come to its end.
public enum QueryFailure: Error, Hashable {
    /// It did not end in this many seconds.
    case seconds(Int)
    /// It gave more than this many rows.
    case rows(Int)
    /// SQLite gives up at a row; its words name tables and columns only.
    case refused(words: String)
}

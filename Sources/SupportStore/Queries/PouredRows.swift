/// Some thousands of rows of a query, column by column, as integers.
///
/// They lie where the next ones will be put, so they are valid only until the body returns.
public struct PouredRows {
    /// What stands for an empty value (`NULL`).
    public static let empty = Int.min
    /// The largest number of rows that come at once.
    public static let capacity = 4096

    /// The number of rows.
    public let count: Int
    let values: UnsafePointer<Int>

    /// The values of a column, counted from 0; a text is the number that it was given.
    public subscript(column: Int) -> UnsafeBufferPointer<Int> {
        UnsafeBufferPointer(start: values + column * Self.capacity, count: count)
    }
}

/// Why the rows of a query cannot be poured.
public enum PouringFailure: Error, Hashable {
    /// A column holds a number with a fraction, bytes, or the one integer that stands for nothing.
    case noInteger(column: String)
    /// A column holds both integers and texts.
    case mixed(column: String)
}

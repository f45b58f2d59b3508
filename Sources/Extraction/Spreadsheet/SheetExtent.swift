/// How far the filled cells of a sheet reach.
public struct SheetExtent: Hashable, Sendable {
    /// The last column with a filled cell; 0 when there is none.
    public let columns: Int
    /// The last row with a filled cell; 0 when there is none.
    public let rows: Int
}

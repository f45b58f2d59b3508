/// A column of a file of which nothing is kept, for no definition maps it.
public struct DroppedColumn: Hashable, Sendable {
    /// The number of the column, from 1.
    public let number: Int
    /// The name as it may be shown.
    public let name: String

    /// Names a column.
    public init(number: Int, name: String) {
        self.number = number
        self.name = name
    }
}

/// Why cells and relations are no system of tables.
public enum LinkedTablesFault: Error, Hashable, Sendable {
    /// Two cells of one name say different things.
    case cellsDiffer(name: String)
    /// A relation names a cell that does not exist.
    case unknownCell(name: String)
    /// The value of a cell lies outside what anybody would think possible.
    case valueOutOfBounds(name: String)
    /// A relation does not hold for the values of its cells.
    case relationDoesNotHold(cells: [String])
    /// A number is greater than exact arithmetic has room for.
    case numberTooLarge(cells: [String])
}

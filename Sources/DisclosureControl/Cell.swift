/// One figure of the tables: what it is, what anybody knows of it, and what may be done with it.
public struct Cell: Hashable, Sendable {
    /// What was done with the cell in earlier releases.
    public enum State: Hashable, Sendable {
        /// Nothing yet: it may be published or hidden.
        case open
        /// It is out in the world: a constant that cannot be hidden any more.
        case publishedBefore
        /// It was hidden and must stay so.
        case hiddenBefore
        /// It belongs to no table: an amount that relations need and nobody prints.
        case never
    }

    /// The unique name, which also decides every order and every tie.
    public var name: String
    /// The true value.
    public var value: Int
    /// The least value that anybody would think possible.
    public var lowest: Int
    /// The greatest value that anybody would think possible; nil when there is none.
    public var highest: Int?
    /// Whether the cell must not be published, whatever the other cells show.
    public var isUnsafe: Bool
    /// Whether the value is the contribution of a single person, who therefore knows it.
    public var isSingle: Bool
    /// The information that is lost when the cell is hidden.
    public var cost: Int
    /// What was done with the cell before.
    public var state: State

    /// Describes a cell; a value of one is taken for a single person's unless told otherwise.
    public init(
        _ name: String, value: Int, lowest: Int = 0, highest: Int? = nil, isUnsafe: Bool = false,
        isSingle: Bool? = nil, cost: Int = 1, state: State = .open
    ) {
        self.name = name
        self.value = value
        self.lowest = lowest
        self.highest = highest
        self.isUnsafe = isUnsafe
        self.isSingle = isSingle ?? (value == 1)
        self.cost = cost
        self.state = state
    }

    /// Describes a cell that so many people contribute to: fewer than the threshold, but at least one, is unsafe.
    public init(
        _ name: String, value: Int, contributors: Int, threshold: Int, cost: Int = 1,
        state: State = .open
    ) {
        self.init(
            name, value: value, isUnsafe: (1..<max(threshold, 1)).contains(contributors),
            isSingle: contributors == 1, cost: cost, state: state)
    }
}

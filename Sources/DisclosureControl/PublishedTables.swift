/// One figure as the world sees it.
public struct PublishedCell: Hashable, Sendable {
    /// What stands in the table.
    public enum Content: Hashable, Sendable {
        /// The value.
        case published(Int)
        /// The sign that it is hidden.
        case hidden
        /// Nothing: the cell belongs to no table.
        case never
    }

    /// The unique name.
    public var name: String
    /// What stands in the table.
    public var content: Content
    /// The least value that anybody would think possible.
    public var lowest: Int
    /// The greatest value that anybody would think possible; nil when there is none.
    public var highest: Int?

    /// Describes a cell as the world sees it.
    public init(_ name: String, _ content: Content, lowest: Int = 0, highest: Int? = nil) {
        self.name = name
        self.content = content
        self.lowest = lowest
        self.highest = highest
    }
}

/// Everything that an attacker has: the cells as published, now and before, and how they hang together.
public struct PublishedTables: Hashable, Sendable {
    /// The cells, in the order of their names.
    public let cells: [PublishedCell]
    /// What everybody knows between them.
    public let relations: [Relation]

    /// Joins cells and relations.
    public init(cells: [PublishedCell], relations: [Relation]) {
        self.cells = cells.sorted { $0.name < $1.name }
        self.relations = relations
    }
}

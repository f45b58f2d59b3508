/// All figures of one semester as addresses and values, to be kept, compared and read again.
public struct FigureList: Hashable, Sendable {
    /// The values by their addresses; a figure without a value has the word for why.
    public private(set) var values: [String: String]

    /// Takes the figures of a cube.
    public init(_ cube: Cube) {
        values = Dictionary(
            cube.figures.map { figure in
                (figure.address.description, figure.value?.description ?? figure.status.rawValue)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads a list from its text.
    public init(text: String) {
        values = Dictionary(
            text.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
                return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Creates a list of no figures.
    public init() { values = [:] }

    /// Adds the figures of another list.
    public mutating func add(_ other: FigureList) {
        values.merge(other.values) { $1 }
    }

    /// The list as text: one figure a line, the address, a tab and the value, sorted by address.
    public var text: String {
        values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\($0.key)\t\($0.value)\n" }.joined()
    }

    /// Takes moves back that another list made, and returns those that it had.
    ///
    /// Where the value is not the one that was moved to, whole numbers are moved by as much; of others nobody
    /// can say what they were.
    public mutating func takeBack(_ moves: [FigureMove]) -> [FigureMove] {
        moves.compactMap { move in
            let value = values[move.address]
            let before: String?
            if value == move.to {
                before = move.from
            } else if let value = value.flatMap(Int.init), let from = move.from.flatMap(Int.init),
                let to = move.to.flatMap(Int.init)
            {
                before = String(value - to + from)
            } else {
                return nil
            }
            values[move.address] = before
            return FigureMove(address: move.address, from: before, to: value)
        }
    }

    /// Returns the figures that are not the same in another list, sorted by address.
    public func moves(to other: FigureList) -> [FigureMove] {
        Set(values.keys).union(other.values.keys).compactMap { address in
            let (from, to) = (values[address], other.values[address])
            return from == to ? nil : FigureMove(address: address, from: from, to: to)
        }.sorted { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
    }
}

/// A figure that is not what it was.
public struct FigureMove: Hashable, Sendable {
    /// The address of the figure.
    public let address: String
    /// The value before, or `nil` when there was no such figure.
    public let from: String?
    /// The value after, or `nil` when there is no such figure.
    public let to: String?

    /// Creates a move.
    public init(address: String, from: String?, to: String?) {
        self.address = address
        self.from = from
        self.to = to
    }
}

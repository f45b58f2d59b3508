/// One dimension of a table: its categories and how they add up.
public struct TableDimension: Hashable, Sendable {
    /// How a whole and its parts hang together.
    public enum Counting: Hashable, Sendable {
        /// Each person is in one part: the whole is the sum.
        case once
        /// A person may be in several parts: each is at most the whole, which is at most the sum.
        case repeatedly
    }

    /// A whole with its parts.
    public struct Sum: Hashable, Sendable {
        /// The category that holds the parts.
        public var whole: String
        /// The parts.
        public var parts: [String]
        /// How the parts count.
        public var counting: Counting

        /// Describes a whole with its parts.
        public init(_ whole: String, of parts: [String], counting: Counting = .once) {
            self.whole = whole
            self.parts = parts
            self.counting = counting
        }
    }

    /// The sums of the dimension; with several, the parts of one may be wholes of others.
    public var sums: [Sum]
    /// All categories, the wholes among them.
    public var categories: [String]

    /// A dimension with a total, or without one.
    public init(_ categories: [String], total: String? = nil, counting: Counting = .once) {
        sums = total.map { [Sum($0, of: categories, counting: counting)] } ?? []
        self.categories = categories + (total.map { [$0] } ?? [])
    }

    /// A dimension of several levels or of several ways to group.
    public init(sums: [Sum]) {
        self.sums = sums
        var seen: Set<String> = []
        categories = sums.flatMap { $0.parts + [$0.whole] }.filter { seen.insert($0).inserted }
    }
}

extension LinkedTables {
    /// Joins what is known with a table of any number of dimensions; cells of one name are one cell.
    ///
    /// - Parameter cell: gives the cell for one category of each dimension.
    public func adding(
        table dimensions: [TableDimension], cell: ([String]) -> Cell
    ) throws(LinkedTablesFault) -> LinkedTables {
        var combinations: [[String]] = [[]]
        for dimension in dimensions {
            combinations = combinations.flatMap { start in
                dimension.categories.map { start + [$0] }
            }
        }
        let added = Dictionary(
            combinations.map { ($0, cell($0)) }, uniquingKeysWith: { first, _ in first })
        func name(_ place: [String], _ index: Int, _ category: String) -> String {
            var place = place
            place[index] = category
            return added[place]?.name ?? ""
        }
        var relations = relations
        for (index, dimension) in dimensions.enumerated() {
            for sum in dimension.sums {
                for place in combinations where place[index] == sum.whole {
                    let whole = name(place, index, sum.whole)
                    let parts = sum.parts.map { name(place, index, $0) }
                    switch sum.counting {
                    case .once: relations.append(.sum(of: parts, is: whole))
                    case .repeatedly:
                        relations.append(.parts(parts, cover: whole))
                        relations += parts.map { .part($0, isWithin: whole) }
                    }
                }
            }
        }
        let all = cells + combinations.compactMap { added[$0] }
        return try LinkedTables(cells: all, relations: relations)
    }

    /// No cells and nothing known.
    public static var empty: LinkedTables { LinkedTables(unchecked: [], []) }
}

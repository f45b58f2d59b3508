/// Which columns of a query are needed, and what for.
struct EvidenceLayout {
    /// A column that tells rows apart: a key, a dimension or what a condition looks at.
    struct GroupColumn: Hashable {
        let name: String
        let holdsText: Bool
    }

    private(set) var groupColumns: [GroupColumn] = []
    private(set) var sumColumns: [String] = []
    /// The columns, taken together, whose values indicators count but once.
    private(set) var keys: [[String]] = []
    private var places: [String: Int] = [:]

    /// Returns the layout that all indicators with evidence in a query need together.
    ///
    /// - Parameter more: Columns that tell rows apart though no figure asks for them.
    init(query: String, indicators: [IndicatorDefinition], and more: [String] = []) {
        for indicator in indicators {
            let breakdowns = indicator.breakdowns.filter {
                ($0.evidence ?? indicator.evidence) == query
            }
            guard !breakdowns.isEmpty else { continue }
            for dimension in breakdowns.flatMap(\.dimensions) { add(dimension.column) }
            for condition in indicator.conditions { add(condition.column) }
            switch indicator.aggregate {
            case .countDistinct(let columns): add(key: columns)
            case .sum(let column, let oncePer) where oncePer.isEmpty:
                if !sumColumns.contains(column) { sumColumns.append(column) }
            case .sum(let column, let oncePer):
                add(column)
                add(key: oncePer)
            default: break
            }
        }
        more.forEach { add($0) }
    }

    func place(of column: String) -> Int? { places[column] }

    /// Adds a key for each kind of person whom a query names, or for plans where it names nobody, so that it can be
    /// counted how many stand behind a value whatever the indicators count.
    mutating func addContributors(of columns: [String]) {
        for column in Self.contributors(of: columns) { add(key: [column]) }
    }

    /// Returns the columns of a query that tell people apart; those of plans where it names nobody.
    static func contributors(of columns: [String]) -> [String] {
        let people = ["pupil", "teacher"].filter(columns.contains)
        return people.isEmpty ? ["plan"].filter(columns.contains) : people
    }

    private mutating func add(key columns: [String]) {
        columns.forEach { add($0) }
        if !keys.contains(columns) { keys.append(columns) }
    }

    private mutating func add(_ column: String) {
        guard places[column] == nil else { return }
        places[column] = groupColumns.count
        groupColumns.append(
            GroupColumn(name: column, holdsText: DimensionName.holdsText(column: column)))
    }
}

extension DimensionName {
    /// Whether a column of evidence holds codes; all others hold integers.
    static func holdsText(column: String) -> Bool {
        column != "class" && allCases.contains { $0.column == column }
    }

    /// Returns the dimension whose terms a column holds.
    static func named(byColumn column: String) -> DimensionName? {
        allCases.first { $0.column == column }
    }
}

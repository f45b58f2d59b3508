public import SupportStore

/// What is wrong with a query of the indicators.
public struct QueryProblem: Hashable, Sendable {
    /// The name of the query's file.
    public let query: String
    /// What is wrong.
    public let kind: Kind

    /// The kinds of problem.
    public enum Kind: Hashable, Sendable {
        /// The statement cannot be run.
        case fault(QueryFault)
        /// The rows lack a column that an indicator needs.
        case missingColumn(String, indicator: String)
        /// The rows of an amount name neither people nor plans, so nobody knows how few stand behind it.
        case namesNobody(indicator: String)
    }

    /// The line, from 1, where it is known.
    public var line: Int? {
        switch kind {
        case .fault(.refused(_, let line)), .fault(.unknownArgument(_, let line)): line
        case .fault, .missingColumn, .namesNobody: nil
        }
    }
}

extension IndicatorSet {
    /// Prepares every query over a store that holds nothing and returns what is wrong, query by query.
    ///
    /// - Parameter store: The store that holds nothing, or `nil` to make one.
    /// - Throws: A database error when there can be no such store.
    public func queryProblems(over store: StoreReader? = nil) throws -> [QueryProblem] {
        try (store ?? .ofEmptyStore()).read { snapshot in
            try queries.sorted { $0.key < $1.key }.flatMap { name, sql in
                switch try snapshot.examination(
                    of: sql, arguments: SemesterRollup.argumentNames)
                {
                case .fault(let fault): return [QueryProblem(query: name, kind: .fault(fault))]
                case .columns(let columns):
                    let missing = missingColumns(in: columns, query: name)
                    return missing.isEmpty ? amountsOfNobody(in: columns, query: name) : missing
                }
            }
        }
    }

    /// A number of minutes says nothing of how many people got them; whoever protects it must be able to count them.
    private func amountsOfNobody(in columns: [String], query: String) -> [QueryProblem] {
        guard EvidenceLayout.contributors(of: columns).isEmpty else { return [] }
        return indicators.filter { $0.unit.isAmount && $0.queries.contains(query) }.map {
            QueryProblem(query: query, kind: .namesNobody(indicator: $0.code))
        }
    }

    private func missingColumns(in columns: [String], query: String) -> [QueryProblem] {
        var seen = Set(columns)
        return indicators.flatMap { indicator in
            let layout = EvidenceLayout(query: query, indicators: [indicator])
            let needed = layout.groupColumns.map(\.name) + layout.sumColumns
            return needed.filter { seen.insert($0).inserted }.map { column in
                QueryProblem(
                    query: query, kind: .missingColumn(column, indicator: indicator.code))
            }
        }
    }
}

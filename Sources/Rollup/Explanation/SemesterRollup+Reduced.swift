extension SemesterRollup {
    /// Creates a rollup of some indicators, and those that they are made from, alone.
    ///
    /// Its figures are those of the whole, but only the queries that they need are run.
    ///
    /// - Throws: ``IndicatorProblem``, though what fits together as a whole fits in part.
    init(reducing whole: SemesterRollup, to codes: [String]) throws {
        var wanted = Set(codes)
        // An indicator is made only from those that stand above it.
        for indicator in whole.indicators.indicators.reversed()
        where wanted.contains(indicator.code) {
            wanted.formUnion(indicator.aggregate.operands)
        }
        let families = whole.indicators.families.compactMap { family -> IndicatorFamily? in
            var family = family
            family.indicators.removeAll { !wanted.contains($0.code) }
            return family.indicators.isEmpty ? nil : family
        }
        let names = Set(families.flatMap(\.indicators).flatMap(\.queries))
        self.init(
            indicators: try IndicatorSet(
                families: families,
                queries: whole.indicators.queries.filter { names.contains($0.key) }),
            municipality: whole.municipality, dimensions: whole.dimensions)
    }
}

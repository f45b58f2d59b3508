extension EvidenceTable {
    /// Returns how many people stand behind each value of an indicator: of the pupils and the teachers whom the
    /// evidence names, whichever are fewer; plans where it names no people; `nil` where it names neither.
    ///
    /// Who is not known is counted as one person, and only where nobody is known.
    func contributors(
        of indicator: IndicatorDefinition, by breakdown: Breakdown, dimensions: Dimensions
    ) throws -> [Int]? {
        let columns = EvidenceLayout.contributors(
            of: layout.keys.compactMap { key in
                key.count == 1 ? key.first : nil
            })
        guard !columns.isEmpty else { return nil }
        let grid = CellGrid(breakdown.dimensions, in: dimensions)
        let cells = try cellNumbers(of: grid, dimensions: dimensions)
        let counted = countedGroups(of: indicator, dimensions: dimensions)
        var least = [Int](repeating: .max, count: grid.cellCount)
        for column in columns {
            guard let place = layout.place(of: column) else { continue }
            var known = [Int](repeating: 0, count: grid.cellCount)
            var unknown = [Int](repeating: 0, count: grid.cellCount)
            forEachDistinct([column], cells: cells, cellCount: grid.cellCount, counted: counted) {
                if value($0, place) == Self.empty {
                    unknown[cells[$0]] = 1
                } else {
                    known[cells[$0]] += 1
                }
            }
            for cell in least.indices {
                least[cell] = min(least[cell], max(known[cell], unknown[cell]))
            }
        }
        return least
    }
}

extension EvidenceTable {
    /// Returns how many people stand behind each value of an indicator: of pupils and teachers, whichever
    /// are fewer; plans where the evidence names no people; `nil` where it names neither.
    func contributors(
        of indicator: IndicatorDefinition, by breakdown: Breakdown, dimensions: Dimensions
    ) throws -> [Int]? {
        let people = [["pupil"], ["teacher"]].filter(layout.keys.contains)
        let columns = people.isEmpty ? [["plan"]].filter(layout.keys.contains) : people
        guard !columns.isEmpty else { return nil }
        let grid = CellGrid(breakdown.dimensions, in: dimensions)
        let cells = try cellNumbers(of: grid, dimensions: dimensions)
        let counted = countedGroups(of: indicator, dimensions: dimensions)
        var least = [Int](repeating: .max, count: grid.cellCount)
        for key in columns {
            var counts = [Int](repeating: 0, count: grid.cellCount)
            forEachDistinct(key, cells: cells, cellCount: grid.cellCount, counted: counted) {
                counts[cells[$0]] += 1
            }
            for cell in least.indices { least[cell] = min(least[cell], counts[cell]) }
        }
        return least
    }
}

import SupportStore

extension EvidenceTable {
    /// Returns the values of an indicator, one for each cell of a breakdown.
    func values(
        of indicator: IndicatorDefinition, by breakdown: Breakdown, dimensions: Dimensions
    ) throws -> [Int] {
        let grid = CellGrid(breakdown.dimensions, in: dimensions)
        let cells = try cellNumbers(of: grid, dimensions: dimensions)
        let counted = countedGroups(of: indicator, dimensions: dimensions)
        var values = [Int](repeating: 0, count: grid.cellCount)
        switch indicator.aggregate {
        case .count:
            for group in 0..<groups.count where counted[group] {
                values[cells[group]] += counts[group]
            }
        case .sum(let column, let oncePer) where oncePer.isEmpty:
            guard let place = layout.sumColumns.firstIndex(of: column) else { break }
            for group in 0..<groups.count where counted[group] {
                values[cells[group]] += sums[place][group]
            }
        case .sum(let column, let oncePer):
            guard let place = layout.place(of: column) else { break }
            let allowed = -Self.largest...Self.largest
            for group in 0..<groups.count {
                let value = value(group, place)
                guard value == Self.empty || allowed.contains(value) else {
                    throw tooLarge(column)
                }
            }
            forEachDistinct(
                oncePer, cells: cells, cellCount: grid.cellCount, counted: counted
            ) { group in
                let value = value(group, place)
                if value != Self.empty { values[cells[group]] += value }
            }
        case .countDistinct(let columns):
            forEachDistinct(
                columns, cells: cells, cellCount: grid.cellCount, counted: counted
            ) {
                values[cells[$0]] += 1
            }
        default: break
        }
        return values
    }

    /// Returns which groups an indicator counts, in whatever cell.
    ///
    /// Nobody is counted who is not known, but minutes add up whatever they were for.
    func countedGroups(of indicator: IndicatorDefinition, dimensions: Dimensions) -> [Bool] {
        var counted = countedGroups(by: indicator.conditions, dimensions: dimensions)
        if case .countDistinct(let columns) = indicator.aggregate,
            let place = layout.keys.firstIndex(of: columns)
        {
            orders[place].forEach { group, _, isComplete in
                if !isComplete { counted[group] = false }
            }
        }
        return counted
    }

    /// Runs a body for the first group of each distinct key in each cell.
    func forEachDistinct(
        _ columns: [String], cells: [Int], cellCount: Int, counted: [Bool], _ body: (Int) -> Void
    ) {
        guard let place = layout.keys.firstIndex(of: columns) else { return }
        // The groups of one key stand together, so a cell need only remember the last key it saw.
        var lastKey = [Int32](repeating: -1, count: cellCount)
        orders[place].forEach { group, key, _ in
            guard counted[group], lastKey[cells[group]] != key else { return }
            lastKey[cells[group]] = key
            body(group)
        }
    }

    /// Returns the cell of a breakdown in which each group stands.
    func cellNumbers(of grid: CellGrid, dimensions: Dimensions) throws -> [Int] {
        var cells = [Int](repeating: 0, count: groups.count)
        for (position, dimension) in grid.dimensions.enumerated() {
            guard let column = layout.place(of: dimension.column) else { continue }
            let stride = grid.strides[position]
            let notStated = grid.sizes[position] - 1
            guard layout.groupColumns[column].holdsText else {
                for group in 0..<groups.count {
                    let value = value(group, column)
                    cells[group] +=
                        stride
                        * dimensions.place(
                            ofClass: value == Self.empty ? nil : value, in: dimension)
                }
                continue
            }
            let places = try codes[column].codes.map { code in
                guard let place = dimensions.place(of: code, in: dimension) else {
                    throw unknownCode(code, dimension)
                }
                return place
            }
            for group in 0..<groups.count {
                let value = value(group, column)
                cells[group] += stride * (value == Self.empty ? notStated : places[value])
            }
        }
        return cells
    }

    /// Returns which groups pass all conditions.
    func countedGroups(by conditions: [EvidenceCondition], dimensions: Dimensions)
        -> [Bool]
    {
        var counted = [Bool](repeating: true, count: groups.count)
        for condition in conditions {
            guard let column = layout.place(of: condition.column) else { continue }
            let allowed = condition.allowedCodes(dimensions: dimensions)
            let allowedNumbers = codes[column].codes.map { allowed.contains($0) }
            for group in 0..<groups.count where counted[group] {
                let value = value(group, column)
                switch condition.test {
                case .equals(let wanted): counted[group] = value == wanted
                case .hasAttribute:
                    counted[group] = value != Self.empty && allowedNumbers[value]
                }
            }
        }
        return counted
    }
}

extension EvidenceCondition {
    /// The codes that pass a test of an attribute.
    func allowedCodes(dimensions: Dimensions) -> Set<String> {
        guard case .hasAttribute(let name, let value) = test,
            let dimension = DimensionName.named(byColumn: column)
        else { return [] }
        return dimensions.codes(of: dimension, withAttribute: name, value)
    }
}

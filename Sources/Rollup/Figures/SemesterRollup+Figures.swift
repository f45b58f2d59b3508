import PupilSupport

extension SemesterRollup {
    /// Returns the figures in the order of the definitions: indicator, breakdown, categories.
    func figures(
        of semester: Semester, _ current: SemesterValues, previous: SemesterValues?
    ) -> [Figure] {
        var figures: [Figure] = []
        for indicator in indicators.indicators {
            for breakdown in indicator.breakdowns {
                let grid = CellGrid(breakdown.dimensions, in: dimensions)
                let now = current[indicator.code, breakdown.dimensions] ?? []
                let before = previous?[indicator.code, breakdown.dimensions]
                for cell in now.indices {
                    let isSeen = [current, previous].contains { values in
                        self.isSeen(indicator, breakdown.dimensions, cell, in: values)
                    }
                    guard isSeen || isShownWhenZero(cell, of: grid) else { continue }
                    let school = grid.school(of: cell, in: dimensions)
                    let comparison = current.comparison
                    let isMissing =
                        current.unknown.contains(indicator.code)
                        || indicators.comparing.contains(indicator.code)
                            && !comparison.canCompare(school: school)
                    figures.append(
                        figure(
                            indicator, coordinates(of: cell, in: grid), of: semester,
                            now[cell], isMissing: isMissing,
                            contributors: current.contributors(
                                indicator.code, breakdown.dimensions)?[cell],
                            before: comparison.hasFigures(school: school) ? before?[cell] : nil))
                }
            }
        }
        return figures
    }

    /// Whether anything was counted in a cell: a difference of 0 between two counts says something,
    /// a difference between two cells in which there was nothing does not.
    private func isSeen(
        _ indicator: IndicatorDefinition, _ dimensions: [DimensionName], _ cell: Int,
        in values: SemesterValues?
    ) -> Bool {
        guard let values, let cells = values[indicator.code, dimensions], cell < cells.count else {
            return false
        }
        if let value = cells[cell], !value.isZero { return true }
        return indicator.aggregate.operands.contains { code in
            guard let operand = indicators[code] else { return false }
            return isSeen(operand, dimensions, cell, in: values)
        }
    }

    private func figure(
        _ indicator: IndicatorDefinition, _ coordinates: [FigureAddress.Coordinate],
        of semester: Semester, _ now: Ratio?, isMissing: Bool, contributors: Int?, before: Ratio?
    ) -> Figure {
        let decimals = indicator.unit.decimals
        var change: FigureValue?
        if let now, let before {
            change = Ratio.difference(now, before, decimals: decimals)
        }
        let value = now?.rounded(decimals: decimals)
        return Figure(
            address: FigureAddress(
                semester: semester, indicator: indicator.code, coordinates: coordinates),
            unit: indicator.unit, value: value,
            status: ValueStatus(of: now, shownAs: value, isMissing: isMissing),
            previous: before?.rounded(decimals: decimals), change: change,
            contributors: contributors)
    }

    private func coordinates(of cell: Int, in grid: CellGrid) -> [FigureAddress.Coordinate] {
        zip(grid.dimensions, grid.places(of: cell)).map { dimension, place in
            FigureAddress.Coordinate(dimension, dimensions.categories(of: dimension)[place].code)
        }
    }

    /// Whether a cell in which nothing was counted is shown all the same: a zero of a closed list
    /// says something, a zero of every measure in every school does not.
    private func isShownWhenZero(_ cell: Int, of grid: CellGrid) -> Bool {
        if grid.dimensions.isEmpty { return true }
        let places = grid.places(of: cell)
        var school: String?
        for (dimension, place) in zip(grid.dimensions, places) {
            let categories = dimensions.categories(of: dimension)
            // The last category is for what the exports do not say; it need not be there.
            guard dimension.showsZeros, place < categories.count - 1 else { return false }
            if dimension == .school { school = categories[place].code }
        }
        guard let school else { return true }
        return zip(grid.dimensions, places).allSatisfy { dimension, place in
            dimensions.canOccur(dimension, place: place, atSchool: school)
        }
    }
}

extension ValueStatus {
    /// What is to be said of an exact value and what is shown of it.
    init(of exact: Ratio?, shownAs value: FigureValue?, isMissing: Bool) {
        guard let exact, let value else {
            self = isMissing ? .missing : .notApplicable
            return
        }
        self = value.scaled == 0 && !exact.isZero ? .low : .present
    }
}

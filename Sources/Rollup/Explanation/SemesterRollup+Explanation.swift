import PupilSupport
public import SupportStore

extension SemesterRollup {
    /// Returns from what a figure was made, or `nil` when there is no such figure in the store.
    ///
    /// The rows are those of the very query, conditions and cell that the figure is counted by.
    ///
    /// - Parameters:
    ///   - address: An address of the definitions, as ``checkedAddress(_:)`` returns it.
    ///   - snapshot: The state of the store.
    /// - Throws: ``EvidenceProblem``, ``IndicatorProblem`` or a database error.
    public func explanation(
        of address: FigureAddress, in snapshot: StoreSnapshot
    ) throws -> FigureExplanation? {
        let reduced = try SemesterRollup(reducing: self, to: [address.indicator])
        let cube = try reduced.cube(of: address.semester, in: snapshot)
        guard let figure = cube.figure(at: address) else { return nil }
        return try reduced.explanation(of: figure, in: cube, snapshot)
    }

    private func explanation(
        of figure: Figure, in cube: Cube, _ snapshot: StoreSnapshot
    ) throws -> FigureExplanation? {
        let address = figure.address
        guard let indicator = indicators[address.indicator],
            let breakdown = indicator.breakdowns.first(where: {
                $0.dimensions == address.dimensions
            })
        else { return nil }
        var evidence: FigureEvidence?
        if let query = breakdown.evidence ?? indicator.evidence {
            // What was counted without anything to compare it with is no evidence of a value.
            evidence =
                figure.status == .missing
                ? FigureEvidence(
                    query: query, source: source(of: query), columns: [], rows: [], things: 0)
                : try self.evidence(query, of: indicator, breakdown, at: address, in: snapshot)
        }
        let operands = try operandAddresses(of: indicator, at: address).compactMap { address in
            try (cube.figure(at: address) ?? zero(at: address)).flatMap {
                try explanation(of: $0, in: cube, snapshot)
            }
        }
        var target: Target?
        if case .target(let code) = indicator.aggregate {
            target = municipality.targets.first {
                $0.indicator == code && $0.semester == address.semester
            }
        }
        return FigureExplanation(
            figure: figure, indicator: indicator, evidence: evidence, operands: operands,
            target: target)
    }

    /// The figure of a cell that reports leave out, because nothing was counted there.
    private func zero(at address: FigureAddress) -> Figure? {
        guard let indicator = indicators[address.indicator], indicator.aggregate.operands.isEmpty
        else { return nil }
        return Figure(
            address: address, unit: indicator.unit, value: FigureValue(scaled: 0, decimals: 0),
            status: .present, previous: nil, change: nil)
    }

    private func operandAddresses(
        of indicator: IndicatorDefinition, at address: FigureAddress
    ) -> [FigureAddress] {
        func operand(_ code: String, _ coordinates: [FigureAddress.Coordinate]) -> FigureAddress {
            FigureAddress(semester: address.semester, indicator: code, coordinates: coordinates)
        }
        switch indicator.aggregate {
        case .count, .countDistinct, .sum: return []
        case .share(let first, let second), .mean(let first, let second),
            .difference(let first, let second):
            return [first, second].map { operand($0, address.coordinates) }
        case .target(let code): return [operand(code, [])]
        case .sumOfSchools(let code):
            return dimensions.categories(of: .school).map { category in
                operand(code, [.init(.school, category.code)])
            }
        }
    }

    private func source(of query: String) -> LocalizedText? {
        indicators.families.lazy.compactMap { $0.sources[query] }.first
    }

    private func evidence(
        _ query: String, of indicator: IndicatorDefinition, _ breakdown: Breakdown,
        at address: FigureAddress, in snapshot: StoreSnapshot
    ) throws -> FigureEvidence {
        let sql = indicators.queries[query] ?? ""
        let arguments = Self.arguments(for: address.semester, municipality)
        var groupOfRow: ContiguousArray<Int32> = []
        let table = try EvidenceTable(
            reading: query, sql: sql,
            layout: EvidenceLayout(query: query, indicators: [indicator]), arguments: arguments,
            limits: limits, in: snapshot
        ) { _, group in groupOfRow.append(Int32(group)) }
        let grid = CellGrid(breakdown.dimensions, in: dimensions)
        let cell = self.cell(of: address, in: grid)
        let cells = try table.cellNumbers(of: grid, dimensions: dimensions)
        var counted = table.countedGroups(of: indicator, dimensions: dimensions)
        for group in counted.indices where cells[group] != cell { counted[group] = false }

        // The rows are asked for once more, of the same state of the store, so that of a large store only
        // those that count are held.
        let rows = try snapshot.rows(of: sql, arguments: arguments)
        let places = try EvidencePlaces(rows.columnNames, query: query)
        var kept: [EvidenceRow] = []
        var row = 0
        do {
            try rows.forEach(within: limits) { stored in
                defer { row += 1 }
                guard row < groupOfRow.count, counted[Int(groupOfRow[row])] else { return }
                kept.append(places.evidence(of: stored))
            }
        } catch let failure as QueryFailure {
            throw EvidenceProblem.failed(failure, query: query)
        }
        return FigureEvidence(
            query: query, source: source(of: query), columns: places.columns, rows: kept,
            things: table.things(of: indicator, counted: counted) ?? kept.count)
    }

    /// Returns the number of the cell at an address.
    func cell(of address: FigureAddress, in grid: CellGrid) -> Int {
        zip(address.coordinates, grid.strides).reduce(0) { cell, part in
            cell + part.1 * (dimensions.place(of: part.0.category, in: part.0.dimension) ?? 0)
        }
    }

    /// What a query may ask of the store.
    var limits: QueryLimits {
        QueryLimits(
            seconds: municipality.indicatorLimits.querySeconds,
            rows: municipality.indicatorLimits.queryRows)
    }
}

extension EvidenceTable {
    /// Returns how many different keys the groups have that an indicator counts, or `nil` when each row
    /// counts.
    fileprivate func things(of indicator: IndicatorDefinition, counted: [Bool]) -> Int? {
        let columns: [String]
        switch indicator.aggregate {
        case .countDistinct(let key): columns = key
        case .sum(_, let oncePer) where !oncePer.isEmpty: columns = oncePer
        default: return nil
        }
        var things = 0
        forEachDistinct(
            columns, cells: [Int](repeating: 0, count: counted.count), cellCount: 1,
            counted: counted
        ) { _ in things += 1 }
        return things
    }
}

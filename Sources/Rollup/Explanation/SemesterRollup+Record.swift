public import PupilSupport
public import SupportStore

extension SemesterRollup {
    /// Returns the figures of a semester that a record is evidence of, and those made from them, in the order
    /// of the definitions.
    ///
    /// - Parameters:
    ///   - delivery: The number of the record's delivery.
    ///   - byte: The offset of its first byte.
    ///   - semester: The semester.
    ///   - snapshot: The state of the store.
    /// - Throws: ``EvidenceProblem`` or a database error.
    public func figures(
        restingOnDelivery delivery: Int, byte: Int, in semester: Semester, _ snapshot: StoreSnapshot
    ) throws -> [FigureAddress] {
        let comparison = try Comparison(
            before: semester, municipality: municipality, in: snapshot)
        var touched: [String: Set<FigureAddress>] = [:]
        for query in indicators.queries.keys.sorted() {
            try touch(&touched, by: query, delivery: delivery, byte: byte, semester, snapshot)
        }
        var addresses: [FigureAddress] = []
        for indicator in indicators.indicators {
            for operand in indicator.aggregate.operands {
                touched[indicator.code, default: []].formUnion(
                    (touched[operand] ?? []).compactMap { address in
                        derived(indicator, from: address)
                    })
            }
            let compares = indicators.comparing.contains(indicator.code)
            let known = (touched[indicator.code] ?? []).filter { address in
                !compares || comparison.canCompare(school: address.school)
            }
            for breakdown in indicator.breakdowns {
                let grid = CellGrid(breakdown.dimensions, in: dimensions)
                addresses += known.filter { $0.hasDimensions(breakdown.dimensions) }
                    .sorted { cell(of: $0, in: grid) < cell(of: $1, in: grid) }
            }
        }
        return addresses
    }

    private func touch(
        _ touched: inout [String: Set<FigureAddress>], by query: String, delivery: Int, byte: Int,
        _ semester: Semester, _ snapshot: StoreSnapshot
    ) throws {
        let sql = indicators.queries[query] ?? ""
        let arguments = Self.arguments(for: semester, municipality)
        let places = try EvidencePlaces(
            snapshot.rows(of: sql, arguments: arguments).columnNames, query: query)
        var groups: Set<Int> = []
        let table = try EvidenceTable(
            reading: query, sql: sql,
            layout: EvidenceLayout(query: query, indicators: indicators.indicators),
            arguments: arguments, limits: limits, in: snapshot
        ) { row, group in
            if places.record(of: row) == (delivery, byte) { groups.insert(group) }
        }
        guard !groups.isEmpty else { return }
        for indicator in indicators.indicators {
            let counted = table.countedGroups(of: indicator, dimensions: dimensions)
            for breakdown in indicator.breakdowns
            where (breakdown.evidence ?? indicator.evidence) == query {
                let grid = CellGrid(breakdown.dimensions, in: dimensions)
                let cells = try table.cellNumbers(of: grid, dimensions: dimensions)
                touched[indicator.code, default: []].formUnion(
                    groups.filter { counted[$0] }.map { group in
                        grid.address(cells[group], of: indicator.code, in: semester, dimensions)
                    })
            }
        }
    }

    /// Returns the figure of an indicator that is made from a figure of another, or `nil` for none.
    private func derived(
        _ indicator: IndicatorDefinition, from address: FigureAddress
    ) -> FigureAddress? {
        var coordinates = address.coordinates
        switch indicator.aggregate {
        // A target was announced, and rests on no record.
        case .count, .countDistinct, .sum, .target: return nil
        case .share, .mean, .difference: break
        case .sumOfSchools:
            guard address.dimensions == [.school] else { return nil }
            coordinates = []
        }
        let made = FigureAddress(
            semester: address.semester, indicator: indicator.code, coordinates: coordinates)
        return indicator.breakdowns.contains { made.hasDimensions($0.dimensions) } ? made : nil
    }
}

/// A figure that differs between two states of a store.
public struct FigureChange: Hashable, Sendable {
    /// The address.
    public let address: FigureAddress
    /// The unit of the values.
    public let unit: IndicatorUnit
    /// The value in the first state, or `nil` when there is none.
    public let before: FigureValue?
    /// The value in the second state, or `nil` when there is none.
    public let after: FigureValue?
}

extension SemesterRollup {
    /// Returns the figures of a semester that differ between two states of a store, in the order of the
    /// definitions.
    ///
    /// - Throws: ``EvidenceProblem`` or a database error.
    public func changes(
        of semester: Semester, from first: StoreSnapshot, to second: StoreSnapshot
    ) throws -> [FigureChange] {
        let (before, after) = (
            try cube(of: semester, in: first), try cube(of: semester, in: second)
        )
        func change(at address: FigureAddress) -> FigureChange? {
            guard let indicator = indicators[address.indicator] else { return nil }
            // A cell that reports leave out is one in which nothing was counted.
            func value(_ cube: Cube) -> FigureValue? {
                if let figure = cube.figure(at: address) { return figure.value }
                let isCounted = indicator.aggregate.operands.isEmpty && !cube.isMissing(address)
                return isCounted ? FigureValue(scaled: 0, decimals: 0) : nil
            }
            let values = (value(before), value(after))
            guard values.0 != values.1 else { return nil }
            return FigureChange(
                address: address, unit: indicator.unit, before: values.0, after: values.1)
        }
        let common = before.figures.compactMap { change(at: $0.address) }
        let fresh = after.figures.filter { before.figure(at: $0.address) == nil }
            .compactMap { change(at: $0.address) }
        return common + fresh
    }
}

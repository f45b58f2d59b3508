public import PupilSupport
public import SupportStore

extension SemesterRollup {
    /// Returns for every indicator whose evidence names pupils whether it counts a pupil in a semester.
    ///
    /// - Parameters:
    ///   - pupil: The key of the pupil in the store, or `nil` for one whom the store does not know.
    ///   - semester: The semester.
    ///   - snapshot: The state of the store.
    /// - Throws: ``EvidenceProblem`` or a database error.
    public func standings(
        ofPupil pupil: Int?, in semester: Semester, _ snapshot: StoreSnapshot
    ) throws -> [PupilStanding] {
        let comparison = try Comparison(
            before: semester, municipality: municipality, in: snapshot)
        var evidence: [String: PupilEvidence] = [:]
        for query in indicators.queries.keys.sorted() {
            evidence[query] = try PupilEvidence(
                of: pupil, query: query, in: semester, snapshot, rollup: self)
        }
        return try indicators.indicators.compactMap { indicator in
            guard let query = indicator.evidence, let own = evidence[query] else { return nil }
            let compares = indicators.comparing.contains(indicator.code)
            var addresses: [FigureAddress] = []
            for breakdown in indicator.breakdowns {
                addresses +=
                    try
                    (evidence[breakdown.evidence ?? query]?.addresses(
                        of: indicator, breakdown, semester, dimensions) ?? [])
            }
            let exclusion = addresses.isEmpty ? own.exclusion(from: indicator, dimensions) : nil
            let known = addresses.filter { !compares || comparison.canCompare(school: $0.school) }
            return PupilStanding(
                indicator: indicator, kinds: indicators.kinds(of: query),
                comparesSemesters: compares, addresses: known,
                exclusion: exclusion ?? (known.isEmpty ? .nothingBefore : nil))
        }
    }
}

/// The rows of a query that name one pupil.
private struct PupilEvidence {
    private static let column = "pupil"

    private let table: EvidenceTable
    private let columns: [String]
    private let rows: [(group: Int, row: EvidenceRow)]

    /// Reads a query; `nil` when it names no pupils.
    init?(
        of pupil: Int?, query: String, in semester: Semester, _ snapshot: StoreSnapshot,
        rollup: SemesterRollup
    ) throws {
        let sql = rollup.indicators.queries[query] ?? ""
        let arguments = SemesterRollup.arguments(for: semester, rollup.municipality)
        let names = try snapshot.rows(of: sql, arguments: arguments).columnNames
        guard let place = names.firstIndex(of: Self.column) else { return nil }
        let places = try EvidencePlaces(names, query: query)
        var rows: [(group: Int, row: EvidenceRow)] = []
        table = try EvidenceTable(
            reading: query, sql: sql,
            layout: EvidenceLayout(
                query: query, indicators: rollup.indicators.indicators, and: [Self.column]),
            arguments: arguments, limits: rollup.limits, in: snapshot
        ) { row, group in
            guard let pupil, row.integer(place) == pupil else { return }
            rows.append((group, places.evidence(of: row)))
        }
        columns = places.columns
        self.rows = rows
    }

    /// Returns the figures of a breakdown that count the pupil.
    func addresses(
        of indicator: IndicatorDefinition, _ breakdown: Breakdown, _ semester: Semester,
        _ dimensions: Dimensions
    ) throws -> [FigureAddress] {
        guard !rows.isEmpty else { return [] }
        let grid = CellGrid(breakdown.dimensions, in: dimensions)
        let cells = try table.cellNumbers(of: grid, dimensions: dimensions)
        let counted = table.countedGroups(of: indicator, dimensions: dimensions)
        return Set(rows.map(\.group).filter { counted[$0] }.map { cells[$0] }).sorted().map {
            grid.address($0, of: indicator.code, in: semester, dimensions)
        }
    }

    /// Returns what keeps an indicator from counting the pupil, in the order of its conditions.
    func exclusion(
        from indicator: IndicatorDefinition, _ dimensions: Dimensions
    ) -> PupilStanding.Exclusion {
        guard !rows.isEmpty else { return .noRows }
        var left = rows
        for condition in indicator.conditions {
            let passed = table.countedGroups(by: [condition], dimensions: dimensions)
            let passing = left.filter { passed[$0.group] }
            if passing.isEmpty {
                return .condition(condition, rows: left.map(\.row), columns: columns)
            }
            left = passing
        }
        var key: [String] = []
        if case .countDistinct(let columns) = indicator.aggregate { key = columns }
        return .notKnown(columns: key, rows: left.map(\.row))
    }
}

extension CellGrid {
    /// Returns the address of a cell.
    func address(
        _ cell: Int, of indicator: String, in semester: Semester, _ dimensions: Dimensions
    ) -> FigureAddress {
        FigureAddress(
            semester: semester, indicator: indicator,
            coordinates: zip(self.dimensions, places(of: cell)).map { dimension, place in
                .init(dimension, dimensions.categories(of: dimension)[place].code)
            })
    }
}

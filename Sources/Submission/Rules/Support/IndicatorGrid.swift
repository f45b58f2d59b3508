/// A period and a school that figures stand for.
struct FigureSpan: Hashable, Sendable {
    let type: PeriodType
    let period: String
    /// The code of the school, or `Total`.
    let school: String

    /// The school that can mend a figure; empty for the municipality.
    var ownSchool: String { school == CommonIndicatorCount.everySchool ? "" : school }

    fileprivate var order: [String] { [type.rawValue, period, school] }
}

/// Where a figure stands.
struct IndicatorPlace: Hashable, Sendable {
    let table: String
    /// The key of the row.
    let name: String
    let span: FigureSpan
}

/// The Fund's common indicators of a package, to be looked up by period, school and code.
///
/// Output and result indicators stand together, for rules that compare one with the other.
struct IndicatorGrid: Sendable {
    /// A figure and where it stands.
    struct Figure: Sendable {
        let value: IndicatorValue
        let place: IndicatorPlace
    }

    /// The periods and schools that have figures, in the order of keys.
    let spans: [FigureSpan]
    private let figures: [FigureSpan: [String: Figure]]

    init(_ aggregates: PackageAggregates) {
        var figures: [FigureSpan: [String: Figure]] = [:]
        for row in aggregates.output { Self.add(row, to: &figures) }
        for row in aggregates.result { Self.add(row, to: &figures) }
        self.figures = figures
        spans = figures.keys.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    }

    /// Returns the figure of a code, or `nil` where the package has none.
    subscript(_ code: String, _ span: FigureSpan) -> Figure? { figures[span]?[code] }

    private static func add<Row: IndicatorRecord>(
        _ row: Row, to figures: inout [FigureSpan: [String: Figure]]
    ) {
        guard let type = row.value.periodType else { return }
        let span = FigureSpan(type: type, period: row.value.period, school: row.value.school)
        let place = IndicatorPlace(
            table: Row.table.name, name: Row.table.rowName(row), span: span)
        figures[span, default: [:]][row.value.code] = Figure(value: row.value, place: place)
    }
}

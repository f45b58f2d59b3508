import PupilSupport
import Rollup

/// Figures as a table for people, with names instead of codes.
///
/// A class band has the code `5-6`, which a spreadsheet takes for a day; so codes of categories do not
/// stand in it.
struct PeopleTable {
    /// A cell of the table.
    enum Cell {
        /// Words.
        case words(String)
        /// A value, or nothing and the symbol that says why.
        case value(FigureValue?, symbol: ValueStatus)
        /// What is to be said of the value.
        case symbol(ValueStatus)
    }

    static let columns: [(name: LocalizedText, isNumber: Bool)] = [
        (Phrases.semester, false), (Phrases.school, false), (Phrases.indicator, false),
        (Phrases.breakdown, false), (Phrases.category, false), (Phrases.secondBreakdown, false),
        (Phrases.secondCategory, false), (Phrases.unit, false), (Phrases.value, true),
        (Phrases.previous, true), (Phrases.change, true), (Phrases.symbol, false),
        (Phrases.address, false),
    ]

    let report: SemesterReport
    let language: Language

    /// Calls a function with the cells of each row of a table.
    func rows(of table: TidyTable, _ body: ([Cell]) throws -> Void) rethrows {
        let semester = Phrases.name(of: report.semester)[language]
        let schools = Dictionary(
            report.municipality.schools.map { ($0.code, $0.name[language]) },
            uniquingKeysWith: { first, _ in first })
        try table.figures(of: report.cube) { indicator, figure in
            let school = figure.address.school.map { schools[$0] ?? $0 } ?? Phrases.city[language]
            let others = figure.address.coordinates.filter { $0.dimension != .school }
            let (first, second) = (others.first, others.dropFirst().first)
            try body([
                .words(semester), .words(school), .words(indicator.name[language]),
                breakdown(first), category(first), breakdown(second), category(second),
                .words(figure.unit.name[language]), .value(figure.value, symbol: figure.status),
                .value(figure.previous, symbol: figure.previousStatus),
                .value(
                    figure.change, symbol: figure.hasValue ? figure.changeStatus : figure.status),
                .symbol(figure.status), .words(figure.address.description),
            ])
        }
    }

    private func breakdown(_ coordinate: FigureAddress.Coordinate?) -> Cell {
        .words((coordinate?.dimension.name ?? Phrases.total)[language])
    }

    private func category(_ coordinate: FigureAddress.Coordinate?) -> Cell {
        guard let coordinate else { return .words(Phrases.total[language]) }
        let category = report.cube.dimensions.category(
            coordinate.category, of: coordinate.dimension)
        return .words(category?.name[language] ?? coordinate.category)
    }
}

extension Figure {
    /// Why there is no change of a value that there is.
    fileprivate var changeStatus: ValueStatus {
        previousStatus == .present ? .missing : previousStatus
    }
    fileprivate var hasValue: Bool { value != nil }
}

import PupilSupport
import Rollup

/// Figures as a tidy table: one observation a row.
struct FigureTable {
    private let report: SemesterReport
    /// The cells that every row of the semester begins with.
    private let time: String
    /// The cells that say which place a figure is of, by the code of the school.
    private let places: [String?: String]
    /// The cells of each category, and those of none.
    private let categories: [DimensionName: [String: String]]
    private let total: String

    init(report: SemesterReport, language: Language) {
        self.report = report
        let semester = report.semester
        let next = (semester.startYear + 1) % 100
        // The school year as `201819`.
        let period = "\(semester.startYear)\(next < 10 ? "0" : "")\(next)"
        time = period + "," + Self.cells("Semester \(semester.number)", semester.code)
        var places: [String?: String] = [nil: Self.cells("Municipality", "", "", "")]
        for school in report.municipality.schools {
            places[school.code] = Self.cells(
                "School", school.code, school.name[language], school.shortName[language])
        }
        self.places = places
        var categories: [DimensionName: [String: String]] = [:]
        for dimension in DimensionName.allCases where dimension != .school {
            for category in report.cube.dimensions.categories(of: dimension) {
                categories[dimension, default: [:]][category.code] = Self.cells(
                    dimension.rawValue, category.code, category.name[language])
            }
        }
        self.categories = categories
        total = Self.cells("Total", "Total", Phrases.total[language])
    }

    /// Returns the figures of a table.
    func text(of table: TidyTable) -> String {
        var text = DelimitedText(columns: TableColumn.figures.map(\.name))
        table.figures(of: report.cube) { _, figure in append(figure, to: &text) }
        return text.text
    }

    private func append(_ figure: Figure, to table: inout DelimitedText) {
        let address = figure.address
        let others = address.coordinates.filter { $0.dimension != .school }
        table.append(
            quoted: time, place(address.school), DelimitedText.quoted(address.indicator),
            category(others.first),
            category(others.dropFirst().first), figure.unit.rawValue, text(figure.value),
            text(figure.previous), text(figure.change), figure.status.rawValue,
            figure.previousStatus.rawValue,
            DelimitedText.quoted(address.description))
    }

    private func text(_ value: FigureValue?) -> String { value?.description ?? "" }

    private func place(_ school: String?) -> String {
        places[school] ?? Self.cells("School", school ?? "", "", "")
    }

    private func category(_ coordinate: FigureAddress.Coordinate?) -> String {
        guard let coordinate else { return total }
        let (dimension, code) = (coordinate.dimension, coordinate.category)
        return categories[dimension]?[code] ?? Self.cells(dimension.rawValue, code, code)
    }

    private static func cells(_ words: String...) -> String {
        words.map { DelimitedText.quoted($0) }.joined(separator: ",")
    }
}

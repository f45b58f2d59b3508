import PupilSupport
import Rollup

/// Figures as a tidy table: one observation a row.
struct FigureTable {
    static let columns = [
        "time_period", "time_identifier", "semester", "geographic_level", "school_code",
        "school_name", "indicator", "breakdown", "category", "category_name", "second_breakdown",
        "second_category", "second_category_name", "unit", "value", "value_previous", "change",
        "value_status", "address",
    ]

    let report: SemesterReport
    let language: Language

    func text(families: [String]) -> String {
        var table = DelimitedText(columns: Self.columns)
        for family in families {
            let codes = report.cube.families.first { $0.code == family }?.indicators.map(\.code)
            for figure in report.cube.figures
            where codes?.contains(figure.address.indicator) ?? false {
                table.append(row(figure))
            }
        }
        return table.text
    }

    private func row(_ figure: Figure) -> [DelimitedText.Cell] {
        let address = figure.address
        let school = report.municipality.schools.first { $0.code == address.school }
        let place: [DelimitedText.Cell] = [
            .number(timePeriod), .words("Semester \(address.semester.number)"),
            .words(address.semester.code),
            .words(address.school == nil ? "Municipality" : "School"),
            .words(address.school ?? ""), .words(school?.name[language] ?? ""),
            .words(address.indicator),
        ]
        let others = address.coordinates.filter { $0.dimension != .school }
        return place + category(others.first) + category(others.dropFirst().first) + [
            .words(figure.unit.rawValue), .number(figure.value?.description),
            .number(figure.previous?.description), .number(figure.change?.description),
            .words(figure.status.rawValue), .words(address.description),
        ]
    }

    private func category(_ coordinate: FigureAddress.Coordinate?) -> [DelimitedText.Cell] {
        guard let coordinate else {
            return [.words("Total"), .words("Total"), .words(Phrases.total[language])]
        }
        let category = report.cube.dimensions.category(
            coordinate.category, of: coordinate.dimension)
        return [
            .words(coordinate.dimension.rawValue), .words(coordinate.category),
            .words(category?.name[language] ?? coordinate.category),
        ]
    }

    /// The school year as `201819`.
    private var timePeriod: String {
        let year = report.semester.startYear
        let next = (year + 1) % 100
        return "\(year)\(next < 10 ? "0" : "")\(next)"
    }
}

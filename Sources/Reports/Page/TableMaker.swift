import PupilSupport
import Rollup

/// Makes the tables of the page from the cube.
struct TableMaker {
    /// As many schools as a table has columns for; more of them stand one below the other.
    private static let mostSchoolsAcross = 6

    let report: SemesterReport
    let language: Language
    private var cube: Cube { report.cube }
    private var numbers: NumberText { NumberText(language: language) }
    private var reader: FigureReader { FigureReader(cube, in: language) }

    init(report: SemesterReport, language: Language) {
        self.report = report
        self.language = language
    }

    /// Returns a table with its chart, or `nil` when the cube has nothing for it.
    func table(_ table: PageLayout.Table, id: String) -> TableView? {
        var view: TableView?
        switch table {
        case .bySchool(let codes): view = bySchool(codes)
        case .by(let dimension, let codes): view = by(dimension, codes)
        case .bySchoolAnd(let dimension, let code): view = bySchoolAnd(dimension, code)
        }
        let charts = TableCharts(report: report, language: language)
        view?.charts = [charts.chart(of: table, id: "\(id)-chart")].compactMap(\.self)
        return view
    }

    /// Returns the heading of a table: what it is about, and by what that is broken down.
    func caption(_ table: PageLayout.Table) -> String {
        let shown = table.indicators.compactMap(cube.indicator)
        let subject = shown.count > 1 ? Phrases.subject(shown[0].code) : nil
        let name = (subject ?? shown.first?.name)?[language] ?? ""
        return "\(name) \(Phrases.by(table.dimension)[language])"
    }

    private func bySchool(_ codes: [String]) -> TableView? {
        let indicators = codes.compactMap(cube.indicator)
        guard !indicators.isEmpty else { return nil }
        let names = indicators.map { $0.name[language] }
        let schools = report.municipality.schools.map { school in
            RowView(
                header: school.shortName[language],
                cells: zip(names, indicators).map { name, indicator in
                    cell(name, indicator, .init(.school, school.code))
                })
        }
        let city = RowView(
            header: Phrases.city[language], isTotal: true,
            cells: zip(names, indicators).map { cell($0, $1) })
        return TableView(
            caption: caption(.bySchool(codes)), basis: basis(indicators, by: [.school]),
            corner: Phrases.school[language], headers: names, rows: schools + [city])
    }

    private func by(_ dimension: DimensionName, _ codes: [String]) -> TableView? {
        let indicators = codes.compactMap(cube.indicator)
        guard !indicators.isEmpty else { return nil }
        let places = indicators.flatMap { cube.figures(of: $0.code, by: [dimension]) }
        let categories = cube.dimensions.categories(of: dimension).filter { category in
            places.contains { $0.address[dimension] == category.code }
        }
        guard !categories.isEmpty else { return nil }
        let rows = categories.map { category in
            let coordinate = FigureAddress.Coordinate(dimension, category.code)
            var cells = indicators.map { cell($0.name[language], $0, coordinate) }
            if indicators.count == 1 {
                cells += comparingCells(cube.figure(codes[0], coordinate))
            }
            return RowView(header: category.name[language], cells: cells)
        }
        let comparison = [Phrases.previous[language], Phrases.change[language]]
        return TableView(
            caption: caption(.by(dimension, codes)), basis: basis(indicators, by: [dimension]),
            corner: dimension.name[language],
            headers: indicators.map { $0.name[language] }
                + (indicators.count == 1 ? comparison : []),
            rows: rows)
    }

    private func bySchoolAnd(_ dimension: DimensionName, _ code: String) -> TableView? {
        guard let indicator = cube.indicator(code) else { return nil }
        let schools = report.municipality.schools
        let figures = cube.figures(of: code, by: [dimension])
        guard !figures.isEmpty else { return nil }
        let rows = figures.map { figure in
            let category = figure.address[dimension] ?? ""
            let cells = schools.map { school in
                cell(
                    school.shortName[language], indicator, .init(.school, school.code),
                    .init(dimension, category))
            }
            let name = cube.dimensions.category(category, of: dimension)?.name[language]
            return RowView(
                header: name ?? category,
                cells: cells + [cell(Phrases.city[language], reader.reading(figure))])
        }
        let table = TableView(
            caption: caption(.bySchoolAnd(dimension, code)),
            basis: basis([indicator], by: [dimension]), corner: dimension.name[language],
            headers: schools.map { $0.shortName[language] } + [Phrases.city[language]], rows: rows)
        return schools.count > Self.mostSchoolsAcross
            ? table.transposed(corner: Phrases.school[language]) : table
    }

    /// Says what a table counts, and from what.
    private func basis(_ indicators: [IndicatorDefinition], by dimensions: [DimensionName])
        -> String
    {
        var units: [String] = []
        var sources: [String] = []
        for indicator in indicators {
            let unit = indicator.unit.name[language]
            if !units.contains(unit) { units.append(unit) }
            for source in cube.sources(of: indicator.code, by: dimensions)
            where !sources.contains(source[language]) { sources.append(source[language]) }
        }
        return Phrases.basis(units: units, sources: sources)[language]
    }

    /// Returns a cell with a figure and its address.
    private func cell(
        _ label: String, _ indicator: IndicatorDefinition,
        _ coordinates: FigureAddress.Coordinate...
    ) -> CellView {
        cell(label, reader.reading(indicator, coordinates))
    }

    private func cell(_ label: String, _ reading: FigureReading) -> CellView {
        CellView(
            label: label, text: reading.text, sign: sign(reading.status),
            anchor: reading.address, link: report.audience == .internal ? reading.address : nil)
    }

    /// What a sign in place of a number says to who cannot see the note, or does not know it.
    private func sign(_ status: ValueStatus) -> String? {
        switch status {
        case .confidential: Phrases.confidential[language]
        case .low: Phrases.low[language]
        default: nil
        }
    }

    private func comparingCells(_ figure: Figure?) -> [CellView] {
        let isHidden = figure?.previousStatus == .confidential
        let texts: [(LocalizedText, String?)] = [
            (Phrases.previous, figure?.previous.map(numbers.value)),
            (Phrases.change, figure?.change.map(numbers.change)),
        ]
        return texts.map { label, text in
            CellView(
                label: label[language], text: isHidden ? "[c]" : text ?? "–",
                sign: isHidden ? sign(.confidential) : nil)
        }
    }
}

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

    init(report: SemesterReport, language: Language) {
        self.report = report
        self.language = language
    }

    /// Returns a table, or `nil` when the cube has nothing for it.
    func table(_ table: PageLayout.Table, id: String) -> TableView? {
        switch table {
        case .bySchool(let codes): bySchool(codes)
        case .by(let dimension, let codes): by(dimension, codes, id: id)
        case .bySchoolAnd(let dimension, let code): bySchoolAnd(dimension, code)
        }
    }

    /// Returns the heading of a table: the name of its first indicator and by what it is broken down.
    func caption(_ table: PageLayout.Table) -> String {
        let name = table.indicators.lazy.compactMap(cube.indicator).first?.name[language] ?? ""
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

    private func by(_ dimension: DimensionName, _ codes: [String], id: String) -> TableView? {
        let indicators = codes.compactMap(cube.indicator)
        guard let first = indicators.first else { return nil }
        let places = indicators.flatMap { cube.figures(of: $0.code, by: [dimension]) }
        let categories = cube.dimensions.categories(of: dimension).filter { category in
            places.contains { $0.address[dimension] == category.code }
        }
        guard !categories.isEmpty else { return nil }
        let bars = BarMaker(
            indicator: first, language: language,
            longest: cube.figures(of: first.code, by: [dimension])
                .compactMap { $0.value?.scaled }.max() ?? 0)
        let rows = categories.enumerated().map { place, category in
            let figure = cube.figure(first.code, .init(dimension, category.code))
            let coordinate = FigureAddress.Coordinate(dimension, category.code)
            var bar = bars.bar(
                figure?.value, text: text(first, [coordinate]), id: "\(id)-\(place)",
                category: category.name[language])
            bar.anchor = figure?.address.description
            let others = indicators.dropFirst().map { indicator in
                cell(indicator.name[language], indicator, coordinate)
            }
            return RowView(
                header: category.name[language], bars: [bar],
                cells: indicators.count == 1 ? comparingCells(figure) : others)
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
                cells: cells + [
                    CellView(
                        label: Phrases.city[language], text: text(figure),
                        anchor: figure.address.description)
                ])
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
        let figure = cube.figure(at: address(indicator, coordinates))
        return CellView(
            label: label, text: text(indicator, coordinates),
            anchor: figure?.address.description)
    }

    private func address(
        _ indicator: IndicatorDefinition, _ coordinates: [FigureAddress.Coordinate]
    ) -> FigureAddress {
        FigureAddress(
            semester: cube.semester, indicator: indicator.code, coordinates: coordinates)
    }

    /// Returns a figure, a zero where nothing was counted, or nothing where nothing can be.
    private func text(
        _ indicator: IndicatorDefinition, _ coordinates: [FigureAddress.Coordinate]
    ) -> String {
        let address = address(indicator, coordinates)
        if let figure = cube.figure(at: address) { return text(figure) }
        let isCounted =
            indicator.unit.decimals == 0 && cube.isPossible(address) && !cube.isMissing(address)
            && indicator.breakdowns.contains { $0.dimensions == address.dimensions }
        return isCounted ? numbers.integer(0) : "–"
    }

    private func comparingCells(_ figure: Figure?) -> [CellView] {
        [
            CellView(
                label: Phrases.previous[language],
                text: figure?.previous.map(numbers.value) ?? "–"),
            CellView(
                label: Phrases.change[language], text: figure?.change.map(numbers.change) ?? "–"),
        ]
    }

    private func text(_ figure: Figure?) -> String {
        guard let figure else { return "–" }
        let percent = figure.unit == .percent ? "\u{00A0}%" : ""
        return figure.value.map { numbers.value($0) + percent } ?? "–"
    }
}

import PupilSupport
import Rollup

/// Makes the tables of the page from the cube.
struct TableMaker {
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

    private func bySchool(_ codes: [String]) -> TableView? {
        let indicators = codes.compactMap(indicator)
        guard !indicators.isEmpty else { return nil }
        let schools = report.municipality.schools.map { school in
            row(
                school.shortName[language],
                indicators.map { indicator in
                    (
                        indicator.name[language], cell(indicator, .init(.school, school.code))
                    )
                })
        }
        let city = row(
            Phrases.city[language],
            indicators.map { ($0.name[language], cell($0)) }, isTotal: true)
        return TableView(
            caption: caption(indicators, by: .school),
            corner: Phrases.school[language], headers: indicators.map { $0.name[language] },
            rows: schools + [city], hasBars: false, isWords: false)
    }

    private func by(_ dimension: DimensionName, _ codes: [String], id: String) -> TableView? {
        let indicators = codes.compactMap(indicator)
        guard let first = indicators.first else { return nil }
        let places = indicators.flatMap { cube.figures(of: $0.code, by: [dimension]) }
        let categories = cube.dimensions.categories(of: dimension).filter { category in
            places.contains { $0.address[dimension] == category.code }
        }
        guard !categories.isEmpty else { return nil }
        let longest =
            cube.figures(of: first.code, by: [dimension])
            .compactMap { $0.value?.scaled }.max() ?? 0
        let rows = categories.enumerated().map { place, category in
            let figures = indicators.map { indicator in
                (indicator.name[language], cell(indicator, .init(dimension, category.code)))
            }
            let figure = cube.figure(first.code, .init(dimension, category.code))
            let bar = bar(
                figure, longest: longest, id: "\(id)-\(place)",
                name: category.name[language], indicator: first)
            return row(
                category.name[language], figures, comparing: indicators.count == 1 ? figure : nil,
                bar: bar)
        }
        let comparison = [Phrases.previous[language], Phrases.change[language]]
        return TableView(
            caption: caption(indicators, by: dimension),
            corner: dimension.name[language],
            headers: indicators.map { $0.name[language] }
                + (indicators.count == 1 ? comparison : []),
            rows: rows, hasBars: true, isWords: false)
    }

    private func bySchoolAnd(_ dimension: DimensionName, _ code: String) -> TableView? {
        guard let indicator = indicator(code) else { return nil }
        let schools = report.municipality.schools
        let figures = cube.figures(of: code, by: [dimension])
        guard !figures.isEmpty else { return nil }
        let rows = figures.map { figure in
            let category = figure.address[dimension] ?? ""
            let cells =
                schools.map { school in
                    (
                        school.shortName[language],
                        cell(indicator, .init(.school, school.code), .init(dimension, category))
                    )
                } + [(Phrases.city[language], text(figure))]
            let name = cube.dimensions.category(category, of: dimension)?.name[language]
            return row(name ?? category, cells)
        }
        return TableView(
            caption: caption([indicator], by: dimension),
            corner: dimension.name[language],
            headers: schools.map { $0.shortName[language] } + [Phrases.city[language]], rows: rows,
            hasBars: false, isWords: false)
    }

    private func indicator(_ code: String) -> IndicatorDefinition? {
        cube.families.lazy.flatMap(\.indicators).first { $0.code == code }
    }

    private func caption(_ indicators: [IndicatorDefinition], by dimension: DimensionName) -> String
    {
        let name = indicators.first.map { $0.name[language] } ?? ""
        return "\(name) \(Phrases.by(dimension)[language])"
    }

    /// Returns a figure, a zero where nothing was counted, or nothing where nothing can be.
    private func cell(
        _ indicator: IndicatorDefinition, _ coordinates: FigureAddress.Coordinate...
    ) -> String {
        let address = FigureAddress(
            semester: cube.semester, indicator: indicator.code, coordinates: coordinates)
        if let figure = cube.figure(at: address) { return text(figure) }
        let isCounted =
            indicator.unit.decimals == 0 && cube.isPossible(address)
            && indicator.breakdowns.contains { $0.dimensions == address.dimensions }
        return isCounted ? numbers.integer(0) : "–"
    }

    private func row(
        _ header: String, _ texts: [(label: String, text: String)], isTotal: Bool = false,
        comparing figure: Figure? = nil, bar: BarView? = nil
    ) -> RowView {
        var cells = texts.map { CellView(label: $0.label, text: $0.text) }
        if let figure {
            cells.append(
                CellView(
                    label: Phrases.previous[language],
                    text: figure.previous.map(numbers.value) ?? "–"))
            cells.append(
                CellView(
                    label: Phrases.change[language], text: figure.change.map(numbers.change) ?? "–")
            )
        }
        return RowView(header: header, isTotal: isTotal, cells: cells, bar: bar)
    }

    private func text(_ figure: Figure?) -> String {
        guard let figure else { return "–" }
        let percent = figure.unit == .percent ? "\u{00A0}%" : ""
        return figure.value.map { numbers.value($0) + percent } ?? "–"
    }

    private func bar(
        _ figure: Figure?, longest: Int, id: String, name: String, indicator: IndicatorDefinition
    ) -> BarView {
        let scaled = max(figure?.value?.scaled ?? 0, 0)
        let tenths = longest > 0 ? (2000 * scaled + longest) / (2 * longest) : 0
        return BarView(
            id: id, name: "\(name): \(text(figure))",
            description: "\(indicator.name[language]), \(indicator.unit.name[language])",
            length: FigureValue(scaled: tenths, decimals: 1).description)
    }
}

import PupilSupport
import Rollup

/// Draws what stands in a table.
struct TableCharts {
    /// What a chart shows.
    private enum Kind {
        /// One number of each category.
        case bars(String)
        /// What was there or wanted, and the part of it that was reached.
        case pair(whole: String, part: String)
        /// The same number before and after.
        case dumbbell(before: String, after: String)

        var indicators: [String] {
            switch self {
            case .bars(let code): [code]
            case .pair(let first, let second), .dumbbell(let first, let second): [first, second]
            }
        }
    }

    let report: SemesterReport
    let language: Language
    private var cube: Cube { report.cube }
    private var reader: FigureReader { FigureReader(cube, in: language) }

    /// Returns the chart of a table, or `nil` where a drawing would say no more than its numbers.
    func chart(of table: PageLayout.Table, id: String) -> ChartView? {
        let dimension = table.dimension
        guard let kind = kind(of: table) else { return nil }
        let indicators = kind.indicators.compactMap(cube.indicator)
        let rows = rows(by: dimension, indicators)
        guard indicators.count == kind.indicators.count, !rows.isEmpty else { return nil }
        let names = indicators.map { $0.name[language] }
        let by = Phrases.by(dimension)[language]
        switch kind {
        case .bars:
            return BarChart(id: id, caption: "\(names[0]) \(by)", series: [names[0]], rows: rows)
                .view
        case .pair(let whole, let part):
            let series = [whole, part].map { Phrases.series($0)?[language] ?? "" }
            return BarChart(
                id: id, caption: "\(names[0]), \(Self.lowered(names[1])) \(by)", series: series,
                rows: rows
            ).view
        case .dumbbell(let before, _):
            return DumbbellChart(
                id: id, caption: "\(Phrases.beforeAndAfter(before)[language]) \(by)",
                series: (Phrases.before[language], Phrases.now[language]), rows: rows
            ).view
        }
    }

    private func kind(of table: PageLayout.Table) -> Kind? {
        switch table.indicators.first {
        case "participants": .bars("participants")
        case "teachers": .bars("teachers")
        case "plan_results": .bars("plan_results")
        case "pupils_in_need": .pair(whole: "pupils_in_need", part: "pupils_in_need_supported")
        case "minutes_asked": .pair(whole: "minutes_asked", part: "minutes_given_in_need")
        case "feedback_answers": .pair(whole: "feedback_answers", part: "feedback_positive")
        case "pupils_with_low_marks_before":
            .pair(whole: "pupils_with_low_marks_before", part: "pupils_with_fewer_low_marks")
        case "sessions", "minutes":
            // Plans name no role.
            table.dimension == .role
                ? .bars("minutes") : .pair(whole: "minutes_planned", part: "minutes")
        case "pupil_subjects_compared", "low_marks_after":
            .dumbbell(before: "low_marks_before", after: "low_marks_after")
        case "missed_lessons_before":
            .dumbbell(before: "missed_lessons_before", after: "missed_lessons_after")
        default: nil
        }
    }

    private func rows(by dimension: DimensionName, _ indicators: [IndicatorDefinition])
        -> [ChartRow]
    {
        let figures = indicators.flatMap { cube.figures(of: $0.code, by: [dimension]) }
        return cube.dimensions.categories(of: dimension).filter { category in
            figures.contains { $0.address[dimension] == category.code }
        }.map { category in
            ChartRow(
                label: category.name[language],
                numbers: indicators.map { indicator in
                    ChartNumber(reader.reading(indicator, [.init(dimension, category.code)]))
                })
        }
    }

    private static func lowered(_ words: String) -> String {
        words.prefix(1).lowercased() + words.dropFirst()
    }
}

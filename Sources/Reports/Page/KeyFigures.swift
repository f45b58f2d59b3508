import PupilSupport
import Rollup

/// The figures with which the page begins.
struct KeyFigures {
    let report: SemesterReport
    let language: Language

    var views: [KeyFigureView] {
        let words: [(code: String, word: CountedWord)] = [
            ("participants", .pupil), ("teachers", .teacher), ("plans", .plan),
            ("sessions", .session), ("minutes", .minute),
        ]
        return words.compactMap { code, word in
            guard let figure = report.cube.figure(code), let value = figure.value else {
                return nil
            }
            return KeyFigureView(
                number: numbers.value(value), word: word.form(for: value.scaled, in: language),
                change: change(figure), hasChange: figure.change != nil)
        }
    }

    private var numbers: NumberText { NumberText(language: language) }

    private func change(_ figure: Figure) -> String {
        guard let change = figure.change else { return "" }
        let text = change.scaled == 0 ? Phrases.noChange[language] : numbers.change(change)
        return Phrases.change(text)[language]
    }
}

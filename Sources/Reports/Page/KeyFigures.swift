import PupilSupport
import Rollup

/// The figures with which the page begins.
struct KeyFigures {
    let report: SemesterReport
    let language: Language

    var views: [KeyFigureView] {
        [
            counted("participants", .pupil), counted("teachers", .teacher),
            counted("sessions", .session), hours, fewerLowMarks, target,
        ].compactMap(\.self)
    }

    private var cube: Cube { report.cube }
    private var numbers: NumberText { NumberText(language: language) }
    private var reader: FigureReader { FigureReader(cube, in: language) }

    private func counted(_ code: String, _ word: CountedWord) -> KeyFigureView? {
        guard let figure = cube.figure(code) else { return nil }
        return view(
            figure, word: word.form(for: figure.value?.scaled ?? 0, in: language),
            change: figure.change.map(numbers.change))
    }

    /// Minutes are what was counted; people think in hours.
    private var hours: KeyFigureView? {
        guard let figure = cube.figure("minutes") else { return nil }
        return view(
            figure, text: figure.value.map { numbers.value($0.hours) },
            word: CountedWord.hour.form(
                for: figure.value?.hours ?? FigureValue(scaled: 0, decimals: 0), in: language),
            detail: figure.value.map { numbers.counted($0.scaled, .minute) } ?? "",
            change: figure.change.map { numbers.change($0.hours) })
    }

    private var fewerLowMarks: KeyFigureView? {
        guard let figure = cube.figure("pupils_with_fewer_low_marks_share") else { return nil }
        return view(
            figure, word: Phrases.fewerLowMarks[language],
            detail: Phrases.fewerLowMarksOf[language],
            change: figure.change.map { Phrases.points(numbers.change($0))[language] })
    }

    private var target: KeyFigureView? {
        guard let figure = cube.figure("participants_of_target"),
            let target = cube.targets.first(where: { $0.target.indicator == "participants" })
        else { return nil }
        return view(
            figure, word: Phrases.ofPlanned[language],
            detail: Phrases.planned(target.target.moreThan)[language],
            change: figure.change.map { Phrases.points(numbers.change($0))[language] })
    }

    private func view(
        _ figure: Figure, text: String? = nil, word: String, detail: String = "", change: String?
    ) -> KeyFigureView {
        let reading = reader.reading(figure)
        let isHidden = figure.status == .confidential
        return KeyFigureView(
            number: CellView(
                label: "", text: text ?? reading.text,
                sign: isHidden ? Phrases.confidential[language] : nil,
                link: report.audience == .internal ? reading.address : nil),
            word: word, detail: detail,
            change: sentence(
                figure.change?.scaled == 0 ? Phrases.noChange[language] : change,
                isHidden: figure.previousStatus == .confidential
            ),
            sparklines: [sparkline(figure, word)].compactMap(\.self))
    }

    private func sentence(_ change: String?, isHidden: Bool) -> String {
        if isHidden { return Phrases.changeNotShown[language] }
        guard let change else { return Phrases.nothingToCompare[language] }
        return Phrases.change(change)[language]
    }

    private func sparkline(_ figure: Figure, _ word: String) -> SparklineView? {
        let code = figure.address.indicator
        let points = report.history.entries.filter { $0.semester <= report.semester }.map { entry in
            let value = entry.figure(code) ?? .init(nil, status: .notApplicable)
            return (
                name: entry.semester.code,
                number: ChartNumber(
                    HistoryReader(language: language).reading(value, of: figure.unit))
            )
        }
        return Sparkline(
            id: "spark-\(code)", caption: Phrases.overSemesters(word)[language], points: points
        ).view
    }
}

/// Reads figures of earlier semesters as pages show them.
struct HistoryReader {
    let language: Language

    func reading(_ value: SemesterHistory.Value, of unit: IndicatorUnit) -> FigureReading {
        let numbers = NumberText(language: language)
        let shown = unit == .minutes ? value.value?.hours : value.value
        let text =
            switch value.status {
            case .confidential: "[c]"
            case .low: "[low]"
            default: shown.map { numbers.value($0) + (unit == .percent ? "\u{00A0}%" : "") } ?? "–"
            }
        return FigureReading(text: text, value: shown, status: value.status)
    }
}

extension FigureValue {
    /// Minutes as hours, with a decimal only where it says something.
    var hours: FigureValue {
        let tenths = (2 * scaled.magnitude * 10 + 60) / 120
        let signed = scaled < 0 ? -Int(tenths) : Int(tenths)
        return signed % 10 == 0
            ? FigureValue(scaled: signed / 10, decimals: 0)
            : FigureValue(scaled: signed, decimals: 1)
    }
}

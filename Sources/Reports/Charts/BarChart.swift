import PupilSupport
import Rollup

/// Bars with their numbers at their ends, one below the other.
struct BarChart {
    let id: String
    let caption: String
    /// The names of the series; with one series the bars need no name.
    let series: [String]
    let rows: [ChartRow]

    /// The places of rows, in hundredths of the size of the letters.
    private enum Rhythm {
        static let line = 125
        static let air = 25
        static let bar = 95
        static let step = 125
        static let gap = 60
    }

    var view: ChartView {
        let scale = ChartScale(
            rows.flatMap(\.numbers).map(\.value), in: 0...(series.count > 1 ? 520 : 780))
        var marks: [ChartMark] = []
        var top = 0
        for row in rows {
            for line in ChartWords.lines(row.label) {
                marks.append(.words(line, y: top + 100))
                top += Rhythm.line
            }
            // Letters that reach below the line do not touch the bar.
            top += Rhythm.air
            for (place, number) in row.numbers.enumerated() {
                marks += bar(number, place: place, top: top, scale: scale)
                top += Rhythm.step
            }
            top += Rhythm.gap
        }
        return ChartView(
            id: id, caption: caption, description: description, height: Length.em(max(top, 100)),
            keys: series.count > 1 ? series.enumerated().map(key) : [], marks: marks)
    }

    private func bar(
        _ number: ChartNumber, place: Int, top: Int, scale: ChartScale
    ) -> [ChartMark] {
        let name = series.count > 1 ? "\(series[place]) " : ""
        let baseline = top + 80
        if number.isConfidential {
            return [
                .hatch(y: top),
                .words(name, value: number.text, y: baseline, style: "start hatched"),
            ]
        }
        guard let value = number.value else {
            return [.words(name, value: number.text, y: baseline, style: "start")]
        }
        let width = scale.place(value)
        return [
            .rect(style(place), width: width, y: top, height: Rhythm.bar),
            .words(name, value: number.text, x: width, y: baseline, style: "start beside"),
        ]
    }

    private func style(_ place: Int) -> String {
        series.count > 1 && place == 0 ? "outline" : "fill"
    }

    private func key(_ place: Int, _ name: String) -> ChartKeyView {
        ChartKeyView(label: name, isDot: false, style: style(place))
    }

    private var description: String {
        rows.map { row in
            let numbers = row.numbers.enumerated().map { place, number in
                series.count > 1 ? "\(series[place]) \(number.text)" : number.text
            }
            return "\(row.label): \(numbers.joined(separator: ", "))"
        }.joined(separator: "; ")
    }
}

import PupilSupport
import Rollup

/// A number over the semesters, each with its own label.
struct LineChart {
    /// A semester of the line.
    struct Point {
        let name: [String]
        let number: ChartNumber
        /// The number that was planned, as text and as a value.
        var target: (value: FigureValue, text: String)?
    }

    let id: String
    let caption: String
    let points: [Point]
    /// Numbers of other charts beside this one, which all have one scale.
    var beside: [FigureValue?] = []

    private static let room = 70...930
    private static let (top, bottom) = (190, 560)
    /// As many labels as the narrowest screen has room for.
    private static let mostLabels = 4

    var view: ChartView {
        let scale = ChartScale(
            points.map(\.number.value) + points.map(\.target?.value) + beside,
            in: 0...(Self.bottom - Self.top))
        let heights = points.map { $0.number.value.map { Self.bottom - scale.place($0) } }
        var marks = [
            ChartMark.line("track", from: (0, Self.bottom), to: (1000, Self.bottom))
        ]
        for place in points.indices.dropFirst() {
            guard let from = heights[place - 1], let to = heights[place] else { continue }
            marks.append(.line("link", from: (x(place - 1), from), to: (x(place), to)))
        }
        for (place, point) in points.enumerated() {
            marks += target(point, at: place, height: heights[place], scale: scale)
            marks += number(point, at: place, height: heights[place])
            guard isLabelled(place) else { continue }
            for (line, name) in point.name.enumerated() {
                marks.append(
                    .words(name, x: x(place), y: Self.bottom + 130 + 125 * line, style: side(place))
                )
            }
        }
        return ChartView(
            id: id, caption: caption, description: description,
            height: Length.em(Self.bottom + 300), keys: [], marks: marks)
    }

    private func number(_ point: Point, at place: Int, height: Int?) -> [ChartMark] {
        let x = x(place)
        guard let height else {
            let words = ChartMark.words(
                "", value: point.number.text, x: x, y: Self.bottom - 120, style: side(place))
            return point.number.isConfidential
                ? [.hatch(x: x, y: Self.bottom - 100), words] : [words]
        }
        let dot = ChartMark.dot("disc", x: x, y: height)
        guard isLabelled(place) else { return [dot] }
        return [
            dot,
            .words("", value: point.number.text, x: x, y: height - 70, style: side(place)),
        ]
    }

    /// What was planned stands as a short line on the other side of the number's own label.
    private func target(
        _ point: Point, at place: Int, height: Int?, scale: ChartScale
    ) -> [ChartMark] {
        guard let target = point.target else { return [] }
        let y = Self.bottom - scale.place(target.value)
        let isAbove = y < (height ?? Self.bottom) - 150
        return [
            .line(
                "target-line", from: (max(x(place) - 60, 0), y), to: (min(x(place) + 60, 1000), y)),
            .words(
                target.text, x: x(place), y: isAbove ? y - 50 : y + 130, style: side(place)),
        ]
    }

    private func x(_ place: Int) -> Int {
        guard points.count > 1 else { return 500 }
        let width = Self.room.upperBound - Self.room.lowerBound
        return Self.room.lowerBound + width * place / (points.count - 1)
    }

    private func side(_ place: Int) -> String {
        guard points.count > 1 else { return "middle" }
        return place == 0 ? "from" : place == points.count - 1 ? "until" : "middle"
    }

    /// Whether there is room for the words of a semester; the newest always has them.
    private func isLabelled(_ place: Int) -> Bool {
        let step = (points.count + Self.mostLabels - 1) / Self.mostLabels
        return (points.count - 1 - place) % max(step, 1) == 0
    }

    private var description: String {
        points.map { point in
            let planned = point.target.map { " (\($0.text))" } ?? ""
            return "\(point.name.joined(separator: ", ")): \(point.number.text)\(planned)"
        }.joined(separator: "; ")
    }
}

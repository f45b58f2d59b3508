import PupilSupport
import Rollup

/// Two numbers of each row on one line: a ring for the first, a disc for the second.
struct DumbbellChart {
    let id: String
    let caption: String
    /// The names of the two numbers.
    let series: (before: String, after: String)
    let rows: [ChartRow]

    private static let line = 135
    private static let room = 30...970

    var view: ChartView {
        let shown = rows.filter { $0.numbers.allSatisfy { !$0.isConfidential } }
        let scale = ChartScale(shown.flatMap(\.numbers).map(\.value), in: Self.room)
        var marks: [ChartMark] = []
        var top = 0
        for row in rows {
            for (line, value) in lines(row) {
                marks.append(.words(line, value: value, y: top + 100))
                top += Self.line
            }
            marks += plot(row, y: top + 50, scale: scale)
            top += 170
        }
        return ChartView(
            id: id, caption: caption, description: description, height: Length.em(max(top, 100)),
            keys: [
                ChartKeyView(label: series.before, isDot: true, style: "ring"),
                ChartKeyView(label: series.after, isDot: true, style: "disc"),
            ], marks: marks)
    }

    private func plot(_ row: ChartRow, y: Int, scale: ChartScale) -> [ChartMark] {
        // One of the two must not tell where on the line the other would stand.
        if row.numbers.contains(where: \.isConfidential) { return [.hatch(y: y - 50)] }
        let track = ChartMark.line(
            "track", from: (Self.room.lowerBound, y), to: (Self.room.upperBound, y))
        let places = row.numbers.map { $0.value.map(scale.place) }
        guard let before = places.first ?? nil, let after = places.last ?? nil else {
            return [track]
        }
        return [
            track, .line("link", from: (before, y), to: (after, y)), .dot("ring", x: before, y: y),
            .dot("disc", x: after, y: y),
        ]
    }

    /// The name and, on its last line or on one of their own, the numbers.
    private func lines(_ row: ChartRow) -> [(words: String, value: String)] {
        var lines = ChartWords.lines(row.label + ":").map { (words: $0, value: "") }
        let value = text(row)
        guard let last = lines.last, last.words.count + 1 + value.count <= ChartWords.most else {
            return lines + [("", value)]
        }
        lines[lines.count - 1] = (last.words + " ", value)
        return lines
    }

    private func text(_ row: ChartRow) -> String {
        row.numbers.map(\.text).joined(separator: "\u{00A0}→\u{00A0}")
    }

    private var description: String {
        rows.map { row in
            let names = [series.before, series.after]
            let numbers = zip(names, row.numbers).map { "\($0) \($1.text)" }
            return "\(row.label): \(numbers.joined(separator: ", "))"
        }.joined(separator: "; ")
    }
}

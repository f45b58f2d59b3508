import Mustache
import Rollup

/// Where a number stands between nothing and the greatest number that is shown.
struct ChartScale {
    /// The greatest number; those that are not shown have no part in it.
    let longest: Int
    /// The places, in thousandths, between which numbers stand.
    let room: ClosedRange<Int>

    init(_ values: [FigureValue?], in room: ClosedRange<Int>) {
        longest = max(values.compactMap { $0?.scaled }.max() ?? 0, 0)
        self.room = room
    }

    /// Returns the place of a number.
    func place(_ value: FigureValue) -> Int {
        guard longest > 0 else { return room.lowerBound }
        let part = 2 * (room.upperBound - room.lowerBound) * min(max(value.scaled, 0), longest)
        return room.lowerBound + (part + longest) / (2 * longest)
    }
}

/// A number of a chart, as text and, unless it is not shown, as a value.
struct ChartNumber {
    let value: FigureValue?
    let text: String
    let isConfidential: Bool

    init(_ reading: FigureReading) {
        value = reading.value
        text = reading.text
        isConfidential = reading.status == .confidential
    }
}

/// A row of a chart: a category and its numbers, one of each series.
struct ChartRow {
    let label: String
    let numbers: [ChartNumber]
}

/// A chart with what a reader hears who does not see it.
struct ChartView {
    let id: String
    let caption: String
    let description: String
    let height: String
    let keys: [ChartKeyView]
    let marks: [ChartMark]
}

extension ChartView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "id": ShownWords(id)
        case "caption": ShownWords(caption)
        case "description": ShownWords(description)
        case "height": ShownWords(height)
        case "keys": keys
        case "marks": marks
        default: nil
        }
    }
}

/// What a way of drawing stands for.
struct ChartKeyView {
    let label: String
    let isDot: Bool
    let style: String
}

extension ChartKeyView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "label": ShownWords(label)
        case "isDot": isDot
        case "style": ShownWords(style)
        default: nil
        }
    }
}

/// Breaks the words of a chart into lines, which SVG does not do.
enum ChartWords {
    /// As many characters as the narrowest screen has room for.
    static let most = 32

    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= most {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }
}

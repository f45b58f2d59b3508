import Mustache

/// One thing that a chart draws.
///
/// Places across are per cent of the width and places down are in the size of the letters, so that a
/// chart is as wide as its column while its words keep their size.
struct ChartMark {
    /// What is drawn, by the template that draws it.
    enum Shape: String, CaseIterable {
        case rect = "rectmark"
        case line = "linemark"
        case dot = "dotmark"
        case words = "wordsmark"
        /// Words without a number, and a number without words: most words are one of them.
        case label = "labelmark"
        case number = "numbermark"
        case hatch = "hatchmark"
    }

    let shape: Shape
    let style: String
    let x: String
    let y: String
    var x2 = ""
    var y2 = ""
    var text = ""
    var value = ""

    static func rect(_ style: String, width: Int, y: Int, height: Int) -> ChartMark {
        ChartMark(
            shape: .rect, style: style, x: "0", y: Length.em(y), x2: Length.percent(width),
            y2: Length.em(height))
    }

    static func line(_ style: String, from: (x: Int, y: Int), to: (x: Int, y: Int)) -> ChartMark {
        ChartMark(
            shape: .line, style: style, x: Length.percent(from.x), y: Length.em(from.y),
            x2: Length.percent(to.x), y2: Length.em(to.y))
    }

    static func dot(_ style: String, x: Int, y: Int) -> ChartMark {
        ChartMark(shape: .dot, style: style, x: Length.percent(x), y: Length.em(y))
    }

    /// Words, with a number after them that stands out.
    static func words(
        _ text: String, value: String = "", x: Int = 0, y: Int, style: String = "start"
    ) -> ChartMark {
        ChartMark(
            shape: value.isEmpty ? .label : text.isEmpty ? .number : .words, style: style,
            x: Length.percent(x), y: Length.em(y), text: text, value: value)
    }

    /// The mark of a number that is not shown: always as large, whatever the number is.
    static func hatch(x: Int = 0, y: Int) -> ChartMark {
        ChartMark(
            shape: .hatch, style: x == 0 ? "0" : "-24", x: Length.percent(x), y: Length.em(y))
    }
}

extension ChartMark: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        // The name of a template, which the engine looks for as a plain text.
        case "shape": shape.rawValue
        case "style": ShownWords(style)
        case "x": ShownWords(x)
        case "y": ShownWords(y)
        case "x2": ShownWords(x2)
        case "y2": ShownWords(y2)
        case "text": ShownWords(text)
        case "value": ShownWords(value)
        default: nil
        }
    }
}

/// Lengths as SVG writes them.
enum Length {
    /// Returns thousandths of the width.
    static func percent(_ thousandths: Int) -> String {
        thousandths % 10 == 0
            ? "\(thousandths / 10)%" : "\(thousandths / 10).\(thousandths % 10)%"
    }

    /// Returns hundredths of the size of the letters.
    static func em(_ hundredths: Int) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        guard rest != 0 else { return "\(whole)em" }
        return "\(whole).\(rest < 10 ? "0" : "")\(rest)em"
    }
}

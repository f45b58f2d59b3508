import Mustache
import PupilSupport
import Rollup

/// A small line over the semesters beside a key figure.
struct Sparkline {
    let id: String
    let caption: String
    let points: [(name: String, number: ChartNumber)]

    private static let (width, top, bottom) = (112, 5, 27)

    /// The line, or `nil` when there is only one semester.
    var view: SparklineView? {
        guard points.count > 1 else { return nil }
        let scale = ChartScale(points.map(\.number.value), in: 0...(Self.bottom - Self.top))
        var path = ""
        var isOpen = false
        var last: (x: Int, y: Int)?
        for (place, point) in points.enumerated() {
            guard let value = point.number.value else {
                isOpen = false
                continue
            }
            let (x, y) = (x(place), Self.bottom - scale.place(value))
            path += "\(isOpen ? "L" : "M")\(x) \(y)"
            isOpen = true
            last = (x, y)
        }
        return SparklineView(
            id: id, caption: caption,
            description: points.map { "\($0.name): \($0.number.text)" }.joined(separator: "; "),
            path: path,
            dots: last.map { [.init(x: $0.x, y: $0.y)] } ?? [],
            hatches: points.indices.filter { points[$0].number.isConfidential }.map {
                .init(x: x($0) - 5, y: Self.top)
            })
    }

    private func x(_ place: Int) -> Int {
        6 + (Self.width - 12) * place / max(points.count - 1, 1)
    }
}

/// A small line as its template shows it.
struct SparklineView {
    /// A place of the drawing.
    struct Place {
        let x: Int
        let y: Int
    }

    let id: String
    let caption: String
    let description: String
    let path: String
    let dots: [Place]
    let hatches: [Place]
}

extension SparklineView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "id": ShownWords(id)
        case "caption": ShownWords(caption)
        case "description": ShownWords(description)
        case "path": ShownWords(path)
        case "dots": dots
        case "hatches": hatches
        default: nil
        }
    }
}

extension SparklineView.Place: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "x": ShownWords("\(x)")
        case "y": ShownWords("\(y)")
        default: nil
        }
    }
}

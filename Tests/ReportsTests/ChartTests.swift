import PupilSupport
import Rollup
import Testing

@testable import Reports

@Suite struct `Charts of the page` {
    private static func number(_ value: Int?, _ status: ValueStatus = .present) -> ChartNumber {
        ChartNumber(
            FigureReading(
                text: status == .confidential ? "[c]" : value.map(String.init) ?? "–",
                value: value.map { FigureValue(scaled: $0, decimals: 0) }, status: status))
    }

    private static var hidden: ChartNumber { number(nil, .confidential) }

    private func bars(_ numbers: [ChartNumber]) -> ChartView {
        BarChart(
            id: "c", caption: "Caption", series: ["number"],
            rows: numbers.enumerated().map { ChartRow(label: "row \($0)", numbers: [$1]) }
        ).view
    }

    @Test func `a bar is as long as its number is great against the greatest`() {
        let marks = bars([Self.number(50), Self.number(100), Self.number(0)]).marks
        #expect(marks.filter { $0.shape == .rect }.map(\.x2) == ["39%", "78%", "0%"])
    }

    @Test func `a number stands beside its bar, and all of them in the description`() {
        let chart = bars([Self.number(50), Self.number(100)])
        #expect(chart.marks.filter { $0.style == "start beside" }.map(\.value) == ["50", "100"])
        #expect(chart.description == "row 0: 50; row 1: 100")
    }

    @Test
    func `a number that is not shown has a box that is always as large and in the same place`()
        throws
    {
        let marks = bars([Self.hidden, Self.number(7)]).marks
        #expect(marks.filter { $0.shape == .rect }.map(\.x2) == ["78%"])
        let hatch = try #require(marks.first { $0.shape == .hatch })
        #expect([hatch.x, hatch.y, hatch.x2, hatch.y2] == ["0%", "1.50em", "", ""])
    }

    @Test func `with one of two numbers hidden the line tells the place of neither`() {
        let chart = DumbbellChart(
            id: "d", caption: "Caption", series: ("before", "after"),
            rows: [
                ChartRow(label: "a", numbers: [Self.number(90), Self.hidden]),
                ChartRow(label: "b", numbers: [Self.number(10), Self.number(5)]),
            ]
        ).view
        #expect(chart.marks.filter { $0.shape == .dot }.map(\.x) == ["97%", "50%"])
        #expect(chart.marks.count { $0.shape == .hatch } == 1)
        #expect(
            chart.description == "a: before 90, after [c]; b: before 10, after 5")
    }

    @Test func `a line over the semesters breaks where a number is not shown`() {
        let points = [Self.number(4), Self.hidden, Self.number(8), Self.number(8)].map {
            LineChart.Point(name: ["2018/19"], number: $0)
        }
        let marks = LineChart(id: "l", caption: "Caption", points: points).view.marks
        #expect(marks.count { $0.style == "link" } == 1)
        #expect(marks.count { $0.shape == .dot } == 3)
        #expect(marks.filter { $0.shape == .hatch }.map(\.y) == ["4.60em"])
    }

    @Test func `a small line has a point for each semester and a box for what is not shown`() throws
    {
        let line = try #require(
            Sparkline(
                id: "s", caption: "Caption",
                points: [("1", Self.number(0)), ("2", Self.hidden), ("3", Self.number(3))]
            ).view)
        #expect(line.path == "M6 27M106 5")
        #expect(line.hatches.map(\.x) == [51])
        #expect(line.description == "1: 0; 2: [c]; 3: 3")
    }

    @Test func `long words are broken into lines that the narrowest screen holds`() {
        #expect(
            ChartWords.lines("individuālās konsultācijas mācību priekšmetā") == [
                "individuālās konsultācijas", "mācību priekšmetā",
            ])
        #expect(ChartWords.lines("matemātika") == ["matemātika"])
    }
}

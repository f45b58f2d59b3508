import PupilSupport
import Testing

@testable import Reports

@Suite struct `Bars of the page` {
    private let page: PageView

    init() throws {
        page = PageRenderer().view(of: try SampleReport.springSemester(), in: .english)
    }

    private func table(_ caption: String) throws -> TableView {
        try #require(page.sections.flatMap(\.tables).first { $0.caption == caption })
    }

    @Test func `a bar stands in the cell of its own number`() throws {
        let rows = try table("Minutes given by measure").rows
        #expect(rows.map { $0.bars.map(\.text) } == [["70"], ["140"]])
        #expect(rows.map { $0.bars.map(\.length) } == [["50.0"], ["100.0"]])
        #expect(
            rows.map { $0.cells.map(\.text) } == [
                ["2", "100", "70.0\u{A0}%"], ["3", "120", "116.7\u{A0}%"],
            ])
        let html = try PageRenderer().render(try SampleReport.springSemester(), in: .english)
        #expect(
            html.contains(
                "<rect class=\"fill\" width=\"50.0\" height=\"8\"/></svg><span>70</span></div></td>"
            ))
    }

    @Test func `a bar is labelled with its row, its number, what it is and its unit`() throws {
        let bar = try #require(try table("Minutes given by measure").rows.first?.bars.first)
        #expect(bar.label == "Minutes given")
        #expect(bar.name == "subject consultation: 70")
        #expect(bar.description == "Minutes given, minutes")
    }

    @Test func `a bar of a table with a comparison is that of the current number`() throws {
        let row = try #require(try table("Pupils supported by subject").rows.first)
        #expect(row.bars.map(\.text) == ["2"])
        #expect(row.cells.map(\.label) == ["Semester before", "Change"])
        #expect(row.cells.map(\.text) == ["0", "+2"])
    }
}

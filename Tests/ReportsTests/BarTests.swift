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
        let table = try table("Minutes given by measure")
        #expect(
            table.rows.map { row in row.cells.map { $0.bar?.length ?? $0.text } } == [
                ["50.0", "2", "100", "70.0 %"].map { $0.replacing(" ", with: "\u{A0}") },
                ["100.0", "3", "120", "116.7 %"].map { $0.replacing(" ", with: "\u{A0}") },
            ])
        #expect(table.rows.map { $0.cells[0].text } == ["70", "140"])
    }

    @Test func `a bar is labelled with its row, its number, what it is and its unit`() throws {
        let bar = try #require(try table("Minutes given by measure").rows.first?.cells.first?.bar)
        #expect(bar.name == "subject consultation: 70")
        #expect(bar.description == "Minutes given, minutes")
    }

    @Test func `a bar of a table with a comparison is that of the current number`() throws {
        let row = try #require(try table("Pupils supported by subject").rows.first)
        #expect(row.cells.map(\.label) == ["Pupils supported", "Semester before", "Change"])
        #expect(row.cells.map(\.text) == ["2", "0", "+2"])
        #expect(row.cells.map(\.isDrawn) == [true, false, false])
    }

    @Test func `only cells with a bar hold one on the page`() throws {
        let html = try PageRenderer().render(try SampleReport.springSemester(), in: .english)
        let bars = page.sections.flatMap(\.tables).flatMap(\.rows).flatMap(\.cells)
            .filter(\.isDrawn).count
        #expect(html.matches(of: /<td class="drawn"/).count == bars)
        #expect(html.matches(of: /<rect class="fill"/).count == bars)
    }
}

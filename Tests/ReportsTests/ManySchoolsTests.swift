import PupilSupport
import Testing

@testable import Reports

@Suite struct `A municipality of many schools` {
    private func table(schools count: Int) throws -> TableView {
        var report = try SampleReport.springSemester()
        let more = (0..<count - report.municipality.schools.count).map { number in
            let name = LocalizedText(lv: "\(number). skola", en: "school \(number)")
            return School(code: "s\(number)", name: name, shortName: name, levels: 5...9)
        }
        let town = report.municipality
        report.municipality = Municipality(
            code: town.code, board: town.board, project: town.project,
            schools: town.schools + more, classBands: town.classBands, calendar: town.calendar,
            lowMarkBelow: town.lowMarkBelow, targets: town.targets,
            expectedDeliveries: town.expectedDeliveries)
        let page = PageRenderer().view(of: report, in: .english)
        return try #require(
            page.sections.flatMap(\.tables).first { $0.caption == "Pupils supported by sex" })
    }

    @Test func `up to six schools are columns`() throws {
        let table = try table(schools: 6)
        #expect(table.corner == "Sex")
        #expect(
            table.headers.prefix(2) == ["Jaundubulti Secondary School", "Sloka Primary School"])
        #expect(table.headers.last == "City")
        #expect(table.rows.map(\.header) == ["female", "male"])
    }

    @Test func `more schools are rows, with the city as the total`() throws {
        let table = try table(schools: 7)
        #expect(table.corner == "School")
        #expect(table.headers == ["female", "male"])
        #expect(
            table.rows.map(\.header).prefix(2) == [
                "Jaundubulti Secondary School", "Sloka Primary School",
            ])
        #expect(table.rows.last?.header == "City")
        #expect(table.rows.map(\.isTotal).filter(\.self).count == 1)
        #expect(table.rows.last?.cells.map(\.text) == ["2", "1"])
        #expect(table.rows[1].cells.map(\.text) == ["1", "1"])
        #expect(table.rows[1].cells.map(\.label) == ["female", "male"])
    }
}

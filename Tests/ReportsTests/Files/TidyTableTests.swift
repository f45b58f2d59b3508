import PupilSupport
import Testing

@testable import Reports
@testable import Rollup

@Suite struct `Tidy tables` {
    private static let filters = [
        "time_period", "time_identifier", "semester", "geographic_level", "indicator", "breakdown",
        "category", "category_name", "second_breakdown", "second_category",
        "second_category_name", "unit", "address",
    ]

    @Test(arguments: TidyTable.allCases)
    func `no cell that tells rows apart is empty`(table: TidyTable) throws {
        for row in rows(of: try SampleReport.springSemester().text(of: table.fileName)) {
            for column in Self.filters { #expect(row[column]?.isEmpty == false, "\(column)") }
        }
    }

    @Test(arguments: TidyTable.allCases)
    func `no cell holds a sign for nothing`(table: TidyTable) throws {
        let text = try SampleReport.springSemester().text(of: table.fileName)
        for cell in Set(cellsOf(text).joined()) {
            #expect(!["NULL", "NA", "N/A", "-", "..", ":", "~"].contains(cell))
        }
    }

    @Test(arguments: TableColumn.figures.map(\.name) + TableColumn.quality.map(\.name))
    func `the name of a column is in snake case`(name: String) {
        #expect(name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
    }

    @Test func `a school never is a total`() throws {
        for row in rows(of: try SampleReport.springSemester().text(of: "participants.csv")) {
            let isSchool = row["geographic_level"] == "School"
            #expect(row["school_code"]?.isEmpty == !isSchool)
            #expect(row["school_name"]?.isEmpty == !isSchool)
        }
    }

    @Test func `a counted value is a whole number`() throws {
        for row in rows(of: try SampleReport.springSemester().text(of: "participants.csv"))
        where row["unit"] == "pupils" {
            #expect(row["value"]?.wholeMatch(of: /-?\d*/) != nil)
        }
    }

    @Test func `every figure of the cube stands in one table once`() throws {
        let cube = try SampleReport.springSemester().cube
        var addresses: [String] = []
        for table in TidyTable.allCases {
            table.figures(of: cube) { _, figure in addresses.append(figure.address.description) }
        }
        #expect(addresses.sorted() == cube.figures.map(\.address.description).sorted())
    }

    @Test func `a family of no table stands in the last`() throws {
        let cube = try SampleReport.springSemester().cube
        let families = cube.families.map { family in
            var family = family
            if family.code == "need" { family.code = "waiting" }
            return family
        }
        let other = Cube(
            semester: cube.semester, previousSemester: cube.previousSemester, families: families,
            dimensions: cube.dimensions, figures: cube.figures, targets: cube.targets,
            comparing: [], schoolsBefore: [], silentBefore: cube.silentBefore)
        var indicators: Set<String> = []
        TidyTable.outcomes.figures(of: other) { indicator, _ in indicators.insert(indicator.code) }
        #expect(indicators.contains("pupils_in_need"))
    }
}

private func cellsOf(_ text: String) -> [[String]] { table(of: text) }

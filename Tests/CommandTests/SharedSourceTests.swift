import Foundation
import Testing

@Suite struct `A source whose records name their school` {
    private static let semester = "2018-2019-2"
    private static let header = "Skola;Semestris;Kods;Klase"

    private static func row(_ school: String, _ number: Int) -> String {
        "\(school);2018./2019. 2. semestris;01010\(number)-21111;6.a"
    }

    private static func lines(_ rows: [String]) -> String {
        ([header] + rows).joined(separator: "\r\n") + "\r\n"
    }

    /// Makes an inbox with files of the source alone.
    private static func fill(
        _ workplace: borrowing Workplace, _ files: [String: [String]]
    ) throws {
        try workplace.copyDefinitions()
        try workplace.write(CountySource.definition, to: "pipelines/sources/novads.yaml")
        for (name, rows) in files { try workplace.write(lines(rows), to: "inbox/\(name)") }
    }

    private static func quality(_ workplace: borrowing Workplace) throws -> [[String: String]] {
        rows(of: try workplace.text("reports/\(semester)/internal/quality.csv"))
    }

    @Test func `a file whose records all name one school is that school's`() throws {
        let workplace = try Workplace()
        try Self.fill(
            workplace,
            ["a.csv": [Self.row("Slokas pamatskola", 1), Self.row("Slokas pamatskola", 2)]])
        let outcome = try workplace.report()
        let table = outcome.output.split(separator: "\n").prefix(5)
        #expect(
            table.joined(separator: "\n") == """
                2018/2019, semester 2         files  records  loaded  held back  ignored  participants  teachers
                Jaundubulti Secondary School      0        0       0          0        0             –         –
                Sloka Primary School              1        2       2          0        0             –         –
                Vaivari Primary School            0        0       0          0        0             –         –
                The whole municipality            1        2       2          0        0             –         –
                """)
        let files = try Self.quality(workplace).filter { $0["entry"] == "file" }
        #expect(files.map { $0["school_code"] } == ["sloka"])
    }

    @Test func `a kind that a shared source delivered is not missed`() throws {
        let workplace = try Workplace()
        try Self.fill(
            workplace,
            ["a.csv": [Self.row("Vaivaru pamatskola", 1), Self.row("Jaundubultu vidusskola", 2)]])
        _ = try workplace.report()
        let reasons = try Summary(workplace, Self.semester).reasons
        #expect(reasons.filter { $0.hasSuffix(": pupils") } == [])
        #expect(reasons.contains { $0.hasSuffix(": plans") })
    }

    @Test func `a file of several schools is shown at each and counted once in the whole`() throws {
        let workplace = try Workplace()
        try Self.fill(
            workplace,
            [
                "a.csv": [Self.row("Vaivaru pamatskola", 1), Self.row("Slokas pamatskola", 2)],
                "b.csv": [Self.row("Slokas pamatskola", 3)],
            ])
        let outcome = try workplace.report()
        let table = outcome.output.split(separator: "\n").prefix(6)
        #expect(
            table.joined(separator: "\n") == """
                2018/2019, semester 2         files  records  loaded  held back  ignored  participants  teachers
                Jaundubulti Secondary School      0        0       0          0        0             –         –
                Sloka Primary School              2        3       3          0        0             –         –
                Vaivari Primary School            1        2       2          0        0             –         –
                The whole municipality            2        3       3          0        0             –         –
                files with records of several schools: 1 (records: 2); each stands whole in the row of every \
                such school, and once in the last row
                """)
        let files = try Self.quality(workplace).filter { $0["entry"] == "file" }
        #expect(files.map { $0["school_code"] } == ["sloka; vaivari", "sloka"])
    }

    @Test func `files of two schools of one source do not take each other's place`() throws {
        let workplace = try Workplace()
        try Self.fill(
            workplace,
            [
                "a.csv": [Self.row("Vaivaru pamatskola", 1)],
                "b.csv": [Self.row("Slokas pamatskola", 3)],
            ])
        let outcome = try workplace.report()
        #expect(outcome.errors.isEmpty)
        let files = try Self.quality(workplace).filter { $0["entry"] == "file" }
        #expect(files.map { $0["school_code"] } == ["vaivari", "sloka"])
    }

    @Test func `a file of no known school stands in the last row alone`() throws {
        let workplace = try Workplace()
        try Self.fill(workplace, ["a.csv": [Self.row("Cita skola", 1)]])
        let outcome = try workplace.report()
        let table = outcome.output.split(separator: "\n").dropFirst(4).prefix(2)
        #expect(
            table.joined(separator: "\n") == """
                The whole municipality            1        1       0          1        0             –         –
                files of which no school is known: 1 (records: 1); they stand in the last row alone
                """)
    }

    @Test func `a new file under the old name takes its place though the schools are others`()
        throws
    {
        let workplace = try Workplace()
        try Self.fill(
            workplace,
            ["a.csv": [Self.row("Vaivaru pamatskola", 1), Self.row("Slokas pamatskola", 2)]])
        _ = try workplace.report()
        try workplace.write(
            Self.lines([Self.row("Slokas pamatskola", 2)]), to: "inbox/a.csv")
        _ = try workplace.report()
        let files = try Self.quality(workplace).filter { $0["entry"] == "file" }
        #expect(files.map { $0["school_code"] } == ["sloka"])
        #expect(files.map { $0["records_read"] } == ["1"])
    }
}

import Testing

@testable import Submission

struct TableRoundTripTests {
    private let content = SoundPackage().records.content
    private let figures = SoundPackage().counted

    private func expectRoundTrip<Record: PackageRecord>(
        _ records: [Record], withIdentifiers: Bool = false,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(!records.isEmpty, sourceLocation: sourceLocation)
        let text = TableText.text(of: records, withIdentifiers: withIdentifiers)
        let read = try TableText.records(
            text, of: Record.self, withIdentifiers: withIdentifiers)
        #expect(read == records, sourceLocation: sourceLocation)
    }

    @Test func `participants are read as they were written`() throws {
        try expectRoundTrip(content.participants)
    }

    @Test func `participants with identifiers are read as they were written`() throws {
        var people = content.participants
        people[0].personalCode = "050507-20000"
        people[0].givenName = "Anna, \"Ance\""
        people[0].familyName = "Bērziņa"
        people[1].sex = nil
        people[1].missingFields = ["birth_date", "sex"]
        // The code is what a package with identifiers is asked for; every row has one.
        for index in people.indices { people[index].personalCode = "050507-2000\(index)" }
        try expectRoundTrip(people, withIdentifiers: true)
    }

    @Test func `identifiers are written only where they are asked for`() throws {
        var people = content.participants
        people[0].familyName = "Bērziņa"
        let text = String(
            decoding: TableText.text(of: people, withIdentifiers: false), as: UTF8.self)
        #expect(!text.contains("Bērziņa"))
        #expect(!text.contains("family_name"))
    }

    @Test func `sensitive answers are read as they were written`() throws {
        try expectRoundTrip(content.sensitive)
    }

    @Test func `plans are read as they were written`() throws {
        try expectRoundTrip(content.participations)
    }

    @Test func `measures are read as they were written`() throws {
        try expectRoundTrip(content.measures)
    }

    @Test func `sessions are read as they were written, commas and quotes too`() throws {
        try expectRoundTrip(content.consultations)
    }

    @Test func `time sheets are read as they were written`() throws {
        try expectRoundTrip(content.timesheets)
    }

    @Test func `claims are read as they were written`() throws {
        try expectRoundTrip(content.claims)
    }

    @Test func `outcomes are read as they were written`() throws {
        try expectRoundTrip(content.outcomes)
    }

    @Test func `teachers are read as they were written`() throws {
        try expectRoundTrip(content.teachers)
    }

    @Test func `figures are read as they were written`() throws {
        try expectRoundTrip(figures.output)
        try expectRoundTrip(figures.result)
        try expectRoundTrip(figures.project)
        try expectRoundTrip(figures.reconciliation)
    }

    @Test func `a table without records is its header`() throws {
        let text = TableText.text(of: [Timesheet](), withIdentifiers: false)
        #expect(
            String(decoding: text, as: UTF8.self)
                == "teacher_id,school_code,month,project_minutes,all_minutes,dluv_no\n")
        #expect(try TableText.records(text, of: Timesheet.self, withIdentifiers: false) == [])
    }

    @Test func `what is not part of the package is not written`() throws {
        var plans = content.participations
        plans[0].place = .init(file: "jaundubulti/atbalsta-plani.csv", line: 3)
        let read = try TableText.records(
            TableText.text(of: plans, withIdentifiers: false), of: Participation.self,
            withIdentifiers: false)
        #expect(read[0].place == nil)
    }

    @Test func `rows are put into the order of the bytes of their keys`() {
        var sheets = ["b", "ā", "a", "B"].map { school in
            var sheet = Timesheet()
            sheet.school = school
            return sheet
        }
        TableText.sort(&sheets)
        #expect(sheets.map(\.school) == ["B", "a", "b", "ā"])
    }
}

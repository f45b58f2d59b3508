import PupilSupport
import RollupTestSupport
import Testing

@testable import Reports
@testable import Rollup

@Suite struct `Workbook of a report` {
    @Test(
        arguments: zip(
            ["Piezīmes"] + sheetNames + ["Definīcijas"],
            ["notes", "participants", "teachers", "outcomes", "definitions"]))
    func `a sheet is what it was`(name: String, file: String) throws {
        let workbook = try SampleReport.springSemester().bytes(of: "summary.xlsx")
        let lines = try cells(ofSheet: name, in: workbook).map { $0.joined(separator: "\t") + "\n" }
        try expectSnapshot(
            Array(lines.joined().utf8), named: "2018-2019-2/summary.xlsx/\(file).tsv",
            filePath: #filePath.replacing("/Files/", with: "/"))
    }

    @Test func `the notes are there in English, with days as days`() throws {
        let workbook = try SampleReport.springSemester().bytes(of: "summary.xlsx", in: .english)
        let notes = try cells(ofSheet: "Notes", in: workbook)
        #expect(notes.contains(["First day", "2019-01-07"]))
        #expect(notes.contains(["Last day", "2019-05-31"]))
        #expect(notes.contains(["Semester", "2018/2019, semester 2"]))
    }

    @Test func `a closed semester tells its revisions`() throws {
        var report = try SampleReport.springSemester()
        let day = try #require(CivilDate(year: 2019, month: 10, day: 7))
        report.revision = ReportRevision(entries: [.init(number: 1, closedOn: day, note: "")])
        let notes = try cells(ofSheet: "Piezīmes", in: try report.bytes(of: "summary.xlsx"))
        #expect(notes.contains(["Redakcija", "r01: semestris slēgts 07.10.2019."]))
    }

    @Test func `the same report gives the same bytes`() throws {
        let report = try SampleReport.springSemester()
        let first = try SummaryWorkbook(report: report, language: .latvian).bytes()
        #expect(try SummaryWorkbook(report: report, language: .latvian).bytes() == first)
    }

    @Test func `a table that is longer than a sheet goes on in the next`() throws {
        let report = try SampleReport.springSemester()
        let book = SummaryWorkbook(report: report, language: .latvian, mostRows: 100)
        let workbook = try book.bytes()
        let whole = try rows(ofSheet: sheetNames[0], in: try report.bytes(of: "summary.xlsx"))
        let first = try rows(ofSheet: sheetNames[0], in: workbook)
        #expect(first.count == 99)
        let second = try rows(ofSheet: "\(sheetNames[0]) 2", in: workbook)
        #expect(first + second == Array(whole.prefix(first.count + second.count)))
    }

    @Test func `a text that looks like a formula begins with an apostrophe`() throws {
        let report = try report(schoolName: "=cmd|' /C calc'!A0")
        let rows = try rows(ofSheet: sheetNames[0], in: try report.bytes(of: "summary.xlsx"))
        #expect(rows.contains { $0["Skola"] == "'=cmd|' /C calc'!A0" })
    }

    @Test func `a text that is longer than a cell may be is cut and says so`() throws {
        let report = try report(schoolName: String(repeating: "ā", count: 40_000))
        let rows = try rows(ofSheet: sheetNames[0], in: try report.bytes(of: "summary.xlsx"))
        let cut = String(repeating: "ā", count: 32_766) + "…"
        #expect(rows.contains { $0["Skola"] == cut })
    }

    @Test func `a text with a null byte keeps what follows it`() throws {
        let report = try report(schoolName: "Sloka\0skola")
        let rows = try rows(ofSheet: sheetNames[0], in: try report.bytes(of: "summary.xlsx"))
        #expect(rows.contains { $0["Skola"] == "Sloka\u{FFFD}skola" })
    }

    /// A report in which the first school has a strange name.
    private func report(schoolName: String) throws -> SemesterReport {
        var report = try SampleReport.springSemester()
        report.municipality = SmallTown.municipality.renamingFirstSchool(schoolName)
        return report
    }
}

@Suite struct `Delimited text for spreadsheets` {
    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"])
    func `a text that looks like a formula begins with an apostrophe`(text: String) throws {
        var report = try SampleReport.springSemester()
        report.municipality = SmallTown.municipality.renamingFirstSchool(text)
        let tidy = table(of: try report.text(of: "participants.csv"))
        #expect(tidy.contains { $0.contains("'" + text) })
        let spreadsheet = table(of: try report.text(of: "participants.excel.csv"), delimiter: ";")
        #expect(spreadsheet.contains { $0.contains("'" + text) })
    }

    @Test func `a semicolon in a name does not divide a cell`() throws {
        var report = try SampleReport.springSemester()
        report.municipality = SmallTown.municipality.renamingFirstSchool("Sloka; Kauguri")
        let rows = rows(of: try report.text(of: "participants.excel.csv"), delimiter: ";")
        #expect(rows.contains { $0["Skola"] == "Sloka; Kauguri" })
    }

    @Test func `it begins with a byte-order mark and has decimal commas`() throws {
        let text = try SampleReport.springSemester().text(of: "outcomes.excel.csv")
        #expect(text.hasPrefix("\u{FEFF}Semestris;Skola;"))
        #expect(text.contains(/;\d+,\d;/))
        #expect(!text.contains(/;\d+\.\d;/))
    }
}

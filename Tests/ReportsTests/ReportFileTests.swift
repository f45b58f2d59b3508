import PupilSupport
import Reports
import Testing

@Suite struct `Files of a report` {
    @Test(arguments: [
        "report.html", "summary.json", "participants.csv", "teachers.csv", "outcomes.csv",
        "quality.csv", "participants.excel.csv", "outcomes.excel.csv",
    ])
    func `a file is what it was`(name: String) throws {
        let files = try SampleReport.springSemester().files()
        let file = try #require(files.first { $0.name == name })
        try expectSnapshot(file.bytes, named: "2018-2019-2/\(name)")
    }

    @Test(arguments: ["report.html", "summary.json"])
    func `a file of an incomplete semester with a target is what it was`(name: String) throws {
        let files = try SampleReport.autumnSemester().files()
        let file = try #require(files.first { $0.name == name })
        try expectSnapshot(file.bytes, named: "2019-2020-1/\(name)")
    }

    @Test func `the page is there in English`() throws {
        let file = try #require(try SampleReport.springSemester().files(in: .english).first)
        try expectSnapshot(file.bytes, named: "2018-2019-2/report.en.html")
    }

    @Test(arguments: Language.allCases)
    func `a page for everybody is what it was`(language: Language) throws {
        let file = try #require(try SampleReport.publicSemester().files(in: language).first)
        try expectSnapshot(
            file.bytes, named: "2018-2019-2/public/report.\(language.rawValue).html")
    }

    @Test(arguments: ReportAudience.allCases, Language.allCases)
    func `the page over all semesters is what it was`(
        audience: ReportAudience, language: Language
    ) throws {
        let page = try SampleReport.index(for: audience).page(in: language)
        #expect(page.name == "index.html")
        try expectSnapshot(
            page.bytes, named: "index/\(audience.rawValue).\(language.rawValue).html")
    }

    @Test func `the same report gives the same bytes`() throws {
        #expect(
            try SampleReport.springSemester().files() == SampleReport.springSemester().files())
    }
}

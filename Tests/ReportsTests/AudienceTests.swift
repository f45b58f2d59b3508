import Foundation
import PupilSupport
import Rollup
import Testing

@testable import Reports

@Suite struct `Pages of two audiences` {
    private func page(_ report: SemesterReport, in language: Language = .latvian) throws -> String {
        try PageRenderer().render(report, in: language)
    }

    @Test
    func `every figure of the internal page leads to its address, and every address is there`()
        throws
    {
        let html = try page(try SampleReport.springSemester())
        let links = html.matches(of: /href="#([^"]+)"/).map { String($0.1) }
        let places = Set(html.matches(of: /\sid="([^"]+)"/).map { String($0.1) })
        #expect(links.count > 250)
        #expect(links.filter { !places.contains($0) } == [])
        let figures = html.matches(of: /<td[^>]* id="[^"]+"[^>]*>(.*?)<\/td>/)
        #expect(figures.count > 200)
        #expect(figures.allSatisfy { $0.1.hasPrefix("<a href=\"#2018-2019-2/") })
    }

    @Test
    func `the internal page says whom it is for, the public one names no file and no finding`()
        throws
    {
        let internalPage = try page(try SampleReport.springSemester())
        #expect(internalPage.contains("Iekšējai lietošanai"))
        #expect(internalPage.contains("atbalsts.xml") && internalPage.contains("REC-005"))
        let publicPage = try page(try SampleReport.publicSemester())
        for word in ["Iekšējai lietošanai", "atbalsts.xml", "REC-005", "1 204", "1\u{A0}204"] {
            #expect(!publicPage.contains(word), "\(word)")
        }
    }

    @Test func `the public page says which school's data are missing and nothing of files`() throws
    {
        var report = try SampleReport.publicSemester()
        let reason = LocalizedText(lv: "a.csv: fails ir saplēsts", en: "a.csv: the file is torn")
        report.state = .incomplete(reasons: [reason])
        report.quality.schoolsMissing = ["vaivari", "sloka"]
        let html = try page(report)
        #expect(html.contains("Nav saņemti visi dati no: Slokas pamatskola, Vaivaru pamatskola"))
        #expect(!html.contains("a.csv"))
    }

    @Test func `a hidden number is explained wherever it would stand`() throws {
        let html = try page(try SampleReport.publicSemester(), in: .english)
        let sign =
            "<abbr title=\"not shown, so that nobody can be recognised\">[c]</abbr>"
            + "<span class=\"hidden\"> not shown, so that nobody can be recognised</span>"
        #expect(html.contains(sign))
        #expect(html.contains("Numbers with 1 to 2 people behind them are not shown."))
        #expect(html.contains("Not shown: 17\u{A0}figures."))
    }

    /// Two cubes that differ only in what is hidden must give the same bytes.
    @Test(arguments: Language.allCases)
    func `nothing of a hidden number is in any byte of a page`(language: Language) throws {
        func report(hiding value: Int) throws -> SemesterReport {
            var report = try SampleReport.springSemester()
            report.audience = .public
            report.cube = report.cube.replacingFigures { figure in
                guard figure.unit.decimals == 0, let count = figure.value,
                    (1...2).contains(count.scaled)
                else { return figure }
                let number = FigureValue(scaled: value, decimals: 0)
                return Figure(
                    address: figure.address, unit: figure.unit, value: number,
                    status: .confidential, previous: number, change: number)
            }
            report.history = SemesterHistory([
                SemesterHistory.Entry(report.cube, state: .complete),
                SemesterHistory.Entry(
                    semester: report.semester.previous, state: .complete,
                    figures: [
                        "participants": .init(
                            FigureValue(scaled: value, decimals: 0), status: .confidential)
                    ]),
            ])
            return report
        }
        let pages = try [1, 4_321].map { try page(try report(hiding: $0), in: language) }
        #expect(pages[0] == pages[1])
        let indexes = try [1, 4_321].map { value in
            try SemesterIndex(
                municipality: report(hiding: value).municipality,
                history: report(hiding: value).history, audience: .public
            ).page(in: language).bytes
        }
        #expect(indexes[0] == indexes[1])
    }

    @Test func `a target that is compared with a hidden number says neither yes nor no`() throws {
        var report = try SampleReport.autumnSemester()
        report.audience = .public
        report.cube = report.cube.replacingFigures {
            $0.address.indicator == "participants" ? $0.concealed : $0
        }
        #expect(
            PageRenderer().view(of: report, in: .english).targets.map(\.sentence) == [
                "Planned by 31\u{A0}December\u{A0}2019: more than 60. How many were supported is "
                    + "not shown: [c]."
            ])
    }

    @Test func `an open semester is provisional, a closed one names its last revision`() throws {
        var report = try SampleReport.springSemester()
        #expect(
            PageRenderer().view(of: report, in: .latvian).state.finality
                == "Provizorisks: semestris nav slēgts, un skaitļi vēl var mainīties")
        let day = try #require(CivilDate(iso: "2019-10-07"))
        report.revision = ReportRevision(entries: [
            .init(number: 1, closedOn: day, note: ""),
            .init(number: 2, closedOn: day, note: "labots"),
        ])
        let view = PageRenderer().view(of: report, in: .latvian)
        #expect(view.state.finality == "Slēgts: r02, 07.10.2019.")
        #expect(
            view.revisions == [
                "r02: semestris slēgts 07.10.2019.: labots", "r01: semestris slēgts 07.10.2019.",
            ])
    }

    @Test func `the mark of the plan is within the page where the Board supplied it`() throws {
        let mark = PictureFile(format: .svg, bytes: Array("<svg/>".utf8))
        #expect(mark.dataURI == "data:image/svg+xml;base64,PHN2Zy8+")
        #expect(
            PictureFile(format: .png, bytes: [0x66]).dataURI == "data:image/png;base64,Zg==")
        #expect(
            PictureFile(format: .png, bytes: [0x66, 0x6F]).dataURI
                == "data:image/png;base64,Zm8=")
    }
}

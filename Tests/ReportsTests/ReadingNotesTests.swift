import PupilSupport
import Rollup
import RollupTestSupport
import Testing

@testable import Reports

@Suite struct `Notes on reading the tables` {
    private let report: SemesterReport

    init() throws {
        report = try SampleReport.springSemester()
    }

    private func notes(_ section: String, in language: Language = .english) throws -> [String] {
        let page = PageRenderer().view(of: report, in: language)
        return try #require(page.sections.first { $0.id == section }).notes
    }

    private func basis(_ caption: String, in language: Language = .english) throws -> String? {
        let page = PageRenderer().view(of: report, in: language)
        return try #require(page.sections.flatMap(\.tables).first { $0.caption == caption }).basis
    }

    @Test func `lessons add up over schools, shares and means do not, and the page says so`() throws
    {
        #expect(
            try notes("support") == [
                "Sessions, minutes: the schools' numbers add up to the city's, as each is counted "
                    + "at one school only; so do the sessions of a pupil who is supported at two "
                    + "schools.",
                "“Share of the plan delivered”, “Sessions for one pupil”: the city's value is "
                    + "computed from the numbers of the whole city; it is neither the sum nor the "
                    + "mean of the schools' values.",
            ])
    }

    @Test func `the notes are there in Latvian`() throws {
        #expect(
            try notes("support", in: .latvian) == [
                "Nodarbības, minūtes: skolu skaitļu summa ir pilsētas skaitlis, jo katru skaita tikai "
                    + "vienā skolā; saskaitās arī nodarbības skolēnam, kuru atbalsta divās skolās.",
                "“Plāna izpilde”, “Nodarbības vienam skolēnam”: pilsētas vērtība ir aprēķināta no "
                    + "visas pilsētas skaitļiem; tā nav ne skolu vērtību summa, ne to vidējais.",
            ])
    }

    @Test func `what the page says of an indicator's sum over the schools is true of the figures`()
    {
        let cube = report.cube
        for indicator in cube.families.flatMap(\.indicators) {
            let schools = cube.figures(of: indicator.code, by: [.school])
            guard let city = cube.figure(indicator.code)?.value?.scaled, !schools.isEmpty else {
                continue
            }
            let sum = schools.compactMap { $0.value?.scaled }.reduce(0, +)
            if indicator.countingUnit.acrossSchools == .addsUp {
                #expect(sum == city, "\(indicator.code)")
            }
            if indicator.countingUnit == .distinctPersons {
                #expect(sum >= city, "\(indicator.code)")
            }
        }
    }

    @Test func `a person can stand in several rows, and the page says so`() throws {
        #expect(
            try notes("teachers").last
                == "In tables by role a person is counted in every row that applies, so the rows "
                + "may add up to more than the total.")
    }

    @Test func `the notes speak of no table that is not shown`() throws {
        let store = try SmallStore()
        let empty = SemesterReport(
            municipality: report.municipality, state: report.state,
            cube: try store.cube(of: 2018, 2), quality: report.quality,
            definitionsHash: report.definitionsHash)
        let page = PageRenderer().view(of: empty, in: .english)
        let notes = try #require(page.sections.first { $0.id == "participants" }).notes
        #expect(
            notes.dropFirst(2).first
                == "In tables by class band, by class level, by risk a person is counted in every "
                + "row that applies, so the rows may add up to more than the total.")
    }

    @Test func `both tables by risk name what they count and from what`() throws {
        #expect(
            try basis("Pupils supported by risk")
                == "Unit: pupils. Source: sessions and the risks named in their plans")
        #expect(
            try basis("Needs of pupils by risk")
                == "Unit: pupils. Source: the schools' lists of needs")
        #expect(
            try basis("Skolēnu vajadzības pēc riska", in: .latvian)
                == "Vienība: skolēni. Avots: skolu vajadzību saraksti")
    }

    @Test(arguments: ["participants", "need"])
    func `a section with a table by risk says why the two differ`(section: String) throws {
        #expect(
            try notes(section).last
                == "“Pupils supported by risk” shows the risks named in the plans of pupils "
                + "supported; “Needs of pupils by risk” shows those in the schools' "
                + "lists of needs, which hold pupils who still wait for support too. A plan and a "
                + "list may name different risks of one pupil, so the tables differ.")
    }

    @Test func `every table of figures names its unit and its source`() throws {
        let page = PageRenderer().view(of: report, in: .english)
        for table in page.sections.flatMap(\.tables) {
            let basis = try #require(table.basis, "\(table.caption)")
            #expect(basis.wholeMatch(of: /Unit: .+\. Source: .+/) != nil, "\(table.caption)")
        }
    }

    @Test func `a rule code is not broken at its hyphen`() throws {
        let html = try PageRenderer().render(report, in: .english)
        #expect(html.contains("<td class=\"code\" data-label=\"Check\">REC-005</td>"))
        #expect(html.contains(".code{white-space:nowrap}"))
    }
}

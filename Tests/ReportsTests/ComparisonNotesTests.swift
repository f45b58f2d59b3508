import PupilSupport
import Rollup
import RollupTestSupport
import Testing

@testable import Reports

@Suite struct `Notes on comparing semesters` {
    /// The notes of a report on the second semester of a town whose schools may have sent nothing before.
    private func notes(
        silent schools: [String], in language: Language = .english
    ) throws -> [String] {
        let store = try SmallStore()
        try store.fillWithScenario()
        for school in schools {
            for table in ["enrolment", "session", "mark", "absence"] {
                try store.execute(
                    """
                    DELETE FROM \(table) WHERE semester = 20181
                        AND school = (SELECT id FROM school WHERE code = '\(school)')
                    """)
            }
        }
        let report = SemesterReport(
            municipality: SmallTown.municipality, state: .complete,
            cube: try store.cube(of: 2018, 2), quality: QualityReport(), definitionsHash: "")
        return ComparisonNotes(report: report).notes.map { $0[language] }
    }

    @Test func `without the semester before the page says that there is nothing to compare with`()
        throws
    {
        let all = ["jaundubulti", "sloka", "vaivari"]
        #expect(
            try notes(silent: all) == [
                "Nothing is known of the semester before (2018-2019-1): figures that compare two "
                    + "semesters are –, not 0."
            ])
        #expect(
            try notes(silent: all, in: .latvian) == [
                "Iepriekšējā semestra (2018-2019-1) datu nav: rādītājos, kas salīdzina divus "
                    + "semestrus, ir –, nevis 0."
            ])
    }

    @Test func `the page names the schools of which nothing is known before`() throws {
        #expect(
            try notes(silent: ["vaivari"]) == [
                "Nothing of the semester before (2018-2019-1) is known of: Vaivari Primary School. "
                    + "The figures of these schools have nothing to be compared with: there is –, not 0."
            ])
    }

    @Test func `when all schools delivered before there is nothing to say`() throws {
        #expect(try notes(silent: []) == [])
    }
}

import PupilSupport
import Rollup
import RollupTestSupport
import SupportStore
import SupportStore
import Testing

@Suite struct `Comparisons with the semester before` {
    private let store: SmallStore

    init() throws {
        store = try SmallStore()
        try store.fillWithScenario()
    }

    static let comparing = [
        "low_marks_before", "low_marks_after", "low_marks_change", "pupil_subjects_compared",
        "pupil_subjects_not_comparable", "improved_share", "pupils_with_low_marks_before",
        "pupils_with_fewer_low_marks_share", "missed_lessons_before", "missed_lessons_after",
        "pupils_missing_fewer",
    ]

    /// Leaves a school, or all, without anything of the first semester.
    private func silence(school: String? = nil) throws {
        let ofSchool = school.map { " AND school = (SELECT id FROM school WHERE code = '\($0)')" }
        for table in ["enrolment", "session", "mark", "absence"] {
            try store.execute(
                "DELETE FROM \(table) WHERE semester = 20181" + (ofSchool ?? ""))
        }
    }

    @Test(arguments: comparing)
    func `without the semester before a comparison has no value`(indicator: String) throws {
        try silence()
        let figure = try store.cube(of: 2018, 2).figure(indicator)
        #expect(figure?.value == nil)
        #expect(figure?.status == .missing)
    }

    @Test func `a count of the semester alone stays without the semester before`() throws {
        try silence()
        let cube = try store.cube(of: 2018, 2)
        #expect(cube.figure("participants")?.value?.description == "3")
        #expect(cube.figure("participants_returning")?.value?.description == "0")
    }

    @Test func `a school that delivered nothing before has nothing to compare with`() throws {
        try silence(school: "jaundubulti")
        let cube = try store.cube(of: 2018, 2)
        let figure = cube.figure("participants", .init(.school, "jaundubulti"))
        #expect(figure?.value?.description == "1")
        #expect(figure?.previous == nil)
        #expect(figure?.change == nil)
        let low = cube.figure("low_marks_after", .init(.school, "jaundubulti"))
        #expect(low?.value == nil)
        #expect(low?.status == .missing)
    }

    @Test func `a school that delivered but supported nobody before counts zero`() throws {
        try silence(school: "jaundubulti")
        let figure = try store.cube(of: 2018, 2).figure("participants", .init(.school, "sloka"))
        #expect(figure?.previous?.description == "0")
        #expect(figure?.change?.description == "2")
    }

    /// Returns the city's participants where a school owed something of the first semester, and sent nothing.
    private func participants(owing school: String) throws -> Figure? {
        let town = SmallTown.municipality
        let municipality = Municipality(
            code: town.code, board: town.board, project: town.project, schools: town.schools,
            classBands: town.classBands, calendar: town.calendar, lowMarkBelow: town.lowMarkBelow,
            targets: town.targets,
            expectedDeliveries: [
                ExpectedDelivery(
                    school: school, semester: SmallTown.semester(2018, 1), kinds: ["pupils"])
            ])
        return try SemesterRollup(
            indicators: SmallStore.shippedIndicators(), municipality: municipality,
            vocabularies: SmallTown.vocabularies
        ).cube(of: SmallTown.semester(2018, 2), in: store.store.reader).figure("participants")
    }

    @Test func `the city has nothing to compare with when a school that owed sent nothing before`()
        throws
    {
        try silence(school: "jaundubulti")
        let figure = try participants(owing: "jaundubulti")
        #expect(figure?.value?.description == "3")
        #expect(figure?.previous == nil)
        #expect(figure?.change == nil)
    }

    @Test func `a school that owed nothing before leaves the city's comparison`() throws {
        try silence(school: "jaundubulti")
        try store.addSession(
            pupil: 1, teacher: 1, school: "sloka", measure: "psychologist", minutes: 40, plan: 1,
            semester: 20181)
        #expect(try participants(owing: "sloka")?.change?.description == "2")
    }

    @Test func `before anything of a kind had come nothing is known of it`()
        throws
    {
        let figure = try participants(owing: "sloka")
        #expect(figure?.previous == nil)
        #expect(figure?.change == nil)
        #expect(figure?.value?.description == "3")
    }

    @Test func `a comparison that was missing before has no change`() throws {
        let figure = try store.cube(of: 2018, 2).figure("low_marks_after")
        #expect(figure?.value?.description == "3")
        #expect(figure?.previous == nil)
        #expect(figure?.change == nil)
    }
}

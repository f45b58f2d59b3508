import PupilSupport
import Rollup
import RollupTestSupport
import Testing

@Suite struct `Figures of a semester` {
    private static let made = Result {
        let store = try SmallStore()
        try store.fillWithScenario()
        return try store.cube(of: 2018, 2)
    }
    private let cube: Cube

    init() throws {
        cube = try Self.made.get()
    }

    static let city: [(String, String)] = [
        ("participants", "3"), ("participants_sum_of_schools", "4"),
        ("participants_difference", "1"), ("participants_new", "3"),
        ("participants_returning", "0"), ("plans", "4"), ("plans_completed", "1"),
        ("plans_interrupted", "1"), ("pupils_in_need", "3"), ("pupils_in_need_supported", "2"),
        ("pupils_waiting", "1"), ("pupils_in_need_supported_share", "66.7"),
        ("minutes_asked", "480"), ("minutes_given_in_need", "170"), ("minutes_given_share", "35.4"),
        ("sessions", "5"), ("minutes", "210"), ("minutes_planned", "220"),
        ("minutes_delivered_share", "95.5"), ("sessions_per_participant", "1.7"),
        ("teachers", "2"), ("teachers_sum_of_schools", "4"), ("teachers_difference", "2"),
        ("minutes_per_teacher", "105.0"), ("teacher_pupil_pairs", "4"),
        ("pupils_per_teacher", "2.0"), ("pupil_subjects_compared", "5"), ("low_marks_before", "3"),
        ("low_marks_after", "3"), ("low_marks_change", "0"), ("pupil_subjects_improved", "2"),
        ("pupil_subjects_unchanged", "1"), ("pupil_subjects_worse", "2"),
        ("pupil_subjects_not_comparable", "3"), ("improved_share", "40.0"),
        ("pupils_with_low_marks_before", "3"), ("pupils_with_fewer_low_marks", "1"),
        ("pupils_with_more_low_marks", "1"), ("pupils_with_fewer_low_marks_share", "33.3"),
        ("missed_lessons_before", "30"), ("missed_lessons_after", "20"),
        ("pupils_missing_fewer", "1"), ("pupils_missing_more", "1"), ("plan_results", "2"),
        ("feedback_answers", "13"), ("feedback_positive", "10"),
        ("feedback_positive_share", "76.9"),
    ]

    @Test(arguments: city)
    func `the municipality's figure is what the evidence holds`(indicator: String, value: String) {
        #expect(cube.figure(indicator)?.value?.description == value)
    }

    @Test func `every indicator has a figure of the municipality that is asserted`() {
        let indicators = Set(cube.families.flatMap(\.indicators).map(\.code))
        let asserted = Set(Self.city.map(\.0))
        #expect(
            indicators.subtracting(asserted) == ["participants_target", "participants_of_target"])
    }

    static let cells: [(String, String)] = [
        ("participants/school=jaundubulti", "1"), ("participants/school=sloka", "2"),
        ("participants/school=vaivari", "1"), ("participants/level=5", "1"),
        ("participants/level=7", "1"), ("participants/level=10", "1"),
        ("participants/level=6", "0"),
        ("participants/class_band=7-9", "1"), ("participants/sex=female", "2"),
        ("participants/risk=learning", "2"), ("participants/risk=family", "1"),
        ("participants/risk=economic", "1"), ("participants/measure=psychologist", "2"),
        ("participants/subject=mathematics", "2"), ("participants/subject=no_subject", "2"),
        ("participants/school=sloka/measure=psychologist", "1"),
        ("participants/school=sloka/risk=learning", "2"),
        ("participants/school=vaivari/class_band=7-9", "1"), ("plans/status=interrupted", "1"),
        ("minutes/school=sloka", "120"), ("minutes/subject=mathematics", "70"),
        ("minutes/role=psychologist", "140"), ("teachers/school=jaundubulti", "1"),
        ("teachers/role=psychologist", "1"), ("minutes_per_teacher/school=sloka", "60.0"),
        ("low_marks_before/school=vaivari", "1"), ("low_marks_after/school=vaivari", "0"),
        ("pupil_subjects_improved/subject=mathematics", "2"),
        ("missed_lessons_after/school=vaivari", "8"), ("plan_results/outcome=improved", "1"),
        ("plan_results/continuation=left_school", "1"), ("pupils_waiting/school=sloka", "1"),
        ("minutes_asked/measure=psychologist", "420"), ("minutes_asked/measure=not_stated", "60"),
        ("feedback_positive_share/respondent=pupils", "75.0"),
        ("feedback_answers/respondent=parents", "1"),
    ]

    @Test(arguments: cells)
    func `a broken-down figure is what the evidence holds`(address: String, value: String) throws {
        let address = try #require(FigureAddress("2018-2019-2/" + address))
        #expect(cube.figure(at: address)?.value?.description == value)
    }

    @Test func `a class that a school does not teach has no figure there`() {
        #expect(
            cube.figure("participants", .init(.school, "sloka"), .init(.classBand, "10-12")) == nil)
    }

    @Test func `a share of nothing does not apply`() {
        let figure = cube.figure("feedback_positive_share", .init(.respondent, "teachers"))
        #expect(figure?.value == nil)
        #expect(figure?.status == .notApplicable)
    }

    @Test func `a figure knows the semester before and the change`() {
        #expect(cube.figure("participants")?.previous?.description == "0")
        #expect(cube.figure("participants")?.change?.description == "3")
    }

    @Test func `nothing is known of a semester without data`() throws {
        let store = try SmallStore()
        try store.addMark(4, pupil: 1, subject: "english", semester: 20182)
        let cube = try store.cube(of: 2018, 2)
        #expect(cube.previousSemester == nil)
        #expect(cube.figure("participants")?.previous == nil)
        #expect(cube.figure("participants")?.change == nil)
    }

    @Test func `whoever had a session in an earlier semester returns`() throws {
        let store = try SmallStore()
        try store.fillWithScenario()
        let cube = try store.cube(of: 2019, 1)
        #expect(cube.figure("participants")?.value?.description == "2")
        #expect(cube.figure("participants_new")?.value?.description == "1")
        #expect(cube.figure("participants_returning")?.value?.description == "1")
        #expect(cube.figure("participants")?.change?.description == "-1")
    }

    @Test func `a target is compared with the municipality's figure`() throws {
        let store = try SmallStore()
        try store.fillWithScenario()
        let cube = try store.cube(of: 2019, 1)
        #expect(cube.targets.map(\.value) == [2])
        #expect(cube.targets.map(\.isReached) == [false])
        #expect(cube.figure("participants_target")?.value?.description == "60")
        #expect(cube.figure("participants_of_target")?.value?.description == "3.3")
    }

    @Test func `figures come in the order of definitions and schools`() {
        let addresses = cube.figures.prefix(9).map(\.address.description)
        #expect(
            addresses == [
                "2018-2019-2/participants", "2018-2019-2/participants/school=jaundubulti",
                "2018-2019-2/participants/school=sloka", "2018-2019-2/participants/school=vaivari",
                "2018-2019-2/participants/level=5", "2018-2019-2/participants/level=6",
                "2018-2019-2/participants/level=7", "2018-2019-2/participants/level=8",
                "2018-2019-2/participants/level=9",
            ])
    }

    @Test func `two lists that contradict each other leave no mark to compare`() throws {
        let store = try SmallStore()
        try store.fillWithScenario()
        try store.addMark(7, pupil: 1, subject: "mathematics", semester: 20182)
        let cube = try store.cube(of: 2018, 2)
        #expect(cube.figure("pupil_subjects_not_comparable")?.value?.description == "4")
    }

    @Test func `two sexes given for a pupil are none`() throws {
        let store = try SmallStore()
        try store.fillWithScenario()
        try store.add("pupilRecord", ["pupil": 1], terms: ["sex": ("sexes", "male")])
        let cube = try store.cube(of: 2018, 2)
        #expect(cube.figure("participants", .init(.sex, "female"))?.value?.description == "1")
        #expect(cube.figure("participants", .init(.sex, "not_stated"))?.value?.description == "1")
    }
}

import PupilSupport
import Rollup
import RollupTestSupport
import SupportStore
import Testing

/// How many people stand behind a figure.
@Suite struct `The people behind figures` {
    private let store: SmallStore

    init() throws {
        store = try SmallStore()
        try store.fillWithScenario()
    }

    private func cube() throws -> Cube {
        let rollup = SemesterRollup(
            indicators: try SmallStore.shippedIndicators(),
            municipality: SmallTown.municipality, vocabularies: SmallTown.vocabularies)
        var cubes: [Cube] = []
        try rollup.cubes(
            of: [SmallTown.semester(2018, 2)], in: store.store.reader, countingContributors: true
        ) { cubes.append($0) }
        return try #require(cubes.first)
    }

    @Test func `are counted for every amount that the shipped definitions know`() throws {
        let cube = try cube()
        let amounts = cube.figures.filter(\.unit.isAmount)
        #expect(!amounts.isEmpty)
        for figure in amounts {
            #expect(figure.contributors != nil, "\(figure.address)")
        }
    }

    @Test func `are the pupils of the plans where minutes are planned`() throws {
        let cube = try cube()
        let planned = try #require(cube.figure("minutes_planned"))
        #expect(planned.value?.scaled == 220)
        #expect(planned.contributors == 2)
        let one = cube.figure("minutes_planned", .init(.measure, "psychologist"))
        #expect(one?.value?.scaled == 120)
        #expect(one?.contributors == 1)
    }

    @Test func `are pupils, not plans, where the evidence names both`() throws {
        // Pupil 1 has a plan at each of two schools.
        #expect(try cube().figure("plans")?.value?.scaled == 4)
        #expect(try cube().figure("plans")?.contributors == 3)
    }
}

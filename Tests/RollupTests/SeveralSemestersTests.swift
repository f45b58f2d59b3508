import PupilSupport
import Rollup
import RollupTestSupport
import SupportStore
import Testing

@Suite struct `Figures of several semesters` {
    private let semesters = [(2018, 1), (2018, 2), (2019, 1)].map(SmallTown.semester)
    private let store: SmallStore

    init() throws {
        store = try SmallStore()
        try store.fillWithScenario()
    }

    private func together(_ semesters: [Semester]) throws -> [[Figure]] {
        let rollup = SemesterRollup(
            indicators: try SmallStore.shippedIndicators(),
            municipality: SmallTown.municipality, vocabularies: SmallTown.vocabularies)
        var figures: [[Figure]] = []
        try rollup.cubes(of: semesters, in: store.store.reader) { figures.append($0.figures) }
        return figures
    }

    @Test func `semesters made together have the figures of each made alone`() throws {
        #expect(
            try together(semesters)
                == semesters.map { try store.cube(of: $0.startYear, $0.number).figures })
    }

    @Test func `a gap between semesters changes no figure`() throws {
        #expect(
            try together([semesters[0], semesters[2]])
                == [try store.cube(of: 2018, 1).figures, try store.cube(of: 2019, 1).figures])
    }
}

@Suite struct `Places in a cube` {
    @Test func `every figure is found at its address and in its table`() throws {
        let store = try SmallStore()
        try store.fillWithScenario()
        let cube = try store.cube(of: 2018, 2)
        for figure in cube.figures {
            let address = figure.address
            #expect(cube.figure(at: address) == figure)
            #expect(
                cube.figures(of: address.indicator, by: address.dimensions).contains(figure))
        }
    }

    @Test func `an address of another semester finds nothing`() throws {
        let store = try SmallStore()
        try store.fillWithScenario()
        let cube = try store.cube(of: 2018, 2)
        let address = try #require(FigureAddress("2018-2019-1/participants"))
        #expect(cube.figure(at: address) == nil)
    }
}

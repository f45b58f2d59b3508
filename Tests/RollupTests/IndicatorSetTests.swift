import PupilSupport
import Rollup
import RollupTestSupport
import Testing

@Suite struct `Indicators that fit together` {
    private static let indicator = IndicatorDefinition(
        code: "sessions", name: words, definition: words, unit: .sessions, countingUnit: .sessions,
        evidence: "sessions.sql", aggregate: .count,
        breakdowns: [Breakdown(), Breakdown([.risk], evidence: "risks.sql")])
    private static let words = LocalizedText(lv: "nodarbības", en: "sessions")

    private static func family(sources: [String]) -> IndicatorFamily {
        IndicatorFamily(
            code: "support", order: 1, name: words,
            sources: Dictionary(uniqueKeysWithValues: sources.map { ($0, words) }),
            indicators: [indicator])
    }

    @Test func `a query that the family's sources do not name is a problem`() throws {
        let problem = #expect(throws: IndicatorProblem.self) {
            try IndicatorSet(
                families: [Self.family(sources: ["sessions.sql"])],
                queries: ["sessions.sql": "", "risks.sql": ""])
        }
        #expect(
            problem?.description
                == "indicator 'sessions' takes its evidence from 'risks.sql', and the family's "
                + "sources do not say what that is")
    }

    @Test func `a breakdown from another query has that query's source`() throws {
        let store = try SmallStore()
        let cube = try store.cube(of: 2018, 2)
        #expect(
            cube.sources(of: "participants", by: [.risk]).map(\.en) == [
                "sessions and the risks named in their plans"
            ])
        #expect(cube.sources(of: "participants", by: [.school]).map(\.en) == ["sessions"])
    }

    @Test func `an indicator made from others has their sources`() throws {
        let cube = try SmallStore().cube(of: 2018, 2)
        #expect(
            cube.sources(of: "minutes_delivered_share", by: [.school]).map(\.en) == [
                "sessions", "measures provided for in support plans",
            ])
    }
}

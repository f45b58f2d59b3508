import PupilSupport
import Testing

@Suite struct `Class bands put together` {
    private func band(_ first: Int, _ last: Int) -> ClassBand {
        ClassBand(
            code: "\(first)-\(last)", name: LocalizedText(lv: "a", en: "b"), levels: first...last)
    }

    @Test func `are neighbours, the finer ways first, and never all of them`() {
        let ways = ClassBandMerge.ways(of: [band(5, 6), band(7, 9), band(10, 12)])
        #expect(
            ways.map { $0.bands.map(\.code) } == [
                ["5-6", "7-9", "10-12"], ["5-9", "10-12"], ["5-6", "7-12"],
            ])
        #expect(ways.map(\.isMerge) == [false, true, true])
    }

    @Test func `say from which class to which they reach`() {
        let way = ClassBandMerge.ways(of: [band(5, 6), band(7, 9), band(10, 12)])[1]
        #expect(way.bands[0].name == LocalizedText(lv: "5.–9. klase", en: "classes 5–9"))
        #expect(way.codes == ["5-6": "5-9", "7-9": "5-9", "10-12": "10-12"])
    }

    @Test func `are left alone where there is one`() {
        #expect(ClassBandMerge.ways(of: [band(5, 12)]).map(\.isMerge) == [false])
    }
}

/// The neighbourhoods of hidden cells, with all cells that are shown held at what they show.
struct HiddenNeighbourhoods {
    private let parts: [SystemPart]
    private let truth: [Int]
    /// For each hidden cell its part, and its place there.
    private var spot: [Int: (part: Int, place: Int)] = [:]

    init(_ part: ChoicePart, isHidden: [Bool]) {
        var system = part.system
        for column in isHidden.indices where !isHidden[column] && !part.isNever[column] {
            system.lowest[column] = part.truth[column]
            system.highest[column] = part.truth[column]
        }
        parts = system.parts()
        truth = part.truth
        for (number, part) in parts.enumerated() {
            for (place, column) in part.members.enumerated() { spot[column] = (number, place) }
        }
    }

    /// Those of the cells for which no wide range is found.
    func narrow(_ columns: [Int], _ threshold: Int) -> [Int] {
        var narrow = Set(columns)
        for (number, places) in byPart(columns) {
            for range in neighbourhood(number).ranges(of: places, threshold: threshold)
            where range.isWide(threshold) {
                narrow.remove(parts[number].members[range.column])
            }
        }
        return columns.filter(narrow.contains)
    }

    /// The cells that a single contributor of those named may work out.
    func left(of doubts: [Doubt]) -> [Int] {
        let singles = Dictionary(
            doubts.map { ($0.told, $0.singles) }, uniquingKeysWith: { first, _ in first })
        var told: Set<Int> = []
        for (number, places) in byPart(doubts.map(\.told)) {
            let own = places.map { place in
                Doubt(
                    told: place,
                    singles: (singles[parts[number].members[place]] ?? []).compactMap { single in
                        spot[single].flatMap { $0.part == number ? $0.place : nil }
                    })
            }
            for doubt in neighbourhood(number).left(of: own) {
                told.insert(parts[number].members[doubt.told])
            }
        }
        return doubts.map(\.told).filter(told.contains)
    }

    private func byPart(_ columns: [Int]) -> [(part: Int, places: [Int])] {
        Dictionary(grouping: columns.compactMap { spot[$0] }, by: \.part)
            .map { ($0.key, $0.value.map(\.place)) }.sorted { $0.0 < $1.0 }
    }

    private func neighbourhood(_ number: Int) -> Neighbourhood {
        Neighbourhood(parts[number].system, start: parts[number].members.map { truth[$0] })
    }
}

import PupilSupport
import Rollup

/// Figures that would tell something of everybody in a small group: all have one risk, all got one result.
struct SensitiveFigures {
    /// A group of this many people or more is no small group.
    private static let leastGroup = 20
    private let addresses: Set<FigureAddress>

    /// Looks for them.
    ///
    /// - Parameters:
    ///   - figures: The counts of a release.
    ///   - cube: The definitions.
    init(_ figures: [Figure], in cube: Cube) {
        let values = Dictionary(
            figures.map { ($0.address, $0.value?.scaled ?? 0) }, uniquingKeysWith: { $1 })
        let counted = cube.families.flatMap(\.indicators).compactMap(CountedIndicator.init)
        let outcomes = Set(
            cube.families.filter { $0.code == "outcomes" }.flatMap(\.indicators).map(\.code))
        var found: Set<FigureAddress> = []
        func isWholeGroup(_ part: FigureAddress, _ whole: FigureAddress) -> Bool {
            guard let part = values[part], let whole = values[whole] else { return false }
            return part == whole && (1..<Self.leastGroup).contains(whole)
        }
        for figure in figures {
            let address = figure.address
            for dimension in address.dimensions where dimension.isSensitive {
                if isWholeGroup(address, address.without(dimension)) { found.insert(address) }
            }
            guard outcomes.contains(address.indicator),
                let part = counted.first(where: { $0.code == address.indicator })
            else { continue }
            if part.definition.countsSupportedPupils,
                isWholeGroup(address, address.of("participants"))
            {
                found.insert(address)
            }
            for whole in counted where outcomes.contains(whole.code) {
                guard
                    let breakdown = part.definition.breakdowns.first(where: {
                        $0.dimensions == address.dimensions
                    }), part.isPart(of: whole, in: breakdown),
                    part.condition(beyond: whole) != nil,
                    isWholeGroup(address, address.of(whole.code))
                else { continue }
                found.insert(address)
            }
        }
        addresses = found
    }

    func contains(_ address: FigureAddress) -> Bool { addresses.contains(address) }
}

extension DimensionName {
    /// Whether a category says something of a person that others should not learn.
    fileprivate var isSensitive: Bool {
        switch self {
        case .risk, .outcome, .continuation, .status: true
        case .school, .level, .classBand, .sex, .measure, .subject, .role, .respondent, .rating:
            false
        }
    }
}

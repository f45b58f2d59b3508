import PupilSupport
import Rollup

/// What is shown of each figure once it is known which are hidden.
struct ShownFigures {
    private let cube: Cube
    private let definitions: [String: IndicatorDefinition]
    private let hidden: Set<String>
    private let before: ReleasedFigures?

    init(
        _ cube: Cube, definitions: [String: IndicatorDefinition], hidden: Set<String>,
        before: ReleasedFigures?
    ) {
        self.cube = cube
        self.definitions = definitions
        self.hidden = hidden
        self.before = before
    }

    /// Returns a figure as everybody sees it.
    ///
    /// The value of the semester before, and the change since, are shown only where that value was released
    /// itself: a difference would give the other away.
    func figure(_ figure: Figure) -> Figure {
        let isHidden = isHidden(figure.address)
        var previous = figure.previous
        if let value = previous, before?[figure.address.cell] != .value(value.description) {
            previous = nil
        }
        return Figure(
            address: figure.address, unit: figure.unit, value: figure.value,
            status: isHidden ? .confidential : figure.status, previous: previous,
            change: previous == nil ? nil : figure.change)
    }

    /// Whether a figure is hidden itself, or made from one that is, or a percentage of few.
    private func isHidden(_ address: FigureAddress) -> Bool {
        if hidden.contains(address.cell) { return true }
        guard let definition = definitions[address.indicator] else { return false }
        if case .target = definition.aggregate { return false }
        if case .share(_, let whole) = definition.aggregate {
            let base = cube.figure(at: address.of(whole))?.value?.scaled ?? 0
            if base > 0, base < ReleaseScope.leastPercentageBase { return true }
        }
        return definition.aggregate.operands.contains { code in
            guard case .sumOfSchools = definition.aggregate else {
                return isHidden(address.of(code))
            }
            return false
        }
    }
}

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
    /// The value of the semester before is the one that was released then, whatever is known now: where only some
    /// were left out, who compares would see which figures a correction touched.
    func figure(_ figure: Figure) -> Figure {
        let isHidden = isHidden(figure.address)
        let isOfFew = !isHidden && isPercentageOfFew(figure.address)
        let previous = released(figure)
        var change = figure.change
        if let previous, previous != figure.previous {
            change = figure.value.map {
                FigureValue(scaled: $0.scaled - previous.scaled, decimals: $0.decimals)
            }
        }
        return Figure(
            address: figure.address, unit: figure.unit, value: isOfFew ? nil : figure.value,
            status: isHidden ? .confidential : isOfFew ? .notApplicable : figure.status,
            previous: previous,
            previousStatus: before?[figure.address.cell] == .hidden ? .confidential : nil,
            change: previous == nil || isOfFew ? nil : change)
    }

    /// Returns what was released of a figure in the semester before, where there is anything to compare with.
    private func released(_ figure: Figure) -> FigureValue? {
        guard cube.hasFiguresBefore(school: figure.address.school),
            case .value(let text)? = before?[figure.address.cell]
        else { return nil }
        return FigureValue(text, decimals: figure.unit.decimals)
    }

    /// Whether a figure is a percentage of so few that one of them moves it by several points.
    ///
    /// What it is made from is shown, so it is no secret, but it has no meaning.
    private func isPercentageOfFew(_ address: FigureAddress) -> Bool {
        guard case .share(_, let whole)? = definitions[address.indicator]?.aggregate else {
            return false
        }
        let base = cube.figure(at: address.of(whole))?.value?.scaled ?? 0
        return base > 0 && base < ReleaseScope.leastPercentageBase
    }

    /// Whether a figure is hidden itself, or made from one that is.
    private func isHidden(_ address: FigureAddress) -> Bool {
        if hidden.contains(address.cell) { return true }
        guard let definition = definitions[address.indicator] else { return false }
        if case .target = definition.aggregate { return false }
        return definition.aggregate.operands.contains { code in
            guard case .sumOfSchools = definition.aggregate else {
                return isHidden(address.of(code))
            }
            return false
        }
    }
}

import PupilSupport
import Rollup

/// Reads figures of a cube as the page shows them.
struct FigureReader {
    let cube: Cube
    let language: Language
    private var numbers: NumberText { NumberText(language: language) }

    init(_ cube: Cube, in language: Language) {
        self.cube = cube
        self.language = language
    }

    /// Returns a figure, a zero where nothing was counted, or nothing where nothing can be.
    func reading(
        _ indicator: IndicatorDefinition, _ coordinates: [FigureAddress.Coordinate]
    ) -> FigureReading {
        let address = FigureAddress(
            semester: cube.semester, indicator: indicator.code, coordinates: coordinates)
        if let figure = cube.figure(at: address) { return reading(figure) }
        let isCounted =
            indicator.unit.decimals == 0 && cube.isPossible(address) && !cube.isMissing(address)
            && indicator.breakdowns.contains { $0.dimensions == address.dimensions }
        return isCounted
            ? FigureReading(
                text: numbers.integer(0), value: FigureValue(scaled: 0, decimals: 0),
                status: .present)
            : FigureReading(text: "–", value: nil, status: .notApplicable)
    }

    /// Returns a figure as text and value.
    func reading(_ figure: Figure) -> FigureReading {
        FigureReading(
            text: text(figure.value, figure.status, unit: figure.unit), value: figure.value,
            status: figure.status, address: figure.address.description)
    }

    /// Returns a value with its unit's mark, or the sign for why there is none.
    func text(_ value: FigureValue?, _ status: ValueStatus, unit: IndicatorUnit) -> String {
        switch status {
        case .confidential: "[c]"
        case .low: "[low]"
        default:
            value.map { numbers.value($0) + (unit == .percent ? "\u{00A0}%" : "") } ?? "–"
        }
    }
}

/// A figure as the page shows it.
struct FigureReading {
    let text: String
    let value: FigureValue?
    let status: ValueStatus
    var address: String?
}

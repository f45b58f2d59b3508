import Rollup

extension Cube {
    /// Returns the cube with its figures replaced one by one, as protection does.
    ///
    /// What a target is compared with is a figure too, so it follows that of the municipality.
    ///
    /// - Parameters:
    ///   - dimensions: The categories, where some were merged; `nil` leaves them as they are.
    ///   - replacement: Gives the figure that takes the place of one, or `nil` to leave it out.
    func replacingFigures(
        dimensions: Dimensions? = nil, _ replacement: (Figure) throws -> Figure?
    ) rethrows -> Cube {
        let figures = try figures.compactMap(replacement)
        return replacing(figures: figures, dimensions: dimensions ?? self.dimensions)
    }
}

extension Figure {
    /// The figure without its numbers.
    var concealed: Figure {
        Figure(
            address: address, unit: unit, value: nil, status: .confidential, previous: nil,
            change: nil)
    }
}

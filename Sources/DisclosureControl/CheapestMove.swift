/// Finds the cheapest cells to hide so that one cell can take another value: the solver moves all cells away from
/// their true values, and each step of a cell that is not hidden yet costs what hiding it would.
final class CheapestMove {
    private let part: ChoicePart
    private let polytope: Polytope
    private let mayMove: [Bool]

    /// - Parameter mayMove: the cells that may be hidden.
    init(_ part: ChoicePart, mayMove: [Bool]) {
        self.part = part
        self.mayMove = mayMove
        let width = part.system.width
        // For each cell how far it goes up, then for each how far it goes down.
        let up = (0..<width).map { part.system.highest[$0] - part.truth[$0] }
        let down = (0..<width).map { part.truth[$0] - part.system.lowest[$0] }
        let isFree = (0..<width).map { mayMove[$0] || part.isNever[$0] }
        let highest =
            (0..<width).map { isFree[$0] ? up[$0] : 0 }
            + (0..<width).map { isFree[$0] ? down[$0] : 0 }
        var system = IntegerSystem(
            lowest: Array(repeating: 0, count: 2 * width), highest: highest,
            ceiling: part.system.ceiling)
        for row in 0..<part.system.rowCount {
            var terms: [(column: Int, coefficient: Int)] = []
            var sum = 0
            for entry in part.system.entries(of: row) {
                let (column, times) =
                    (part.system.columns[entry], part.system.coefficients[entry])
                terms.append((column, times))
                terms.append((column + width, -times))
                sum += times * part.truth[column]
            }
            let (lower, upper) = (part.system.lower[row], part.system.upper[row])
            system.addRow(
                terms, lower: lower == IntegerSystem.noLower ? lower : lower - sum,
                upper: upper == IntegerSystem.noUpper ? upper : upper - sum)
        }
        bounds = highest
        polytope = Polytope(system)
    }

    private let bounds: [Int]

    /// The cells that move when one cell moves by an amount, and another stays; nil when it cannot.
    ///
    /// - Parameter price: what moving each cell by one costs.
    func support(
        _ column: Int, by amount: Int, holding held: Int? = nil, price: (Int) -> Double
    ) -> (columns: [Int], steps: [Double])? {
        let width = part.system.width
        let (own, other) = amount > 0 ? (column, column + width) : (column + width, column)
        guard Int(amount.magnitude) <= bounds[own] else { return nil }
        var fixed = [(own, Int(amount.magnitude)), (other, 0)]
        if let held { fixed += [(held, 0), (held + width, 0)] }
        for (place, value) in fixed { polytope.setBounds(place, value, value) }
        defer { for (place, _) in fixed { polytope.setBounds(place, 0, bounds[place]) } }
        var terms: [(column: Int, coefficient: Double)] = []
        for cell in 0..<width where mayMove[cell] {
            let price = price(cell)
            if price > 0 { terms += [(cell, price), (cell + width, price)] }
        }
        polytope.setObjective(terms, maximize: false)
        guard case .best = polytope.relax() else { return nil }
        let values = polytope.relaxedValues()
        let steps = (0..<width).map { abs(values[$0] - values[$0 + width]) }
        return (
            (0..<width).filter { steps[$0] > 1e-7 && !part.isNever[$0] }, steps
        )
    }
}

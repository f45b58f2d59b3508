/// Finds how far the unknowns of one system can go, by solutions that exact arithmetic confirms.
final class RangeSearch {
    /// What came of pushing a sum as far as it goes.
    struct Push {
        /// How far the sum can go at most; nil when nothing solves the system or the solver gave up.
        var limit: Int?
        /// Whether a confirmed solution goes as far.
        var isReached: Bool
    }

    private(set) var system: IntegerSystem
    /// The solver; what earlier solutions prove needs none.
    private var solver: Polytope?
    var pool: WitnessPool
    /// How often the solver was asked; counts of work are the same on every machine, times are not.
    private(set) var questions = 0
    /// Whether the last question led to a confirmed solution.
    private(set) var isConfirmed = false
    private let nodes = 500

    init(_ system: IntegerSystem, singles: [(column: Int, value: Int)] = [], keepsAll: Bool = false)
    {
        self.system = system
        pool = WitnessPool(width: system.width, singles: singles, keepsAll: keepsAll)
    }

    /// Begins anew with other bounds of the same unknowns; the solver goes on from where it stands.
    func restart(
        _ bounds: IntegerSystem, singles: [(column: Int, value: Int)], keepsAll: Bool
    ) {
        for column in 0..<system.width {
            setBounds(column, bounds.lowest[column], bounds.highest[column])
        }
        pool = WitnessPool(width: system.width, singles: singles, keepsAll: keepsAll)
    }

    var polytope: Polytope {
        if let solver { return solver }
        let made = Polytope(system)
        solver = made
        return made
    }

    /// Changes the bounds of an unknown.
    func setBounds(_ column: Int, _ low: Int, _ high: Int) {
        guard system.lowest[column] != low || system.highest[column] != high else { return }
        system.lowest[column] = low
        system.highest[column] = high
        solver?.setBounds(column, low, high)
    }

    /// Takes in a solution that somebody proposes; false when it is none.
    @discardableResult
    func propose(_ values: [Int]) -> Bool {
        guard system.holds(values) else { return false }
        pool.add(values)
        return true
    }

    /// Sees to it that a solution is known.
    func findAny() -> Push { push([], maximize: true) }

    /// Pushes a sum of multiples as far as it goes.
    ///
    /// - Parameters:
    ///   - relaxedOnly: stops before the search for whole numbers.
    ///   - countsEarlier: takes an earlier solution that goes as far for an answer; not so while bounds are narrowed.
    ///   - isEnough: how far is far enough.
    func push(
        _ terms: [(column: Int, coefficient: Int)], maximize: Bool, relaxedOnly: Bool = false,
        countsEarlier: Bool = true, isEnough: (Int) -> Bool = { _ in false }
    ) -> Push {
        questions += 1
        isConfirmed = false
        let polytope = polytope
        polytope.setObjective(
            terms.map { ($0.column, Double($0.coefficient)) }, maximize: maximize)
        guard case .best(let value) = polytope.relax(), abs(value) < 1e17 else {
            return Push(limit: nil, isReached: false)
        }
        var limit = whole(value, maximize)
        if let found = confirm(polytope.relaxedValues(), terms),
            relaxedOnly || found == limit || isEnough(found)
        {
            return Push(limit: limit, isReached: found == limit)
        }
        // A single unknown may have come as far in some earlier solution.
        if countsEarlier, terms.count == 1, terms[0].coefficient == 1, !pool.isEmpty,
            (maximize ? pool.highest : pool.lowest)[terms[0].column] == limit
        {
            return Push(limit: limit, isReached: true)
        }
        guard !relaxedOnly, terms.isEmpty || !isHopeless(limit, isEnough, maximize) else {
            return Push(limit: limit, isReached: false)
        }
        questions += 1
        let search = polytope.searchIntegers(nodes: nodes, depthFirst: terms.isEmpty)
        guard case .best(let best) = search.outcome, abs(best) < 1e17 else {
            return Push(limit: search.isComplete ? nil : limit, isReached: false)
        }
        let found = confirm(polytope.integerValues(), terms)
        if search.isComplete {
            limit = maximize ? min(limit, whole(best, true)) : max(limit, whole(best, false))
        }
        return Push(limit: limit, isReached: found == limit)
    }

    private func isHopeless(_ limit: Int, _ isEnough: (Int) -> Bool, _ maximize: Bool) -> Bool {
        // Whoever asks for no particular amount wants the limit itself.
        isEnough(maximize ? .max : .min) && !isEnough(limit)
    }

    private func whole(_ value: Double, _ maximize: Bool) -> Int {
        let slack = 1e-6 * max(1, value.magnitude)
        return maximize ? wholeBelow(value + slack) : -wholeBelow(slack - value)
    }

    /// Rounds, confirms and takes in a solution, and gives the sum in it.
    private func confirm(_ values: [Double], _ terms: [(column: Int, coefficient: Int)]) -> Int? {
        var rounded = Array(repeating: 0, count: values.count)
        let isWhole = rounded.withUnsafeMutableBufferPointer { rounded in
            values.withUnsafeBufferPointer { values in
                var index = 0
                while index < values.count {
                    let value = values[index]
                    guard abs(value) < 1e15 else { return false }
                    let nearest = wholeBelow(value + 0.5)
                    guard abs(Double(nearest) - value) < 1e-5 * max(1, abs(value)) else {
                        return false
                    }
                    rounded[index] = nearest
                    index += 1
                }
                return true
            }
        }
        guard isWhole else { return nil }
        guard propose(rounded) else { return nil }
        isConfirmed = true
        return terms.reduce(0) { $0 + $1.coefficient * rounded[$1.column] }
    }
}

extension RangeSearch {
    /// Whether confirmed solutions prove that nobody can narrow the unknown down.
    func isWide(_ column: Int, _ threshold: Int) -> Bool {
        !pool.isEmpty && pool.highest[column] >= threshold
            && pool.highest[column] - pool.lowest[column] >= threshold
    }

    /// Tries to prove that nobody can narrow the unknown down.
    func widen(_ column: Int, _ threshold: Int) -> Bool {
        var idle: [Bool]?
        return widen(column, threshold, idle: &idle)
    }

    /// Tries to prove that nobody can narrow the unknown down.
    ///
    /// - Parameter idle: The unknowns, where it is an array and the range is shown to be too narrow, with which it
    ///   stays so whatever bounds they are given; none where nobody knows.
    func widen(_ column: Int, _ threshold: Int, idle: inout [Bool]?) -> Bool {
        let asksForIdle = idle != nil
        if asksForIdle { idle = [] }
        if isWide(column, threshold) { return true }
        let up = push([(column, 1)], maximize: true, relaxedOnly: true)
        if isWide(column, threshold) { return true }
        guard let top = up.limit else { return false }
        let above = asksForIdle ? polytope.isIdle() : []
        guard top >= threshold else {
            if asksForIdle { idle = above }
            return false
        }
        let down = push([(column, 1)], maximize: false, relaxedOnly: true)
        if isWide(column, threshold) { return true }
        guard let bottom = down.limit else { return false }
        guard top - bottom >= threshold else {
            if asksForIdle { idle = zip(above, polytope.isIdle()).map { $0 && $1 } }
            return false
        }
        let goal = max(threshold, pool.lowest[column] + threshold)
        if goal <= top { seek(column, goal, top) }
        if isWide(column, threshold) { return true }
        if pool.highest[column] < threshold { seek(column, threshold, top) }
        guard pool.highest[column] >= threshold else { return false }
        let floor = pool.highest[column] - threshold
        if floor >= bottom { seek(column, bottom, floor) }
        if isWide(column, threshold) { return true }
        _ = push([(column, 1)], maximize: true)
        if !isWide(column, threshold) { _ = push([(column, 1)], maximize: false) }
        return isWide(column, threshold)
    }

    /// Looks for any solution in which the unknown lies between two values.
    func seek(_ column: Int, _ low: Int, _ high: Int) {
        let (least, most) = (system.lowest[column], system.highest[column])
        guard max(low, least) <= min(high, most) else { return }
        setBounds(column, max(low, least), min(high, most))
        defer { setBounds(column, least, most) }
        // Corners in some direction or other are often whole where the nearest one is not.
        var dice = Dice(seed: UInt64(column + 1))
        for _ in 0..<3 {
            let terms = (0..<system.width).map { (column: $0, coefficient: dice.flip() ? 1 : -1) }
            guard push(terms, maximize: true, relaxedOnly: true).limit != nil else { return }
            if isConfirmed { return }
        }
        _ = push([], maximize: true)
    }

    /// Pushes many unknowns at once, this way and that, for solutions that prove much together.
    func stir(_ columns: [Int], rounds: Int, isSettled: (Int) -> Bool) {
        var dice = Dice(seed: UInt64(columns.count))
        for round in 0..<rounds {
            let open = columns.filter { !isSettled($0) }
            guard open.count > 2 else { return }
            let terms = open.map { (column: $0, coefficient: round == 0 || dice.flip() ? 1 : -1) }
            _ = push(terms, maximize: true, relaxedOnly: true)
            _ = push(terms, maximize: false, relaxedOnly: true)
        }
    }
}

/// The greatest whole number that is not above a number of modest size; without the mathematics of the C library,
/// which nothing else here needs.
func wholeBelow(_ number: Double) -> Int {
    let whole = Int(number)
    return Double(whole) > number ? whole - 1 : whole
}

/// A row of pseudo-random bits that is the same every time.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func flip() -> Bool {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state >> 33 & 1 == 1
    }
}

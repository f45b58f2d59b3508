/// Tells which numbers come for the first time, round after round.
///
/// A number is marked with the round it was last seen in, so that a new round costs nothing.
struct SeenNumbers {
    private var rounds: [Int32]
    private var round: Int32 = 1

    /// Takes numbers from zero to just below a count.
    init(below count: Int) { rounds = Array(repeating: 0, count: count) }

    /// Begins a round in which no number was seen.
    mutating func begin() { round += 1 }

    /// Returns whether a number was seen in this round.
    func contains(_ number: Int) -> Bool { rounds[number] == round }

    /// Marks a number as seen, and returns whether it is for the first time.
    mutating func isNew(_ number: Int) -> Bool {
        guard rounds[number] != round else { return false }
        rounds[number] = round
        return true
    }
}

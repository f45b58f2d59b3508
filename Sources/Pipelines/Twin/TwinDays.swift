import PupilSupport

/// Moves each day to another of its month, the same for the same day everywhere in a file.
struct TwinDays {
    private var turns: [Int: Int] = [:]

    /// Returns another day of a month: as valid or invalid as before, of as many digits without a
    /// leading zero.
    mutating func day(
        _ day: Int, month: Int, year: Int, _ random: inout TwinRandom
    ) -> Int {
        let length =
            (1...12).contains(month) ? CivilDate.daysInMonth(month, of: year) : 28
        switch day {
        case 1...9: return turned(day, in: 1...9, month: month, &random)
        case 10...length: return turned(day, in: 10...length, month: month, &random)
        case (length + 1)...31:
            return turned(day, in: (length + 1)...31, month: month, &random)
        case 32...99: return turned(day, in: 32...99, month: month, &random)
        default: return day
        }
    }

    private mutating func turned(
        _ day: Int, in days: ClosedRange<Int>, month: Int, _ random: inout TwinRandom
    ) -> Int {
        guard days.count > 1 else { return day }
        let key = month * 10_000 + days.lowerBound * 100 + days.upperBound
        let turn = turns[key] ?? Int.random(in: 1..<days.count, using: &random)
        turns[key] = turn
        return days.lowerBound + (day - days.lowerBound + turn) % days.count
    }
}

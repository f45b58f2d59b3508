import PupilSupport

/// Moves each day to another of its month, the same for the same day everywhere in a file.
///
/// Days of a school year keep their order, and a day on which there is no school stays one: what a
/// twin has wrong is what its file has wrong.
struct TwinDays {
    /// A month of a year.
    struct Month: Hashable {
        let year: Int
        let month: Int
    }

    private let used: [Month: Set<Int>]
    private let calendar: SemesterCalendar?
    private var turns: [Int: Int] = [:]
    private var moves: [Month: [Int: Int]] = [:]

    /// The year from which days are those of school years, where no calendar says more.
    private static let firstSchoolYear = 2015

    /// Prepares for the days of a file.
    ///
    /// - Parameters:
    ///   - used: The days that the file has.
    ///   - calendar: The semesters, on whose sides and in whose holidays days stay.
    init(used: [Month: Set<Int>] = [:], calendar: SemesterCalendar? = nil) {
        self.used = used
        self.calendar = calendar
    }

    /// Returns another day of a month: as valid or invalid as before, of as many digits without a
    /// leading zero.
    mutating func day(
        _ day: Int, month: Int, year: Int, _ random: inout TwinRandom
    ) -> Int {
        let length =
            (1...12).contains(month) ? CivilDate.daysInMonth(month, of: year) : 28
        if (1...length).contains(day),
            let moved = moved(day, in: Month(year: year, month: month), &random)
        {
            return moved
        }
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
        let turn =
            turns[key]
            ?? random.drawn(for: "days \(key)") { Int.random(in: 1..<days.count, using: &$0) }
        turns[key] = turn
        return days.lowerBound + (day - days.lowerBound + turn) % days.count
    }

    // MARK: - Days of a school year

    private mutating func moved(
        _ day: Int, in month: Month, _ random: inout TwinRandom
    ) -> Int? {
        guard isSchoolTime(month) else { return nil }
        if let known = moves[month] { return known[day] }
        let found = random.drawn(for: "month \(month.year)-\(month.month)") {
            moves(in: month, &$0)
        }
        moves[month] = found
        return found[day]
    }

    private func isSchoolTime(_ month: Month) -> Bool {
        guard (1...12).contains(month.month) else { return false }
        guard let calendar else { return month.year >= Self.firstSchoolYear }
        guard let first = calendar.periods.first?.startsOn,
            let last = calendar.periods.last?.plansEndOn
        else { return false }
        let number = 12 * month.year + month.month
        return (12 * first.year + first.month...12 * last.year + last.month).contains(number)
    }

    /// Returns other days of a month for those that a file has, in their order and each of its kind.
    private func moves(in month: Month, _ random: inout TwinRandom) -> [Int: Int] {
        let length = CivilDate.daysInMonth(month.month, of: month.year)
        let days = (used[month] ?? []).filter { (1...length).contains($0) }.sorted()
        let kinds = (1...length).map { kind(of: $0, in: month) }
        // From the end: the last day that leaves room for those behind it.
        var latest = days
        var bound = length + 1
        for index in days.indices.reversed() {
            let kind = kinds[days[index] - 1]
            latest[index] = (days[index]..<bound).last { kinds[$0 - 1] == kind } ?? days[index]
            bound = latest[index]
        }
        var moves: [Int: Int] = [:]
        var before = 0
        for (day, last) in zip(days, latest) where last > before {
            let free = (before + 1...last).filter { kinds[$0 - 1] == kinds[day - 1] }
            let others = free.filter { $0 != day }
            before = (others.isEmpty ? free : others).randomElement(using: &random) ?? day
            moves[day] = before
        }
        return moves
    }

    /// What a day must have in common with the one that takes its place.
    private func kind(of day: Int, in month: Month) -> [Bool] {
        guard let date = CivilDate(year: month.year, month: month.month, day: day) else {
            return []
        }
        var kind = [day < 10, date.weekday > 5]
        for period in calendar?.periods ?? [] {
            kind += [period.startsOn <= date, date <= period.endsOn, date <= period.plansEndOn]
            kind += period.endsByLevel.sorted { $0.key < $1.key }.map { date <= $0.value }
            kind += period.holidays.map { $0.covers(date, level: nil) }
        }
        return kind
    }
}

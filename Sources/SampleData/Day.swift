/// A calendar day that can be counted onwards.
struct Day: Hashable, Comparable {
    /// The number of days since 1 January 1970.
    let number: Int

    init(number: Int) { self.number = number }

    /// Creates a day of the Gregorian calendar.
    init(_ year: Int, _ month: Int, _ day: Int) {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number =
            era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The year, the month and the day of the month.
    var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    /// The day of the week, 1 for Monday to 7 for Sunday.
    var weekday: Int { (number + 3) % 7 + 1 }

    /// The day as `2019-05-31`.
    var iso: String { "\(parts.year)-\(padded(parts.month))-\(padded(parts.day))" }

    /// The day as `31.05.2019`.
    var dotted: String { "\(padded(parts.day)).\(padded(parts.month)).\(parts.year)" }

    /// The day with a full stop at the end, as Latvian writes it.
    var latvian: String { dotted + "." }

    static func < (first: Day, second: Day) -> Bool { first.number < second.number }

    static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
}

/// Returns a number with a zero before it when it has one digit.
func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// A calendar day without a time zone, in the Gregorian calendar.
///
/// A school day is not an instant: it has no hour and no zone, so it cannot shift when a program
/// runs elsewhere.
public struct CivilDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The day as the integer `yyyymmdd`, which sorts as the days do and is readable in the store.
    public let storedValue: Int

    /// Creates a day, or returns `nil` when the calendar has no such day.
    ///
    /// - Parameters:
    ///   - year: 1800 to 2199, the span in which a pupil or a project can occur.
    ///   - month: 1 to 12.
    ///   - day: 1 to the length of the month.
    public init?(year: Int, month: Int, day: Int) {
        guard (1800...2199).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(month, of: year)
        else { return nil }
        storedValue = year * 10_000 + month * 100 + day
    }

    /// Creates a day from the integer `yyyymmdd`, or returns `nil` when there is no such day.
    public init?(storedValue: Int) {
        self.init(
            year: storedValue / 10_000, month: storedValue / 100 % 100, day: storedValue % 100)
    }

    /// Creates a day from ISO 8601 text (`2019-05-31`), or returns `nil` for anything else.
    public init?(iso text: some StringProtocol) {
        let text = String(text)
        guard text.utf8.count == 10 else { return nil }
        var number = 0
        for (place, byte) in text.utf8.enumerated() {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard (0x30...0x39).contains(byte) else { return nil }
                number = number * 10 + Int(byte - 0x30)
            }
        }
        self.init(storedValue: number)
    }

    /// The first day that there is.
    public static let earliest = CivilDate(unchecked: 1800_01_01)

    /// The year, 1800 to 2199.
    public var year: Int { storedValue / 10_000 }
    /// The month, 1 to 12.
    public var month: Int { storedValue / 100 % 100 }
    /// The day of the month, 1 to 31.
    public var day: Int { storedValue % 100 }

    /// The day as ISO 8601 text, `2019-05-31`.
    public var description: String {
        "\(year)-\(Self.padded(month))-\(Self.padded(day))"
    }

    /// The day as Latvian text with a full stop behind each number, such as 31.05.2019.
    public var latvian: String {
        "\(Self.padded(day)).\(Self.padded(month)).\(year)."
    }

    /// The number of days since 1 January 1970, negative before.
    public var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int {
        ((dayNumber + 3) % 7 + 7) % 7 + 1
    }

    /// The length of a month in days.
    public static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether one day is earlier than another.
    public static func < (first: CivilDate, second: CivilDate) -> Bool {
        first.storedValue < second.storedValue
    }

    private init(unchecked storedValue: Int) { self.storedValue = storedValue }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

/// A day and a time as workbooks count them: days since the start of 1900 or 1904, the time as a fraction.
struct SerialDate {
    private let day: Int
    /// The whole seconds of the day; a fraction of a second is noise.
    private let second: Int
    private let isDate1904: Bool

    /// The last day that Excel shows, 31 December 9999.
    private static let lastDay = 2_958_465
    private static let secondsOfDay = 86_400
    /// The days from the start of 1904 back to that of 1900, as Excel counts them.
    private static let daysTo1904 = 1_462

    /// Reads a number of days in plain decimal digits, or returns `nil` when it shows no day.
    init?(_ number: [UInt8], isDate1904: Bool) {
        let parts = number.split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, (1...7).contains(whole.count),
            var day = Int(String(decoding: whole, as: UTF8.self)), whole.first != UInt8(ascii: "-")
        else { return nil }
        var fraction = 0.0
        var weight = 0.1
        for digit in parts.dropFirst().joined() {
            fraction += Double(digit &- 0x30) * weight
            weight /= 10
        }
        var second = Int((fraction * Double(Self.secondsOfDay)).rounded())
        if second == Self.secondsOfDay {
            second = 0
            day += 1
        }
        guard day <= Self.lastDay - (isDate1904 ? Self.daysTo1904 : 0) else { return nil }
        self.day = day
        self.second = second
        self.isDate1904 = isDate1904
    }

    /// Appends what a format shows, in the spelling of ISO 8601.
    func append(as format: CellFormat, to output: inout [UInt8]) {
        switch format {
        case .date: appendDay(to: &output)
        case .time: appendTime(hours: second / 3600, to: &output)
        case .duration: appendTime(hours: day * 24 + second / 3600, to: &output)
        case .dateAndTime:
            appendDay(to: &output)
            // Programs that know no days write a day as its midnight.
            guard second > 0 else { return }
            output.append(UInt8(ascii: " "))
            appendTime(hours: second / 3600, to: &output)
        case .number, .digits: break
        }
    }

    private func appendTime(hours: Int, to output: inout [UInt8]) {
        append(hours, width: 2, to: &output)
        output.append(UInt8(ascii: ":"))
        append(second / 60 % 60, width: 2, to: &output)
        guard second % 60 > 0 else { return }
        output.append(UInt8(ascii: ":"))
        append(second % 60, width: 2, to: &output)
    }

    private func appendDay(to output: inout [UInt8]) {
        let (year, month, day) = civil
        append(year, width: 4, to: &output)
        output.append(UInt8(ascii: "-"))
        append(month, width: 2, to: &output)
        output.append(UInt8(ascii: "-"))
        append(day, width: 2, to: &output)
    }

    private func append(_ number: Int, width: Int, to output: inout [UInt8]) {
        let digits = String(number).utf8
        for _ in 0..<max(width - digits.count, 0) { output.append(0x30) }
        output.append(contentsOf: digits)
    }

    /// The day of the calendar, with the two that only Excel has: day 0 of January and 29 February 1900.
    private var civil: (year: Int, month: Int, day: Int) {
        if isDate1904 { return Self.civil(daysSince1900: day + Self.daysTo1904) }
        return switch day {
        case 0: (1900, 1, 0)
        case 60: (1900, 2, 29)
        case 1..<60: Self.civil(daysSince1900: day + 1)
        default: Self.civil(daysSince1900: day)
        }
    }

    /// Returns the day that lies a number of days after 30 December 1899.
    private static func civil(daysSince1900 count: Int) -> (year: Int, month: Int, day: Int) {
        // No year is longer than 366 days, so the estimate is never late.
        let days = count + 363
        var year = 1899 + days / 366
        var left = days - (year - 1899) * 365 - leapDays(before: year) + leapDays(before: 1899)
        while left >= (isLeap(year) ? 366 : 365) {
            left -= isLeap(year) ? 366 : 365
            year += 1
        }
        var month = 1
        while left >= length(of: month, in: year) {
            left -= length(of: month, in: year)
            month += 1
        }
        return (year, month, left + 1)
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func leapDays(before year: Int) -> Int {
        (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

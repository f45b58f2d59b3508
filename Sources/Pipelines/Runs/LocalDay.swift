import Foundation
import PupilSupport

/// The day in Latvia on which a moment falls; nights of the change to summer time included.
struct LocalDay {
    /// The day.
    let date: CivilDate

    private static let riga = TimeZone(identifier: "Europe/Riga")

    private static var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = riga ?? TimeZone(secondsFromGMT: 7200) ?? .gmt
        return calendar
    }

    /// - Parameter moment: The seconds since 1970.
    init(of moment: Int) {
        let parts = Self.calendar.dateComponents(
            [.year, .month, .day], from: Date(timeIntervalSince1970: Double(moment)))
        let day = CivilDate(
            year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
        date = day ?? .earliest
    }

    /// Returns the last second of a day in Latvia, in seconds since 1970.
    static func end(of date: CivilDate) -> Int {
        let parts = DateComponents(year: date.year, month: date.month, day: date.day)
        guard let start = calendar.date(from: parts),
            let next = calendar.date(byAdding: .day, value: 1, to: start)
        else { return Int.max }
        return Int(next.timeIntervalSince1970) - 1
    }

    /// Returns a moment as text, `2019-10-07T12:00:00+03:00`.
    static func text(of moment: Int) -> String {
        let formatter = ISO8601DateFormatter()
        formatter.timeZone = calendar.timeZone
        return formatter.string(from: Date(timeIntervalSince1970: Double(moment)))
    }

    /// Returns the moment of a text such as `2019-10-07T12:00:00+03:00`, or `nil` for anything else.
    static func moment(in text: String) -> Int? {
        ISO8601DateFormatter().date(from: text).map { Int($0.timeIntervalSince1970) }
    }
}

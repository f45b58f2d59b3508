import Glibc
public import PupilSupport

/// The clock of a run.
public enum Moment {
    /// The seconds since 1970; `SOURCE_DATE_EPOCH` stands in for the clock where it is set, so that a run
    /// can be made again as it was.
    public static var now: Int {
        if let text = getenv("SOURCE_DATE_EPOCH"), let seconds = Int(String(cString: text)) {
            return seconds
        }
        return Int(time(nil))
    }

    /// Returns a moment as text in universal time, `2019-10-07 06:00 UTC`.
    public static func text(of moment: Int) -> String {
        var seconds = time_t(moment)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 40)
        let count = strftime(&text, text.count, "%Y-%m-%d %H:%M UTC", &parts)
        return String(decoding: text[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The day in Latvia.
    public static var today: CivilDate { LocalDay(of: now).date }
}

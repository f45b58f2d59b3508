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

    /// The day of the clock where the program runs, or `nil` for one that no calendar here has.
    public static var today: CivilDate? {
        var moment = time_t(now)
        var parts = tm()
        localtime_r(&moment, &parts)
        return CivilDate(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }

    /// Returns a moment as text in universal time, `2019-10-07T09:00:00Z`.
    static func text(of seconds: Int) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let length = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

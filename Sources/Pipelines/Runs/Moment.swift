import Glibc

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

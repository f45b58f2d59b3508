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
}

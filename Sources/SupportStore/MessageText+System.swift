public import Diagnostics
import Glibc

extension MessageText {
    /// Returns what the system says of an error.
    ///
    /// - Parameter code: The system's number of it.
    public static func system(_ code: Int32) -> MessageText {
        .system(code, words: String(cString: strerror(code)))
    }

    /// Creates a reason that is the same in both languages, such as a name or a number.
    init(same text: String) { self.init(lv: text, en: text) }
}

import Diagnostics
import Glibc

/// The marks by which the system's journal knows how urgent a line is (sd-daemon).
enum JournalPriority {
    /// Whether standard error goes to the journal.
    static let isAsked: Bool = {
        guard let stream = getenv("JOURNAL_STREAM") else { return false }
        // The device and inode of the stream: what was redirected since goes elsewhere.
        let parts = String(cString: stream).split(separator: ":").compactMap { UInt64($0) }
        var status = stat()
        guard parts.count == 2, fstat(STDERR_FILENO, &status) == 0 else { return false }
        return UInt64(status.st_dev) == parts[0] && UInt64(status.st_ino) == parts[1]
    }()

    /// Returns the text with the mark before each line, where the journal asks for it.
    static func marked(_ text: String, _ severity: Severity) -> String {
        guard isAsked else { return text }
        let mark =
            switch severity {
            case .note: "<6>"
            case .warning: "<4>"
            case .error, .fatal: "<3>"
            }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.isEmpty ? "" : mark + line
        }.joined(separator: "\n")
    }
}

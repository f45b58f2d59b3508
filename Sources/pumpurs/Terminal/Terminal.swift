import Diagnostics
import Glibc
import Pipelines

/// A stream of the terminal.
struct Terminal {
    /// Standard output, whose text is what the user asked for: it comes whole, or the run says not.
    static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
    /// Standard error.
    static let standardError = Terminal(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    /// Whether a person sees the stream.
    var isInteractive: Bool {
        guard isatty(descriptor) == 1 else { return false }
        return getenv("TERM").map { String(cString: $0) } != "dumb"
    }

    /// Whether a few lines can be written within a second: nobody may drain the stream, or its terminal stand still.
    var takesText: Bool {
        var asked = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&asked, 1, 1000) > 0 && asked.revents & Int16(POLLOUT) != 0
    }

    /// Writes a text.
    ///
    /// - Throws: ``OutputError`` when not all of it was taken.
    func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

    /// Writes bytes.
    ///
    /// - Throws: ``OutputError`` when not all of them were taken.
    func write(_ bytes: [UInt8]) throws(OutputError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .standardOutput(code: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Says something to the user; where nobody can be told any more nothing is left to do.
    static func say(_ text: String, _ severity: Severity = .warning) {
        try? standardError.write(JournalPriority.marked(text, severity))
    }
}

/// One line on standard error that says what is being done; nothing where nobody sees it.
struct ProgressLine: Sendable {
    private let isShown = Terminal.standardError.isInteractive

    /// Shows what is being done.
    func show(_ text: String) {
        if isShown { Terminal.say("\r\u{1B}[2K\(text)") }
    }

    /// Shows how far a run has come, and makes it the one that `SIGUSR1` asks after.
    func following(in language: MessageLanguageOption) -> RunProgress {
        let progress = RunProgress { [self] status in
            show(status.text.text(in: language.messages, details: [:]))
        }
        progress.becomeCurrent()
        return progress
    }

    /// Takes the line away.
    func finish() {
        if isShown { Terminal.say("\r\u{1B}[2K") }
    }
}

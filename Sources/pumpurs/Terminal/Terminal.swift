import Glibc

/// A stream of the terminal.
struct Terminal {
    /// Standard output.
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

    /// Writes a text.
    func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes bytes.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

/// One line on standard error that says what is being done; nothing where nobody sees it.
struct ProgressLine {
    private let isShown = Terminal.standardError.isInteractive

    /// Shows what is being done.
    func show(_ text: String) {
        if isShown { Terminal.standardError.write("\r\u{1B}[2K\(text)") }
    }

    /// Takes the line away.
    func finish() {
        if isShown { Terminal.standardError.write("\r\u{1B}[2K") }
    }
}

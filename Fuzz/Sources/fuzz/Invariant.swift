import Glibc

/// Something that must hold for every input.
enum Invariant {
    /// Stops the run as a crash with a sentence, when something does not hold.
    static func holds(_ condition: Bool, _ sentence: @autoclosure () -> String) {
        guard !condition else { return }
        let line = Array("INVARIANT BROKEN: \(sentence())\n".utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, line.count) }
        abort()
    }

    /// The longest that one call may take, in nanoseconds.
    ///
    /// libFuzzer's own limit is for an input with all its calls.
    private static let longest = 5_000_000_000

    /// Runs a call and tells how long it took when that was too long.
    static func inTime<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
        let start = now()
        defer {
            let spent = now() - start
            holds(spent < longest, "\(name) took \(spent / 1_000_000) ms")
        }
        return try body()
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

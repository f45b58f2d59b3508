import Foundation

/// Measures steps: wall and processor seconds, and the most memory that the process held during each.
struct Meter {
    private let clock = ContinuousClock()
    private var wall = 0.0
    private var processor = 0.0
    private var peak = 0

    /// Prints the head of the table.
    init() {
        print(Self.line("", ["seconds", "CPU s", "MiB at most"]))
    }

    /// Runs a step and prints what it took.
    mutating func measure<Result>(
        _ name: String, _ step: () throws -> Result
    ) rethrows -> Result {
        Self.forgetPeak()
        let (begin, used) = (clock.now, Self.processorSeconds)
        let result = try step()
        let seconds = (clock.now - begin) / .seconds(1)
        let processorSeconds = Self.processorSeconds - used
        let memory = Self.memoryPeak
        wall += seconds
        processor += processorSeconds
        peak = max(peak, memory)
        print(Self.line(name, [seconds, processorSeconds], memory))
        fflush(nil)
        return result
    }

    /// Prints what all steps took together.
    func printSum() { print(Self.line("all of these", [wall, processor], peak)) }

    private static func line(_ name: String, _ seconds: [Double], _ memory: Int) -> String {
        line(name, seconds.map { String(format: "%.2f", $0) } + [String(memory / 1024)])
    }

    private static func line(_ name: String, _ cells: [String]) -> String {
        cells.reduce("  " + name.padding(toLength: 44, withPad: " ", startingAt: 0)) { line, cell in
            line + String(repeating: " ", count: max(1, 12 - cell.count)) + cell
        }
    }

    private static var processorSeconds: Double {
        var used = timespec()
        guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) == 0 else { return .nan }
        return Double(used.tv_sec) + Double(used.tv_nsec) / 1e9
    }

    /// The kernel counts the peak anew when a 5 is written here.
    private static func forgetPeak() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }

    /// The most memory held since the peak was forgotten, in KiB.
    private static var memoryPeak: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).compactMap { Int($0) }.first
            ?? 0
    }
}

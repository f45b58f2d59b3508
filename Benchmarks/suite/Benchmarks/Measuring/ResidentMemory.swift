import CMemory
import Glibc

/// The memory of this process that lies in the machine's, as the kernel counts it, in KiB.
enum ResidentMemory {
    /// Hands freed memory back to the system, begins a new highest mark and returns what is taken now.
    static func restart() throws -> Int {
        malloc_trim(0)
        let file = open("/proc/self/clear_refs", O_WRONLY)
        guard file >= 0 else { throw Mismeasurement.memoryIsNotTold }
        defer { close(file) }
        // See proc(5): 5 resets the highest mark.
        guard write(file, "5", 1) == 1 else { throw Mismeasurement.memoryIsNotTold }
        return try now().current
    }

    /// Returns what is taken now, and the most that was since the last ``restart()``.
    static func now() throws -> (current: Int, peak: Int) {
        let file = open("/proc/self/status", O_RDONLY)
        guard file >= 0 else { throw Mismeasurement.memoryIsNotTold }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 13)
        let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
        let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(
            separator: "\n")
        func kibibytes(_ name: String) throws -> Int {
            guard let line = lines.first(where: { $0.hasPrefix(name) }),
                let number = Int(line.filter(\.isNumber))
            else { throw Mismeasurement.memoryIsNotTold }
            return number
        }
        return (try kibibytes("VmRSS:"), try kibibytes("VmHWM:"))
    }
}

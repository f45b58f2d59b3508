import CFuzzer
import Extraction
import Glibc

/// A file that lives in memory, for the readers take paths.
struct MemoryFile: Sendable {
    private let descriptor: Int32
    let path: FilePath

    init(named name: String) {
        descriptor = memory_file(name)
        Invariant.holds(descriptor >= 0, "the system has files in memory")
        path = FilePath("/proc/self/fd/\(descriptor)")
    }

    /// Replaces the contents.
    func write(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        ftruncate(descriptor, 0)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(
                    descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written,
                    off_t(written))
            }
            Invariant.holds(count > 0, "a file in memory can be written")
            written += count
        }
    }
}

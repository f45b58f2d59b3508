import CXLSXWriter
import Glibc

/// A file that has no name on any disk and is gone with its descriptor.
struct MemoryFile: ~Copyable {
    private let descriptor: Int32

    /// The path under which a library opens the file.
    var path: String { "/proc/self/fd/\(descriptor)" }

    init() throws(WorkbookError) {
        descriptor = cxlsxwriter_memory_file()
        guard descriptor >= 0 else { throw Self.error }
    }

    deinit { close(descriptor) }

    /// Returns all that was written.
    func bytes() throws(WorkbookError) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.error }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes[filled...].withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress, $0.count, filled)
            }
            guard count > 0 else { throw Self.error }
            filled += count
        }
        return bytes
    }

    private static var error: WorkbookError {
        WorkbookError(reason: String(cString: strerror(errno)))
    }
}

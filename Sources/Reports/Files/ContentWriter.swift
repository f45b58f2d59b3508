import Glibc

/// Takes the content of a file piece by piece; what grows long goes to the disk, not into memory.
final class ContentWriter {
    private var bytes: [UInt8] = []
    private let mostInMemory: Int
    private var descriptor: Int32 = -1
    private var written = 0

    /// The number of bytes that are in memory.
    var countInMemory: Int { bytes.count }

    /// - Parameter mostInMemory: As many bytes as are kept in memory.
    init(mostInMemory: Int = 8 << 20) { self.mostInMemory = mostInMemory }

    /// Appends bytes.
    ///
    /// - Throws: ``SpoolError`` when the machine has no room for them.
    func append(_ more: some Sequence<UInt8>) throws(SpoolError) {
        bytes.append(contentsOf: more)
        if bytes.count > mostInMemory { try flush() }
    }

    /// Returns what was appended.
    ///
    /// - Throws: ``SpoolError`` when the machine has no room for it.
    func finish() throws(SpoolError) -> ReportContent {
        guard descriptor >= 0 else { return ReportContent(bytes) }
        try flush()
        return ReportContent(spooled: try SpooledBytes(descriptor, count: written))
    }

    private func flush() throws(SpoolError) {
        if descriptor < 0 { try begin() }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SpoolError(code: errno) }
            rest = rest.dropFirst(count)
        }
        written += bytes.count
        bytes.removeAll(keepingCapacity: true)
    }

    /// Makes a file that only its owner can read, and that has no name as soon as it is there.
    private func begin() throws(SpoolError) {
        var path = Array("\(SpoolError.folder)/pumpurs-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw SpoolError(code: errno) }
        unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
